import { setTimeout as delay } from 'node:timers/promises';
import puppeteer, { type Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { API_HOST, APP_HOST } from '../server/index.ts';
import { closeBrowser } from './close-browser.ts';
import { startConnectProxy } from './connect-proxy.ts';
import {
  DEFAULT_SIZE,
  type DrivenBrowser,
  type OpenOptions,
  type PageSize,
  POPUP_SIZE,
} from './driven-browser.ts';
import { findBrowser } from './find-browser.ts';

declare const chrome: ExtensionApi;

/** The id under which Firefox knows the extension. */
export const GECKO_ID = 'sendwatch@sendwatch.app';
const UUID = '11111111-2222-4333-8444-555555555555';
const EXTENSION_ORIGIN = `moz-extension://${UUID}`;
const OPEN_MS = 10_000;

const downloadsTo = (folder: string): Record<string, unknown> => ({
  'browser.download.folderList': 2,
  'browser.download.dir': folder,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
});

const preferences = (
  proxyPort: number,
  { backgroundIdleMs: idleMs, downloadDir }: OpenOptions,
): Record<string, unknown> => ({
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.no_proxies_on': '',
  // Keeps notifications listed where there is no desktop.
  'alerts.useSystemBackend': false,
  // Console calls of every context, the background's too, go to standard output.
  'devtools.console.stdout.content': true,
  ...(idleMs !== undefined && { 'extensions.background.idle.timeout': idleMs }),
  ...(downloadDir !== undefined && downloadsTo(downloadDir)),
});

const isThere = (page: Page, url: string): Promise<boolean> =>
  page.evaluate(
    (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
    url,
  );

// While the page changes process any question to it may fail; only the last failure counts.
const waitUntilThere = async (page: Page, url: string): Promise<void> => {
  const deadlineMs = performance.now() + OPEN_MS;
  for (;;) {
    const seen = await isThere(page, url).catch((error: unknown) => error);
    if (seen === true) return;
    if (performance.now() > deadlineMs) {
      throw new Error(`${url} did not open within ${OPEN_MS} ms`, { cause: seen });
    }
    await delay(50);
  }
};

/** Opens Firefox with the extension over a sandbox. Nothing but the sandbox can be reached. */
export const openFirefox = async (options: OpenOptions): Promise<DrivenBrowser> => {
  const { port, extensionDir, headless, extraArgs = [], backgroundIdleMs } = options;
  const executablePath = findBrowser('firefox');
  const lines: string[] = [];
  const dialogs: string[] = [];
  const proxy = await startConnectProxy(port, new Set([API_HOST, APP_HOST]));
  const browser = await puppeteer
    .launch({
      browser: 'firefox',
      executablePath,
      headless,
      acceptInsecureCerts: true,
      defaultViewport: null,
      protocolTimeout: 30_000,
      args: ['--remote-allow-system-access', ...extraArgs],
      extraPrefsFirefox: preferences(proxy.port, options),
    })
    .catch(async (error: unknown) => {
      await proxy.close();
      throw error;
    });
  const closed = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  const close = async (): Promise<void> => {
    await closeBrowser(browser);
    await proxy.close();
  };
  try {
    for (const stream of [browser.process()?.stdout, browser.process()?.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
    }
    await browser.installExtension(extensionDir);

    const newPage = async (size: PageSize): Promise<Page> => {
      const page = await browser.newPage();
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await page.setViewport(size);
      return page;
    };

    const openExtensionPage = async (path: string, size = DEFAULT_SIZE): Promise<Page> => {
      const url = `${EXTENSION_ORIGIN}/${path}`;
      const page = await newPage(size);
      // The page changes process on the way, so its load event never arrives: not awaited, seen by its address.
      page.goto(url, { timeout: 1_000 }).catch(() => undefined);
      await waitUntilThere(page, url);
      return page;
    };

    let bare: Promise<Page> | undefined;
    const bareExtensionPage = (): Promise<Page> => {
      bare ??= openExtensionPage('manifest.json');
      return bare;
    };

    return {
      kind: 'firefox',
      extensionOrigin: EXTENSION_ORIGIN,
      openExtensionPage,
      async openWebApp(path, size = DEFAULT_SIZE) {
        const page = await newPage(size);
        await page.goto(`https://${APP_HOST}${path}`);
        return page;
      },
      bareExtensionPage,
      badgeText: async () =>
        (await bareExtensionPage()).evaluate(() => chrome.action.getBadgeText({})),
      badgeTitle: async () =>
        (await bareExtensionPage()).evaluate(() => chrome.action.getTitle({})),
      async killWorker() {
        if (backgroundIdleMs === undefined) {
          throw new Error('Firefox stops its background page only when backgroundIdleMs is given.');
        }
        await (await bareExtensionPage()).waitForFunction(
          async () =>
            (await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length === 0,
          { timeout: backgroundIdleMs + OPEN_MS, polling: 100 },
        );
      },
      async popupScreenshot(file) {
        const page = await openExtensionPage('popup.html', POPUP_SIZE);
        await page.waitForSelector('h1');
        await page.screenshot({ path: file as `${string}.png` });
        await page.close();
      },
      consoleLines: () => lines,
      dialogs: () => dialogs,
      refusedHosts: () => proxy.refused,
      closed,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
