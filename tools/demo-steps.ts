import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from '#sandbox';

const SOON_MS = 60_000;
/** The popup as it stands at its button. */
export const POPUP = { width: 400, height: 600 };

/** Connects a workspace the way a person does: through the options page. */
export const connectDemo = async (browser: DrivenBrowser, key: string): Promise<void> => {
  const options = await browser.openExtensionPage('options.html');
  const field = await options.waitForSelector('input[type="password"]');
  await field?.type(key);
  await (await options.waitForSelector('::-p-aria([name="Connect"][role="button"])'))?.click();
  await options.waitForSelector('[data-workspace-id]', { timeout: SOON_MS });
  await options.close();
};

/** Waits until every campaign that can be checked was checked. */
export const waitForFleet = (popup: Page): Promise<unknown> =>
  popup.waitForFunction(
    () =>
      document.querySelectorAll('[data-campaign-id]').length > 0 &&
      !document.querySelector('[data-state="first_check"], progress'),
    { timeout: SOON_MS },
  );

/** The popup with its first row opened, and the id of that row's campaign. */
export const openWorst = async (
  browser: DrivenBrowser,
): Promise<{ readonly popup: Page; readonly worst: string | null }> => {
  const popup = await browser.openExtensionPage('popup.html', POPUP);
  await waitForFleet(popup);
  const worst = await popup.$eval('[data-campaign-id]', (row) =>
    row.getAttribute('data-campaign-id'),
  );
  await popup.click('[data-campaign-id] button, [data-campaign-id]');
  await popup.waitForSelector('[data-cause]');
  return { popup, worst };
};

/** The fleet as the popup shows it: one line per campaign, worst first. */
export const fleetTable = async (browser: DrivenBrowser): Promise<string> => {
  const popup = await browser.openExtensionPage('popup.html', { width: 400, height: 4000 });
  await waitForFleet(popup);
  await popup.evaluate(() => {
    for (const group of document.querySelectorAll('button[aria-expanded="false"][data-group]')) {
      (group as HTMLButtonElement).click();
    }
  });
  const lines = await popup.$$eval('[data-campaign-id]', (rows) =>
    rows.map((row) => ({
      health: row.getAttribute('data-health') ?? '',
      name: row.querySelector('.name')?.textContent ?? '',
      cause: row.querySelector('.why')?.textContent ?? '',
    })),
  );
  const headline = await popup.$eval('h1', (title) => title.textContent ?? '');
  await popup.close();
  const cell = (text: string, width: number): string => text.slice(0, width).padEnd(width);
  return [
    '',
    headline,
    `${cell('Health', 10)} ${cell('Campaign', 38)} Why`,
    ...lines.map(({ health, name, cause }) => `${cell(health, 10)} ${cell(name, 38)} ${cause}`),
  ].join('\n');
};

const paint = async (page: Page, scheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
};

/** Takes pictures of the real surfaces into a folder and gives their paths. */
export const takePictures = async (browser: DrivenBrowser, folder: string): Promise<string[]> => {
  mkdirSync(folder, { recursive: true });
  const taken: string[] = [];
  const snap = async (page: Page, name: string): Promise<void> => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path: path as `${string}.png` });
    taken.push(path);
  };
  const { popup, worst } = await openWorst(browser);
  for (const scheme of ['light', 'dark'] as const) {
    if (browser.kind === 'chromium') await paint(popup, scheme);
    if (scheme === 'light' || browser.kind === 'chromium') await snap(popup, `popup-${scheme}`);
  }
  await popup.close();

  const options = await browser.openExtensionPage('options.html');
  await options.waitForSelector('[data-workspace-id]');
  await snap(options, 'options');
  await options.close();

  const dashboard = await browser.openExtensionPage('dashboard.html', { width: 1240, height: 860 });
  await dashboard.waitForSelector('[data-campaign-id]');
  await snap(dashboard, 'dashboard');
  await dashboard.close();

  const campaign = await browser.openWebApp(`/app/campaign/${worst}/analytics`);
  await campaign.waitForSelector('sendwatch-panel >>> [data-cause]');
  // A page that is still being made is searched again a quarter of a second later.
  await campaign.waitForSelector('h1 > sendwatch-mark >>> .pill', { visible: true });
  await snap(campaign, 'campaign-page');
  await campaign.close();
  return taken;
};
