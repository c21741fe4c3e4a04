import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { placesWith, readStores } from './secret-sweep.ts';
import {
  badgeFor,
  CHECK_MS,
  connect,
  fieldOf,
  needingPerson,
  openCheckedPopup,
  press,
  rowsOf,
} from './surfaces.ts';

const worldOf = ({ sandbox }: OpenedSendwatch, workspaceId: string) => {
  const member = sandbox.workspaces.member(workspaceId);
  if (!member) throw new Error(`no workspace ${workspaceId}`);
  return member.world;
};

const aiQuestions = ({ sandbox }: OpenedSendwatch): number =>
  sandbox.requests.filter(({ query }) => query.includes('with_ai_summary=true')).length;

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

  test('the search finds by inbox and by tag, also one that stands on a campaign alone', async () => {
    const popup = await openCheckedPopup(opened.browser);
    const { state } = worldOf(opened, workspaceId);
    const campaigns = [...state.campaigns.values()];
    const inbox = campaigns.find(({ senders }) => senders.length > 0)?.senders[0]?.address ?? '';
    const finds = async (query: string, ids: readonly string[]): Promise<void> => {
      const find = await fieldOf(popup, 'Find a campaign');
      await find.click({ count: 3 });
      await find.type(query);
      await expect
        .poll(async () => (await rowsOf(popup)).map(({ id }) => id).sort())
        .toEqual(ids.toSorted());
    };
    const sendingFrom = campaigns.filter(({ senders }) =>
      senders.some(({ address }) => address === inbox),
    );
    expect(sendingFrom.length).toBeLessThan(campaigns.length);
    await finds(
      inbox,
      sendingFrom.map(({ id }) => id),
    );
    const [tag] = state.tags.values();
    const tagged = campaigns.filter(({ settings }) => settings.tagIds.includes(tag?.id ?? ''));
    expect(tagged.length).toBe(1);
    await finds(
      tag?.label ?? '',
      tagged.map(({ id }) => id),
    );
    await popup.close();
  });

  test('an opened row asks for Instantly’s AI summary, and names it as Instantly’s', async () => {
    const popup = await openCheckedPopup(opened.browser);
    const { state } = worldOf(opened, workspaceId);
    const sending = [...state.campaigns.values()].find(
      ({ snapshot, statusShape }) => snapshot !== null && statusShape === 'full',
    );
    const row = `[data-campaign-id="${sending?.id}"]`;
    await popup.click(`${row} > button`);
    const asked = aiQuestions(opened);
    expect(asked).toBe(0);
    await (await popup.waitForSelector(`${row} [data-ask-ai]`))?.click();
    await popup.waitForSelector(`${row} blockquote`);
    expect(
      await popup.$eval(`${row} .ai figure`, (figure) => [
        figure.querySelector('figcaption')?.textContent,
        figure.querySelector('blockquote')?.textContent,
      ]),
    ).toEqual([
      'Instantly’s AI summary',
      expect.stringContaining(
        `${sending?.sentToday} emails have been sent today by ${sending?.senders.length} connected accounts.`,
      ),
    ]);
    expect(aiQuestions(opened)).toBe(asked + 1);
    await popup.close();
  });

  test('the dashboard’s history shows what was sent per day', async () => {
    const dashboard = await opened.browser.openExtensionPage('dashboard.html#/history');
    await (await dashboard.waitForSelector('[data-range="7"]'))?.click();
    await dashboard.waitForSelector('[data-sent][aria-busy="false"] canvas');
    const shown = await dashboard.$$eval('[data-sent] tbody tr', (rows) =>
      rows.map(({ cells: [day, sent] }) => [
        day?.textContent,
        Number(sent?.textContent?.replaceAll(',', '')) || 0,
      ]),
    );
    expect(shown.length).toBeGreaterThan(1);
    const { state } = worldOf(opened, workspaceId);
    const sentOn = (date: string): number =>
      [...state.campaigns.values()].reduce((sum, { days }) => sum + (days.get(date)?.sent ?? 0), 0);
    expect(shown).toEqual(shown.map(([date]) => [date, sentOn(String(date))]));
    expect(shown.some(([, sent]) => Number(sent) > 0)).toBe(true);
    await dashboard.close();
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
