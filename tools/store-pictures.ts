import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import puppeteer, { type Page } from 'puppeteer-core';
import { type DrivenBrowser, findBrowser, openBrowser, startSandbox } from '#sandbox';
import { buildExtension } from './build-extension.ts';
import { connectDemo, openWorst, POPUP } from './demo-steps.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ROOT } from './shell.ts';

const PICTURES = join(ROOT, 'docs/pictures');
/** What the Chrome Web Store takes: pictures of 1280 × 800, a tile of 440 × 280. addons.mozilla.org takes the same. */
const STORE = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const PAGE = { width: 1240, height: 775 };

const dataUrl = (png: Uint8Array, type = 'png'): string =>
  `data:image/${type};base64,${Buffer.from(png).toString('base64')}`;

/** A picture with its sentence beside or above it, as people leaf through a store. */
const framed = (picture: Uint8Array, sentence: string, detail: string, isTall: boolean): string => `
  <style>
    body { margin: 0; height: 800px; display: flex; align-items: center; justify-content: center; gap: ${isTall ? 80 : 28}px;
      flex-direction: ${isTall ? 'row' : 'column'}; background: #eef0fa; color: #16181d; font: 22px/1.4 system-ui, "Liberation Sans", sans-serif; }
    div { max-width: ${isTall ? 480 : 1100}px; text-align: ${isTall ? 'left' : 'center'}; }
    h1 { font-size: ${isTall ? 46 : 34}px; line-height: 1.15; margin: 0 0 ${isTall ? 20 : 4}px; }
    p { margin: 0; color: #565d6b; }
    img { ${isTall ? 'height: 690px' : 'width: 1020px'}; border-radius: 12px; box-shadow: 0 10px 40px rgb(20 24 60 / .22); }
  </style>
  <div><h1>${sentence}</h1><p>${detail}</p></div>
  <img src="${dataUrl(picture)}" alt="">`;

const tile = (): string => `
  <style>
    body { margin: 0; height: 280px; display: flex; flex-direction: column; align-items: center; justify-content: center;
      background: #3b4cca; color: #fff; font: 17px/1.35 system-ui, "Liberation Sans", sans-serif; text-align: center; }
    svg { width: 116px; margin-bottom: 8px; }
    h1 { font-size: 38px; margin: 0 0 6px; }
    p { margin: 0; color: #dfe3ff; }
  </style>
  ${readFileSync(join(ROOT, 'tools/icons/store.svg'), 'utf8')}
  <h1>Sendwatch</h1><p>Which campaigns are not sending, and why</p>`;

const keep = (name: string, png: Uint8Array): void => {
  writeFileSync(join(PICTURES, `${name}.png`), png);
  console.log(`docs/pictures/${name}.png (${Math.round(png.length / 1_000)} kB)`);
};

const lookAt = async (page: Page): Promise<Uint8Array> => {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  return page.screenshot();
};

/** What the surfaces show of the demo, each at its own size. */
const picture = async (browser: DrivenBrowser) => {
  const { popup, worst } = await openWorst(browser);
  const opened = await lookAt(popup);
  await popup.setViewport({ ...POPUP, deviceScaleFactor: 2 });
  const sharp = await lookAt(popup);
  await popup.close();
  const dashboard = await browser.openExtensionPage('dashboard.html', PAGE);
  await dashboard.waitForSelector('[data-campaign-id]');
  const campaigns = await lookAt(dashboard);
  await dashboard.evaluate(() => {
    location.hash = '#/tomorrow';
  });
  await dashboard.waitForSelector('.card.opening');
  const tomorrow = await lookAt(dashboard);
  await dashboard.close();
  const web = await browser.openWebApp(`/app/campaign/${worst}/analytics`);
  await web.setViewport(PAGE);
  await web.waitForSelector('sendwatch-panel >>> [data-cause]');
  await web.waitForSelector('h1 > sendwatch-mark >>> .pill', { visible: true });
  const panel = await lookAt(web);
  await web.close();
  return { opened, sharp, campaigns, tomorrow, panel };
};

const drawPages = async (
  pages: Readonly<Record<string, string>>,
  size: typeof STORE,
): Promise<void> => {
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport(size);
    for (const [name, html] of Object.entries(pages)) {
      await page.setContent(html, { waitUntil: 'load' });
      keep(`store/${name}`, await page.screenshot());
    }
  } finally {
    await browser.close();
  }
};

await ensureBrowsers(['chromium']);
mkdirSync(join(PICTURES, 'store'), { recursive: true });
const extensionDir = await buildExtension('chrome');
const sandbox = await startSandbox();
const taken = await (async () => {
  try {
    const browser = await openBrowser('chromium', {
      port: sandbox.port,
      extensionDir,
      headless: true,
    });
    try {
      await connectDemo(browser, sandbox.keys.main);
      return await picture(browser);
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
})();
keep('popup', taken.opened);
keep('dashboard', taken.campaigns);
keep('panel', taken.panel);
await drawPages(
  {
    '1-popup': framed(
      taken.sharp,
      'Which campaigns are not sending, and why',
      'The worst first, with what to do about it: for all your Instantly workspaces, one click away.',
      true,
    ),
    '2-dashboard': framed(
      taken.campaigns,
      'Every campaign of every workspace',
      'Health, cause, until when, and what it costs today.',
      false,
    ),
    '3-tomorrow': framed(
      taken.tomorrow,
      'Tomorrow, before it happens',
      'What each next window will hold, and what to mend before it opens.',
      false,
    ),
    '4-panel': framed(
      taken.panel,
      'The answer where you already look',
      'On the campaign’s own page in Instantly. It only reads.',
      false,
    ),
  },
  STORE,
);
await drawPages({ tile: tile() }, TILE);
process.exit(0);
