import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { placesWith, readStores } from './secret-sweep.ts';
import {
  badgeFor,
  CHECK_MS,
  connect,
  needingPerson,
  openCheckedPopup,
  press,
  rowsOf,
} from './surfaces.ts';

describe.each(BROWSERS)('a connected workspace in %s', (kind) => {
  let opened: OpenedSendwatch;
  let workspaceId: string;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
    const connected = await connect(opened.browser, opened.sandbox.keys.second);
    workspaceId = connected.workspaceId;
    await connected.options.close();
  });
  afterAll(() => opened?.close());

  test('the popup shows every campaign with its health, the badge counts those that need a person', async () => {
    const popup = await openCheckedPopup(opened.browser);
    await expect.poll(async () => (await rowsOf(popup)).length, { timeout: CHECK_MS }).toBe(12);
    const rows = await rowsOf(popup);
    const healths = ['healthy', 'limited', 'waiting', 'degraded', 'blocked', 'inactive', 'unknown'];
    for (const { health } of rows) expect(healths).toContain(health);
    // Which healths there are depends on the hour: the extension has the real clock. All alike would be none.
    expect(new Set(rows.map(({ health }) => health)).size).toBeGreaterThan(1);
    await expect
      .poll(() => opened.browser.badgeText(), { timeout: CHECK_MS })
      .toBe(badgeFor(needingPerson(rows)));
    expect(await opened.browser.badgeTitle()).not.toBe('');
    await popup.close();
  });

  test('opening a campaign shows its causes', async () => {
    const popup = await openCheckedPopup(opened.browser);
    await popup.click('[data-campaign-id] button, button[data-campaign-id]');
    await popup.waitForSelector('[data-cause]');
    await popup.close();
  });

  test('the campaign page carries one panel with the same health as the popup', async () => {
    const popup = await openCheckedPopup(opened.browser);
    const row = (await rowsOf(popup))[0];
    await popup.close();
    const page = await opened.browser.openWebApp(`/app/campaign/${row?.id}/analytics`);
    await page.waitForSelector(
      `sendwatch-panel[data-campaign-id="${row?.id}"][data-health="${row?.health}"]`,
    );
    expect(await page.$$eval('sendwatch-panel', (panels) => panels.length)).toBe(1);
    await page.close();
  });

  test('the panel follows the page from campaign to campaign and survives a new render', async () => {
    const popup = await openCheckedPopup(opened.browser);
    const [first, second] = await rowsOf(popup);
    await popup.close();
    const page = await opened.browser.openWebApp('/app/campaigns?selected_wks=Contoso%20Growth');
    const follow = async (id: string | undefined): Promise<void> => {
      await (await page.waitForSelector(`a[href="/app/campaign/${id}/analytics"]`))?.click();
      await page.waitForSelector(`sendwatch-panel[data-campaign-id="${id}"][data-health]`);
    };
    await follow(first?.id);
    await page.evaluate(() => dispatchEvent(new Event('sandbox:rerender')));
    await page.waitForSelector(`sendwatch-panel[data-campaign-id="${first?.id}"][data-health]`);
    await page.click('nav a[href="/app/campaigns"]');
    await page.waitForFunction(() => document.querySelector('sendwatch-panel') === null);
    await follow(second?.id);
    expect(await page.$$eval('sendwatch-panel', (panels) => panels.length)).toBe(1);
    await page.close();
  });

  test('only the sandbox was asked, and within the limits', () => {
    expect(opened.browser.refusedHosts().filter((host) => !/mozilla/.test(host))).toEqual([]);
    // The product's own ceiling (ARCHITECTURE.md 5): five a second on average, with a small burst.
    opened.sandbox.audit.assertWithin({ perSecond: 15, perMinute: 320 });
  });

  test('a removed workspace is gone from every store and surface', async () => {
    const options = await opened.browser.openExtensionPage('options.html');
    await options.waitForSelector('[data-workspace-id]');
    const bare = await opened.browser.bareExtensionPage();
    expect(placesWith(await readStores(bare), [workspaceId])).not.toEqual([]);
    await press(options, 'Remove');
    await press(options, 'Remove workspace');
    await options.waitForFunction(() => document.querySelector('[data-workspace-id]') === null);
    await expect.poll(async () => placesWith(await readStores(bare), [workspaceId])).toEqual([]);
    await expect.poll(() => opened.browser.badgeText()).toBe('');
    const popup = await opened.browser.openExtensionPage('popup.html');
    await popup.waitForSelector('h1');
    expect(await rowsOf(popup)).toEqual([]);
  });
});
