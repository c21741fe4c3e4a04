import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';

const PAGES = ['popup.html', 'sidepanel.html', 'dashboard.html', 'options.html'] as const;

let opened: OpenedSendwatch;
beforeAll(async () => {
  opened = await openSendwatch('chromium');
});
afterAll(() => opened?.close());

interface Begun {
  /** How the page looked when its body was begun: nothing can have been painted before. */
  readonly scheme: string;
  readonly density: string | undefined;
}

// Runs in the page before anything of its own.
const noteBeginning = (): void => {
  const noted = new MutationObserver(() => {
    if (!document.body) return;
    noted.disconnect();
    const { style, dataset } = document.documentElement;
    const begun: Begun = { scheme: style.colorScheme, density: dataset['density'] };
    Object.assign(globalThis, { begun });
  });
  noted.observe(document, { childList: true, subtree: true });
};

const open = async (path: string): Promise<Page> => {
  const page = await (await opened.browser.bareExtensionPage()).browser().newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.evaluateOnNewDocument(noteBeginning);
  await page.goto(`${opened.browser.extensionOrigin}/${path}`);
  return page;
};

const choose = async (page: Page, setting: string, value: string): Promise<void> => {
  await page.waitForSelector(`#set-${setting}`);
  await page.select(`#set-${setting}`, value);
};

const looks = (page: Page) =>
  page.evaluate(() => {
    const { style, dataset } = document.documentElement;
    return { scheme: style.colorScheme, density: dataset['density'] };
  });

test('a chosen look holds in open pages at once, and in others before they paint', async () => {
  const living = await Promise.all(PAGES.map(open));
  const options = living.at(-1);
  if (!options) throw new Error('no options');
  await options.bringToFront();
  await choose(options, 'theme', 'dark');
  await choose(options, 'density', 'compact');
  for (const page of living) {
    await expect.poll(() => looks(page)).toEqual({ scheme: 'dark', density: 'compact' });
    await page.close();
  }
  for (const path of PAGES) {
    const page = await open(path);
    const begun = await page.evaluate(() => (globalThis as unknown as { begun: Begun }).begun);
    expect(begun, path).toEqual({ scheme: 'dark', density: 'compact' });
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(background, path).toMatch(/^rgb\((1\d|2\d), /);
    await page.close();
  }
});
