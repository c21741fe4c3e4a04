import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  changesIn,
  closeConfirmWindows,
  confirm,
  confirmWindow,
  confirmWindows,
  waitUntilMade,
} from './confirming.ts';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { pathOf } from './panel-stage.ts';
import { readStored, say, waitUntilChecked } from './stored.ts';

const PANEL = 'sendwatch-panel';

describe.each(BROWSERS)('changes from here in %s', (kind) => {
  let opened: OpenedSendwatch;
  let own: Page;
  let healthy: readonly string[];

  beforeAll(async () => {
    opened = await openSendwatch(kind);
    own = await opened.browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: opened.sandbox.keys.main });
    const { verdicts } = await waitUntilChecked(own);
    healthy = Object.entries(verdicts)
      .filter(([, told]) => told.startsWith('healthy healthy'))
      .map(([id]) => id);
    expect(healthy.length).toBeGreaterThan(8);
  });
  afterEach(() => closeConfirmWindows(opened.browser));
  afterAll(() => opened?.close());

  const allow = (value: boolean) => say(own, 'settings.set', { name: 'areChangesAllowed', value });
  const title = (page: Page): Promise<string> =>
    page.$eval('h1', (heading) => (heading.textContent ?? '').replace(/[\u2066-\u2069]/g, ''));

  /** Before and after, as a line of the plan shows them. */
  const valuesOf = (page: Page, field: string): Promise<readonly string[]> =>
    page.$$eval(`[data-field=${field}] td`, (cells) => cells.map((cell) => cell.textContent ?? ''));

  test('as long as changes are switched off, buttons say so and nothing opens', async () => {
    const [id = ''] = healthy;
    const page = await opened.browser.openExtensionPage(`dashboard.html#/campaign/${id}`);
    const pause = await page.waitForSelector('[data-offer=pause_campaign]');
    await pause?.click();
    await page.waitForSelector('[data-hindrance=read_only] a');
    expect(await confirmWindows(opened.browser)).toEqual([]);
    expect(changesIn(opened)).toEqual([]);
    await page.close();
    await allow(true);
  });

  test('paused from the popup, by its key', async () => {
    const [id = ''] = healthy;
    const popup = await opened.browser.openExtensionPage('popup.html', {
      width: 400,
      height: 4_000,
    });
    const row = await popup
      .waitForSelector(`[data-campaign-id="${id}"] > button`)
      .catch(async () => {
        for (const group of await popup.$$('button[data-group][aria-expanded="false"]')) {
          await group.click();
        }
        return popup.waitForSelector(`[data-campaign-id="${id}"] > button`);
      });
    await row?.focus();
    await popup.keyboard.press('p');
    const page = await confirmWindow(opened.browser);
    await page.waitForSelector('[data-confirm]');
    expect(await title(page)).toMatch(/^Pause “.+”\?$/);
    expect(await valuesOf(page, 'lifecycle')).toEqual(['on', 'paused']);
    await confirm(page);
    await waitUntilMade(page);
    expect(await title(page)).toMatch(/^“.+” is paused$/);
    expect(changesIn(opened)).toEqual([`POST /api/v2/campaigns/${id}/pause`]);
    await page.close();
    await popup.close();
  });

  test('paused from the panel, through the window; row 57: two clicks are one change', async () => {
    const before = changesIn(opened).length;
    const [, id = ''] = healthy;
    const app = await opened.browser.openWebApp(pathOf(id));
    const button = await app.waitForSelector(`${PANEL} >>> .acts button`);
    await button?.click();
    const page = await confirmWindow(opened.browser);
    await page.bringToFront();
    const verb = await page.waitForSelector('[data-confirm]:enabled');
    await verb?.click({ count: 2 });
    await waitUntilMade(page);
    expect(changesIn(opened).slice(before)).toEqual([`POST /api/v2/campaigns/${id}/pause`]);
    await page.close();
    await app.close();
  });

  test('a limit with its forecast, another figure, and undone', async () => {
    const before = changesIn(opened).length;
    const { workspaces } = await readStored(own);
    const [, , id = ''] = healthy;
    await say(own, 'change.open', {
      changes: [
        {
          workspaceId: workspaces[0]?.id,
          change: { kind: 'set_campaign_limit', campaignId: id, limitPerDay: 200 },
        },
      ],
    });
    const page = await confirmWindow(opened.browser);
    await page.waitForSelector('[data-effect] b');
    const field = await page.waitForSelector('#figure');
    await field?.click({ count: 3 });
    await field?.type('20');
    await page.waitForFunction(() =>
      document.querySelector('h1')?.textContent?.includes(' 20 a day'),
    );
    // The plan with the figure that was typed comes from the background.
    await expect.poll(() => valuesOf(page, 'limitPerDay')).toEqual([expect.anything(), '20']);
    const [limit] = await valuesOf(page, 'limitPerDay');
    expect(limit).not.toBe('20');
    await confirm(page);
    await waitUntilMade(page);
    const undo = await page.waitForSelector('[data-undo]');
    await undo?.click();
    await expect.poll(async () => (await confirmWindows(opened.browser)).length).toBe(2);
    await page.close();
    const back = await confirmWindow(opened.browser);
    expect(await valuesOf(back, 'limitPerDay')).toEqual(['20', limit]);
    await confirm(back);
    await waitUntilMade(back);
    expect(changesIn(opened).slice(before)).toEqual([
      `PATCH /api/v2/campaigns/${id}`,
      `PATCH /api/v2/campaigns/${id}`,
    ]);
    await back.close();
  });

  test('many paused together, and exactly those resumed', async () => {
    const before = changesIn(opened).length;
    const page = await opened.browser.openExtensionPage('dashboard.html');
    await page.waitForSelector('[data-segment=sending]');
    await page.click('[data-segment=sending]');
    await page.waitForFunction(
      () =>
        !document.querySelector('tbody tr[data-health=blocked], tbody tr[data-health=degraded]'),
    );
    const boxes = await page.$$('tbody .col-select input');
    const ids = await page.$$eval('tbody tr[data-campaign-id]', (rows) =>
      rows.map((row) => row.getAttribute('data-campaign-id') ?? ''),
    );
    // Three in a row that no test before has touched.
    const used = new Set(healthy.slice(0, 3));
    const first = ids.findIndex((_, at) => !ids.slice(at, at + 3).some((id) => used.has(id)));
    await boxes[first]?.click();
    await page.keyboard.down('Shift');
    await boxes[first + 2]?.click();
    await page.keyboard.up('Shift');
    const chosen = await page.$$eval('tbody tr:has(.col-select input:checked)', (rows) =>
      rows.map((row) => row.getAttribute('data-campaign-id')),
    );
    expect(chosen).toHaveLength(3);
    await page.click('[data-bulk=pause]');
    const pausing = await confirmWindow(opened.browser);
    await pausing.waitForSelector('[data-confirm]');
    expect(await title(pausing)).toBe('Pause 3 campaigns?');
    await confirm(pausing);
    await waitUntilMade(pausing);
    await pausing.close();
    expect(new Set(changesIn(opened).slice(before))).toEqual(
      new Set(chosen.map((id) => `POST /api/v2/campaigns/${id}/pause`)),
    );
    await page.evaluate(() => {
      location.hash = '#/changes';
    });
    const resume = await page.waitForSelector('[data-undo="3"]');
    await page.bringToFront();
    await resume?.click();
    const resuming = await confirmWindow(opened.browser);
    await confirm(resuming);
    await waitUntilMade(resuming);
    await resuming.close();
    expect(new Set(changesIn(opened).slice(before + 3))).toEqual(
      new Set(chosen.map((id) => `POST /api/v2/campaigns/${id}/activate`)),
    );
    await page.close();
  });

  test('a throttled inbox is not resumed, and it is said why', async () => {
    const before = changesIn(opened).length;
    const page = await opened.browser.openExtensionPage('dashboard.html#/inboxes');
    const throttled = await page.waitForFunction(() =>
      [...document.querySelectorAll('tr[data-account]')].find((row) =>
        row.textContent?.includes('5.4.5'),
      ),
    );
    const box = await (throttled as unknown as { $: Page['$'] }).$('.col-select input');
    await box?.click();
    await page.click('[data-bulk=resume]');
    const window = await confirmWindow(opened.browser);
    await window.waitForSelector('[data-refusal]');
    const refused = await window.$eval('[data-refusal]', (line) => [
      line.getAttribute('data-refusal'),
      line.textContent,
    ]);
    expect(refused).toEqual([
      'inbox_daily_quota',
      expect.stringContaining('Resuming makes it worse'),
    ]);
    expect(await window.$('[data-confirm]')).toBeNull();
    expect(changesIn(opened).length).toBe(before);
    await window.close();
    await page.close();
  });
});
