import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { DrivenBrowser } from '#sandbox';
import type { OpenedSendwatch } from './open-sendwatch.ts';

/** A first check of the larger demo workspace at five requests a second. */
export const CHECK_MS = 40_000;

/** One campaign as the popup shows it. */
export interface CampaignRow {
  readonly id: string;
  readonly health: string;
  readonly text: string;
}

const elementIn = async (
  page: Page,
  selector: string,
  name: string,
): Promise<ElementHandle<HTMLElement>> => {
  // A page behind another is not painted, and what is not painted cannot be clicked.
  await page.bringToFront();
  const handle = await page.waitForFunction(
    (wantedSelector, wantedName) => {
      const tidy = (text: string | null | undefined): string => (text ?? '').trim();
      const nameOf = (element: Element): string =>
        tidy(element.getAttribute('aria-label')) ||
        tidy((element as HTMLInputElement).labels?.[0]?.textContent) ||
        tidy(element.textContent);
      return [...document.querySelectorAll(wantedSelector)].find(
        (element) => nameOf(element) === wantedName,
      );
    },
    { timeout: 10_000 },
    selector,
    name,
  );
  const element = handle.asElement();
  if (!element) throw new Error(`no ${selector} named "${name}"`);
  return element as ElementHandle<HTMLElement>;
};

/** The field with this accessible name. */
export const fieldOf = (page: Page, name: string): Promise<ElementHandle<HTMLElement>> =>
  elementIn(page, 'input', name);

/** Presses the button with this accessible name. */
export const press = async (page: Page, name: string): Promise<void> => {
  await (await elementIn(page, 'button', name)).click();
};

/** Opens the options page, types the key and presses Connect. */
export const offerKey = async (browser: DrivenBrowser, key: string): Promise<Page> => {
  const page = await browser.openExtensionPage('options.html');
  const field = await fieldOf(page, 'API key');
  if (key !== '') await field.type(key);
  await press(page, 'Connect');
  return page;
};

/** Connects a workspace and gives the options page and the workspace's id. */
export const connect = async (
  browser: DrivenBrowser,
  key: string,
): Promise<{ readonly options: Page; readonly workspaceId: string }> => {
  const options = await offerKey(browser, key);
  const card = await options.waitForSelector('[data-workspace-id]', { timeout: 20_000 });
  const workspaceId = await card?.evaluate((element) => element.getAttribute('data-workspace-id'));
  expect(workspaceId).toMatch(/^[0-9a-f-]{36}$/);
  return { options, workspaceId: workspaceId ?? '' };
};

/** The campaigns that a popup page shows now, in its order. */
export const rowsOf = (popup: Page): Promise<readonly CampaignRow[]> =>
  popup.$$eval('[data-campaign-id][data-health]', (rows) =>
    rows.map((row) => ({
      id: row.getAttribute('data-campaign-id') ?? '',
      health: row.getAttribute('data-health') ?? '',
      text: row.textContent ?? '',
    })),
  );

/** Opens every group of the list, so that all campaigns are rows. */
const openGroups = (popup: Page): Promise<void> =>
  popup.evaluate(() => {
    const closed = document.querySelectorAll<HTMLButtonElement>(
      'button[data-group][aria-expanded="false"]',
    );
    for (const button of closed) button.click();
  });

/** Opens the popup, tall enough for all rows, and waits until no workspace is in its first check any more. */
export const openCheckedPopup = async (browser: DrivenBrowser): Promise<Page> => {
  const popup = await browser.openExtensionPage('popup.html', { width: 400, height: 4_000 });
  await popup.waitForFunction(
    () =>
      document.querySelector('[data-campaign-id][data-health]') !== null &&
      document.querySelector('[data-state="first_check"]') === null,
    { timeout: CHECK_MS },
  );
  await openGroups(popup);
  return popup;
};

/** How many of these rows the badge has to count. */
export const needingPerson = (rows: readonly CampaignRow[]): number =>
  rows.filter(({ health }) => health === 'blocked' || health === 'degraded').length;

/** The badge for so many campaigns that need a person (SURFACES.md). */
export const badgeFor = (count: number): string =>
  count === 0 ? '' : count > 99 ? '99+' : String(count);

/** Waits until a page says something that matches. */
export const waitForText = async (page: Page, text: RegExp, timeoutMs = 20_000): Promise<void> => {
  await page.waitForFunction(
    (source, flags) => new RegExp(source, flags).test(document.body.textContent ?? ''),
    { timeout: timeoutMs },
    text.source,
    text.flags,
  );
};

/** The health of each campaign. */
export const healthById = (rows: readonly CampaignRow[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map(({ id, health }) => [id, health]));

/** Presses "Check now" and waits until Instantly is asked. */
export const checkNow = async ({ sandbox }: OpenedSendwatch, popup: Page): Promise<void> => {
  const asked = sandbox.audit.total();
  await press(popup, 'Check now');
  await expect.poll(() => sandbox.audit.total(), { timeout: CHECK_MS }).toBeGreaterThan(asked);
};
