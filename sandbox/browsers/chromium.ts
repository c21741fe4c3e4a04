import { setTimeout as delay } from 'node:timers/promises';
import puppeteer, { type Browser, type CDPSession, type Page, type Target } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { API_HOST, APP_HOST } from '../server/index.ts';
import { closeBrowser } from './close-browser.ts';
import { describeConsoleCall, describeException } from './console-line.ts';
import {
  DEFAULT_SIZE,
  type DrivenBrowser,
  type OpenOptions,
  type PageSize,
  POPUP_SIZE,
} from './driven-browser.ts';
import { findBrowser } from './find-browser.ts';

declare const chrome: ExtensionApi;

const hermeticArgs = (port: number): readonly string[] => [
  '--ignore-certificate-errors',
  `--host-resolver-rules=MAP ${APP_HOST} 127.0.0.1:${port}, MAP ${API_HOST} 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--enable-logging=stderr',
];

// Chromium refuses to run its own sandbox as root.
const rootArgs = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

const listen = async (session: CDPSession, lines: string[]): Promise<void> => {
  session.on('Runtime.consoleAPICalled', (event) => lines.push(describeConsoleCall(event)));
  session.on('Runtime.exceptionThrown', (event) => lines.push(describeException(event)));
  session.on('Log.entryAdded', ({ entry }) => lines.push(`log ${entry.text} ${entry.url ?? ''}`));
  await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
};

const watchPages = (browser: Browser, lines: string[]): void => {
  const onTarget = (target: Target): void => {
    if (target.type() !== 'page') return;
    target
      .createCDPSession()
      .then((session) => listen(session, lines))
      // A page may be gone before it can be listened to; then it has nothing left to say.
      .catch((error: unknown) => lines.push(`not heard: ${String(error)}`));
  };
  for (const target of browser.targets()) onTarget(target);
  browser.on('targetcreated', onTarget);
};

// The worker is heard through the browser's own log: while a debugger is attached to it, it neither idles to death
// nor reliably starts again after a kill.
const watchWorker = (browser: Browser, lines: string[]): void => {
  browser
    .process()
    ?.stderr?.setEncoding('utf8')
    .on('data', (text: string) => lines.push(text));
};

// By the browser's session: a worker that was never attached to is closed cleanly by its target id.
const closeWorker = async (browser: Browser, extensionOrigin: string): Promise<void> => {
  const session = await browser.target().createCDPSession();
  const workers = async (): Promise<readonly string[]> =>
    (await session.send('Target.getTargets')).targetInfos
      .filter(({ type, url }) => type === 'service_worker' && url.startsWith(extensionOrigin))
      .map(({ targetId }) => targetId);
  try {
    const doomed = await workers();
    for (const targetId of doomed) await session.send('Target.closeTarget', { targetId });
    while ((await workers()).some((id) => doomed.includes(id))) await delay(20);
  } finally {
    await session.detach();
  }
};

const downloadTo = async (browser: Browser, downloadPath: string): Promise<void> => {
  // Holds as long as its session does.
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
};

/** Opens Chromium with the extension over a sandbox. Nothing but the sandbox can be reached. */
export const openChromium = async (options: OpenOptions): Promise<DrivenBrowser> => {
  const { port, extensionDir, headless, extraArgs = [], downloadDir } = options;
  const lines: string[] = [];
  const dialogs: string[] = [];
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    protocolTimeout: 30_000,
    args: [...hermeticArgs(port), ...rootArgs(), ...extraArgs],
  });
  try {
    const id = await browser.installExtension(extensionDir);
    const extensionOrigin = `chrome-extension://${id}`;
    if (downloadDir !== undefined) await downloadTo(browser, downloadDir);
    watchPages(browser, lines);
    watchWorker(browser, lines);

    const open = async (url: string, size: PageSize): Promise<Page> => {
      const page = await browser.newPage();
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await page.setViewport(size);
      await page.goto(url);
      return page;
    };

    let bare: Promise<Page> | undefined;
    const bareExtensionPage = (): Promise<Page> => {
      bare ??= open(`${extensionOrigin}/manifest.json`, DEFAULT_SIZE);
      return bare;
    };

    return {
      kind: 'chromium',
      extensionOrigin,
      openExtensionPage: (path, size = DEFAULT_SIZE) => open(`${extensionOrigin}/${path}`, size),
      openWebApp: (path, size = DEFAULT_SIZE) => open(`https://${APP_HOST}${path}`, size),
      bareExtensionPage,
      badgeText: async () =>
        (await bareExtensionPage()).evaluate(() => chrome.action.getBadgeText({})),
      badgeTitle: async () =>
        (await bareExtensionPage()).evaluate(() => chrome.action.getTitle({})),
      killWorker: () => closeWorker(browser, extensionOrigin),
      async popupScreenshot(file) {
        const page = await open(`${extensionOrigin}/popup.html`, POPUP_SIZE);
        await page.waitForSelector('h1');
        await page.screenshot({ path: file as `${string}.png` });
        await page.close();
      },
      consoleLines: () => lines,
      dialogs: () => dialogs,
      refusedHosts: () => [],
      closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
      close: () => closeBrowser(browser),
    };
  } catch (error) {
    await closeBrowser(browser);
    throw error;
  }
};
