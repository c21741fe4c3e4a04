import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { APP_HOST, type DrivenBrowser } from '#sandbox';
import type { OpenedSendwatch } from './open-sendwatch.ts';

declare const chrome: ExtensionApi;

const WINDOW_MS = 15_000;

/** The windows that confirm a change and are open now, as the browser itself counts them: their addresses. */
export const confirmWindows = async (browser: DrivenBrowser): Promise<readonly string[]> => {
  const own = await browser.bareExtensionPage();
  const tabs = await own.evaluate(async () => {
    const all = await chrome.tabs.query({});
    return all.map(({ id, url }) => ({ id, url }));
  });
  return tabs.flatMap(({ url }) =>
    url?.startsWith(`${browser.extensionOrigin}/confirm.html`) ? [url] : [],
  );
};

const pageAt = async (browser: DrivenBrowser, url: string): Promise<Page> => {
  const own = await browser.bareExtensionPage();
  const known = (await own.browser().pages()).find((page) => page.url() === url);
  if (known) return known;
  // Firefox does not let itself be driven in a window that an extension opened: the same ticket in a tab of ours is the
  // same confirmation.
  const page = await browser.openExtensionPage(url.slice(browser.extensionOrigin.length + 1));
  await own.evaluate(async (wanted) => {
    const [first] = (await chrome.tabs.query({})).filter((tab) => tab.url === wanted);
    if (first?.id !== undefined) await chrome.tabs.remove(first.id);
  }, url);
  return page;
};

/** Closes all of them: what one test left open is not the next one's. */
export const closeConfirmWindows = async (browser: DrivenBrowser): Promise<void> => {
  const own = await browser.bareExtensionPage();
  await own.evaluate(async (start) => {
    for (const { id, url } of await chrome.tabs.query({})) {
      if (id !== undefined && url?.startsWith(start)) await chrome.tabs.remove(id);
    }
  }, `${browser.extensionOrigin}/confirm.html`);
  const deadlineMs = performance.now() + WINDOW_MS;
  while ((await confirmWindows(browser)).length > 0) {
    if (performance.now() > deadlineMs) throw new Error('a window to confirm a change stays open');
    await delay(50);
  }
};

/** The window that opens to confirm a change. */
export const confirmWindow = async (browser: DrivenBrowser): Promise<Page> => {
  const deadlineMs = performance.now() + WINDOW_MS;
  for (;;) {
    const [url] = await confirmWindows(browser);
    if (url !== undefined) {
      try {
        const page = await pageAt(browser, url);
        await page.waitForSelector('main h1:not([aria-busy] h1)', { timeout: WINDOW_MS });
        return page;
      } catch (error) {
        // One that was just closed may still be listed, and is not the one that opens.
        if (performance.now() > deadlineMs) throw error;
      }
    }
    if (performance.now() > deadlineMs) throw new Error('no window to confirm a change opened');
    await delay(50);
  }
};

/** Presses the button with the verb as soon as it may be pressed. */
export const confirm = async (page: Page): Promise<void> => {
  await page.bringToFront();
  const button = await page.waitForSelector('[data-confirm]:enabled', { timeout: WINDOW_MS });
  await button?.click();
};

/** Waits until what was confirmed is at Instantly. */
export const waitUntilMade = async (page: Page): Promise<void> => {
  await page
    .waitForSelector('[data-told=waiting], [data-told=settled]', { timeout: WINDOW_MS })
    .catch(async (error: unknown) => {
      const text = await page.evaluate(() => document.body.innerText);
      throw new Error(`it was not made: ${text}`, { cause: error });
    });
};

/** Every request that changes something at Instantly, in its order. */
export const changesIn = ({ sandbox }: OpenedSendwatch): readonly string[] =>
  sandbox.requests
    .filter(({ host, method }) => host !== APP_HOST && method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);
