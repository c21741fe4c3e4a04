import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pasteInto } from './clipboard.ts';
import { createDownloads, type Downloads } from './downloads.ts';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import {
  badgeFor,
  fieldOf,
  needingPerson,
  openCheckedPopup,
  press,
  rowsOf,
  waitForText,
} from './surfaces.ts';

/** Campaigns of the recording. */
const CAMPAIGNS = 60;

const headlineOf = (page: Page): Promise<string> =>
  page.$eval('h1', (title) => title.textContent ?? '');

const click = async (page: Page, selector: string): Promise<void> => {
  await page.bringToFront();
  await (await page.waitForSelector(selector))?.click();
};

const saysCopied = (popup: Page, voice: string): Promise<unknown> =>
  popup.waitForFunction(
    (which) => document.querySelector(`[data-copy="${which}"]`)?.textContent === 'Copied',
    {},
    voice,
  );

const shownIs = (popup: Page, count: number): Promise<void> =>
  expect.poll(async () => (await rowsOf(popup)).length).toBe(count);

describe.each(BROWSERS)('a first look around with demo data in %s', (kind) => {
  let opened: OpenedSendwatch;
  let downloads: Downloads;
  let options: Page;
  let popup: Page;
  let dashboard: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    downloads = await createDownloads();
    opened = await openSendwatch(kind, { downloadDir: downloads.folder });
  });
  afterAll(async () => {
    await opened?.close();
    await downloads?.remove();
  });

  const clipboard = async (): Promise<string> =>
    pasteInto(await opened.browser.bareExtensionPage());

  test('one press loads the demo, marked as such, and Instantly is asked nothing', async () => {
    options = await opened.browser.openExtensionPage('options.html');
    await options.waitForSelector('[data-step="key"]');
    await press(options, 'Explore with demo data');
    const card = await options.waitForSelector('[data-workspace-id]');
    expect(await card?.$eval('.tag', (tag) => tag.textContent)).toBe('Demo');
    await waitForText(options, /The demo workspace is loaded/);
    expect(opened.sandbox.audit.total()).toBe(0);
  });

  test('the popup shows the demo as checked now; the badge counts with it', async () => {
    popup = await openCheckedPopup(opened.browser);
    await shownIs(popup, CAMPAIGNS);
    const tag = await popup.$eval('header .tag', (element) => ({
      text: element.textContent,
      isWhole:
        element.getBoundingClientRect().right <=
        (element.parentElement?.getBoundingClientRect().right ?? 0) + 1,
    }));
    expect(tag).toEqual({ text: 'Demo', isWhole: true });
    const count = needingPerson(await rowsOf(popup));
    expect(await headlineOf(popup)).toBe(`${count} campaigns need you`);
    await expect.poll(() => opened.browser.badgeText()).toBe(badgeFor(count));
  });

  test('a check moves the demo to that moment, without Instantly', async () => {
    const checkedAt = (): Promise<number> =>
      popup.$eval('header time', (time) => Date.parse(time.dateTime));
    const before = await checkedAt();
    expect(Math.abs(Date.now() - before)).toBeLessThan(5 * 60_000);
    await press(popup, 'Check now');
    await expect.poll(checkedAt).toBeGreaterThan(before);
    await shownIs(popup, CAMPAIGNS);
    expect(opened.sandbox.audit.total()).toBe(0);
  });

  test('health filters and the search narrow the list, and clear again', async () => {
    const filters = await popup.$$eval('button[data-filter]', (chips) =>
      chips.map((chip) => ({
        health: chip.getAttribute('data-filter') ?? '',
        count: Number(chip.querySelector('b')?.textContent),
      })),
    );
    expect(filters.reduce((sum, { count }) => sum + count, 0)).toBe(CAMPAIGNS);
    for (const { health, count } of filters.slice(0, 3)) {
      await click(popup, `button[data-filter="${health}"][aria-pressed="false"]`);
      await shownIs(popup, count);
      expect(new Set((await rowsOf(popup)).map((row) => row.health))).toEqual(new Set([health]));
      await click(popup, `button[data-filter="${health}"][aria-pressed="true"]`);
    }
    const find = await fieldOf(popup, 'Find a campaign');
    await find.type('fintech');
    await shownIs(popup, 1);
    expect((await rowsOf(popup))[0]?.text).toContain('Fintech CFOs — Nordics');
    await find.type(' zzz');
    await waitForText(popup, /No campaign matches/);
    await press(popup, 'Show all');
    await shownIs(popup, CAMPAIGNS);
  });

  test('an opened row says why, and copies it for the team and for a client', async () => {
    const row = '[data-campaign-id][data-health="blocked"]';
    const { name, id } = await popup.$eval(row, (element) => ({
      name: element.querySelector('.name')?.textContent ?? '',
      id: element.getAttribute('data-campaign-id'),
    }));
    await click(popup, `${row} button`);
    await popup.waitForSelector(`${row} [data-cause]`);
    const why = await popup.$eval(`${row} [data-cause]`, (cause) => ({
      code: cause.getAttribute('data-cause') ?? '',
      headline: cause.querySelector('strong')?.textContent ?? '',
    }));
    // Its style sheet comes with its code, and before it.
    const padding = await popup.$eval(`${row} .detail`, (one) => getComputedStyle(one).paddingLeft);
    expect(padding).toBe('38px');
    await press(popup, 'Copy');
    await saysCopied(popup, 'operator');
    const forTeam = await clipboard();
    expect(forTeam).toContain(`${name}: Blocked`);
    expect(forTeam).toContain(`${why.headline} [${why.code}]`);
    expect(forTeam).toContain(`https://app.instantly.ai/app/campaign/${id}`);

    await press(popup, 'Copy for a client');
    await saysCopied(popup, 'client');
    const forClient = await clipboard();
    expect(forClient).toContain(name);
    expect(forClient).not.toContain(why.code);
    expect(forClient).not.toMatch(/https?:|@|\[/);
    await click(popup, `${row} button[aria-expanded="true"]`);
    await popup.waitForFunction(() => document.querySelector('[data-cause]') === null);
  });

  test('the keys find, move, open, copy, help and close', async () => {
    const page = await openCheckedPopup(opened.browser);
    await shownIs(page, CAMPAIGNS);
    const { keyboard } = page;
    const [first, second] = await rowsOf(page);
    const focused = () =>
      page.evaluate(() => {
        const { activeElement } = document;
        const row = activeElement?.closest('[data-campaign-id]');
        return row?.getAttribute('data-campaign-id') ?? activeElement?.tagName;
      });
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keyboard.press('j');
    await expect.poll(focused).toBe(first?.id);
    await keyboard.press('j');
    await expect.poll(focused).toBe(second?.id);
    await keyboard.press('k');
    await expect.poll(focused).toBe(first?.id);
    await keyboard.press('Enter');
    await page.waitForSelector(`[data-campaign-id="${first?.id}"] [data-cause]`);
    await keyboard.press('c');
    await saysCopied(page, 'operator');
    expect(await clipboard()).toContain(first?.id);

    await page.bringToFront();
    await keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    await keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[data-cause]') === null);

    await keyboard.press('/');
    await expect.poll(focused).toBe('INPUT');
    await keyboard.type('dental');
    await shownIs(page, 1);
    await keyboard.press('ArrowDown');
    const [found] = await rowsOf(page);
    await expect.poll(focused).toBe(found?.id);
    await keyboard.press('Escape');
    await shownIs(page, CAMPAIGNS);
    await page.close();
  });

  test('the side panel shows what the popup shows', async () => {
    const size = { width: 400, height: 4_000 };
    const panel = await opened.browser.openExtensionPage('sidepanel.html', size);
    const seen = async (page: Page) => ({
      headline: await headlineOf(page),
      rows: (await rowsOf(page)).map(({ id, health, text }) => [id, health, text]),
    });
    await panel.waitForSelector('[data-campaign-id][data-health]');
    // Both are read anew: durations in them grow by the minute.
    await expect
      .poll(async () => isDeepStrictEqual(await seen(panel), await seen(popup)))
      .toBe(true);
    await panel.close();
  });

  test('a deep link opens the campaign, survives a reload, and back and forward move', async () => {
    const row = (await rowsOf(popup)).find(({ health }) => health === 'degraded');
    dashboard = await opened.browser.openExtensionPage(`dashboard.html#/campaign/${row?.id}`);
    dashboard.on('pageerror', (error) => errors.push(String(error)));
    dashboard.on('console', (line) => {
      if (['error', 'warn'].includes(line.type())) errors.push(line.text());
    });
    const shows = (): Promise<unknown> =>
      dashboard.waitForSelector(
        `article[data-campaign-id="${row?.id}"][data-health="degraded"] [data-cause]`,
      );
    const isList = (): Promise<unknown> => dashboard.waitForSelector('table.campaigns tbody tr');
    await shows();
    expect(row?.text).toContain((await headlineOf(dashboard)).trim());
    await dashboard.evaluate(() => location.reload());
    // Until the new page stands, a question to it may fail: then it is asked again.
    await expect
      .poll(() =>
        dashboard.evaluate(() => {
          const [navigation] = performance.getEntriesByType('navigation');
          return `${(navigation as PerformanceNavigationTiming).type} ${document.readyState}`;
        }),
      )
      .toBe('reload complete');
    await shows();
    await click(dashboard, '.back a');
    await isList();
    await dashboard.evaluate(() => history.back());
    await shows();
    await dashboard.evaluate(() => history.forward());
    await isList();
  });

  test('every section of the dashboard has content and logs no error', async () => {
    const contents = {
      campaigns: ['table.campaigns tr[data-campaign-id]'],
      incidents: ['[data-incident][data-state="firing"]', '[data-incident][data-state="resolved"]'],
      inboxes: ['table.inboxes tr[data-account]'],
      history: ['table.past tr[data-campaign-id]', '[data-sent] canvas', '[data-sent] tbody tr'],
      tomorrow: ['.opening [data-campaign-id]'],
    };
    const headline = await headlineOf(popup);
    const advice = await popup.$eval('.summary p', (text) => text.textContent);
    for (const [section, wanted] of Object.entries(contents)) {
      await click(dashboard, `nav a[href="#/${section}"]`);
      await dashboard.waitForSelector(`nav a[href="#/${section}"][aria-current="page"]`);
      for (const content of wanted) await dashboard.waitForSelector(`main ${content}`);
      expect(await headlineOf(dashboard)).toBe(headline);
      expect(await dashboard.$eval('header .lead', (lead) => lead.textContent)).toBe(advice);
    }
    expect(errors).toEqual([]);
  });

  test('the palette offers every section, action, workspace and campaign, and does what is chosen', async () => {
    await dashboard.bringToFront();
    const { keyboard } = dashboard;
    const choose = async (text: string): Promise<void> => {
      await keyboard.down('Control');
      await keyboard.press('k');
      await keyboard.up('Control');
      await dashboard.waitForSelector('dialog.palette[open] [role="option"]');
      await keyboard.type(text);
      await dashboard.waitForFunction(
        (wanted) =>
          document.querySelector('[aria-selected="true"] bdi')?.textContent?.includes(wanted),
        {},
        text,
      );
      await keyboard.press('Enter');
      await dashboard.waitForFunction(() => document.querySelector('dialog') === null);
    };
    await choose('History');
    await dashboard.waitForSelector('nav a[href="#/history"][aria-current="page"]');
    await choose('Fintech CFOs');
    await dashboard.waitForSelector('article[data-campaign-id]');
    expect(await headlineOf(dashboard)).toContain('Fintech CFOs — Nordics');
    await choose('Copy the report for a client');
    await waitForText(dashboard, /Copied/);
    const report = await clipboard();
    expect(report).toContain('Fintech CFOs — Nordics');
    expect(report).not.toMatch(/https?:|@|\[/);
    await dashboard.bringToFront();
    await choose('Export what is shown as CSV');
    const [head, ...lines] = (await downloads.take(/\.csv$/)).trimEnd().split('\r\n');
    expect(head).toContain('campaign,workspace');
    expect(lines.length).toBe(CAMPAIGNS);
    await choose('Export what is shown as JSON');
    expect(JSON.parse(await downloads.take(/\.json$/))).toHaveLength(CAMPAIGNS);
  });

  test('paper gets every campaign and none of the controls', async () => {
    await click(dashboard, 'nav a[href="#/campaigns"]');
    await dashboard.waitForSelector('table.campaigns tbody tr');
    await dashboard.evaluate(() => {
      addEventListener('beforeprint', () => {
        const rows = document.querySelectorAll('table.campaigns tr[data-campaign-id]').length;
        document.documentElement.dataset['printed'] = String(rows);
      });
    });
    const paper = await dashboard.pdf();
    expect(paper.length).toBeGreaterThan(10_000);
    expect(await dashboard.evaluate(() => document.documentElement.dataset['printed'])).toBe(
      String(CAMPAIGNS),
    );
  });

  test('one press takes the demo away from every surface', async () => {
    await press(options, 'Remove demo data');
    await waitForText(options, /Explore with demo data/);
    await expect.poll(() => opened.browser.badgeText()).toBe('');
    await popup.bringToFront();
    await waitForText(popup, /See what is not sending, and why/);
    await dashboard.bringToFront();
    await waitForText(dashboard, /See what is not sending, and why/);
    expect(await rowsOf(popup)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
