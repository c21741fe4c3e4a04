import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pasteInto } from './clipboard.ts';
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

const CAMPAIGNS = 60;

const openPopup = async ({ browser }: OpenedSendwatch): Promise<Page> => {
  const popup = await openCheckedPopup(browser);
  await expect.poll(async () => (await rowsOf(popup)).length).toBe(CAMPAIGNS);
  return popup;
};

const headlineOf = (page: Page): Promise<string> =>
  page.$eval('h1', (title) => title.textContent ?? '');

const clickAll = async (page: Page, selector: string): Promise<void> => {
  await (await page.waitForSelector(selector))?.click();
};

describe.each(BROWSERS)('a first look around with demo data in %s', (kind) => {
  let opened: OpenedSendwatch;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
  });
  afterAll(() => opened?.close());

  test('one press loads the demo, marked as such, and Instantly is asked nothing', async () => {
    const { browser, sandbox } = opened;
    const options = await browser.openExtensionPage('options.html');
    await options.waitForSelector('[data-step="key"]');
    await press(options, 'Explore with demo data');
    const card = await options.waitForSelector('[data-workspace-id]');
    expect(await card?.$eval('.tag', (tag) => tag.textContent)).toBe('Demo');
    await waitForText(options, /The demo workspace is loaded/);
    expect(sandbox.audit.total()).toBe(0);
    await options.close();
  });

  test('the popup shows the demo as checked now, worst first; the badge counts with it', async () => {
    const popup = await openPopup(opened);
    expect(await popup.$eval('header .tag', (tag) => tag.textContent)).toBe('Demo');
    const rows = await rowsOf(popup);
    const count = needingPerson(rows);
    expect(await headlineOf(popup)).toBe(`${count} campaigns need you`);
    await expect.poll(() => opened.browser.badgeText()).toBe(badgeFor(count));
    const checkedAt = await popup.$eval('header time', (time) => Date.parse(time.dateTime));
    expect(Date.now() - checkedAt).toBeLessThan(5 * 60_000);
    await popup.close();
  });

  test('health filters and the search narrow the list, and clear again', async () => {
    const popup = await openPopup(opened);
    const all = await rowsOf(popup);
    const filters = await popup.$$eval('button[data-filter]', (chips) =>
      chips.map((chip) => ({
        health: chip.getAttribute('data-filter') ?? '',
        count: Number(chip.querySelector('b')?.textContent),
      })),
    );
    expect(filters.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    for (const { health, count } of filters) {
      await clickAll(popup, `button[data-filter="${health}"][aria-pressed="false"]`);
      await popup.waitForSelector(`button[data-filter="${health}"][aria-pressed="true"]`);
      const shown = await rowsOf(popup);
      expect(shown.length).toBe(count);
      expect(new Set(shown.map((row) => row.health))).toEqual(new Set([health]));
      await clickAll(popup, `button[data-filter="${health}"]`);
    }
    const find = await fieldOf(popup, 'Find a campaign');
    await find.type('fintech');
    await popup.waitForFunction(
      () => document.querySelectorAll('[data-campaign-id][data-health]').length === 1,
    );
    expect((await rowsOf(popup))[0]?.text).toContain('Fintech CFOs — Nordics');
    await find.type(' no such campaign');
    await waitForText(popup, /No campaign matches/);
    await press(popup, 'Show all');
    await expect.poll(async () => (await rowsOf(popup)).length).toBe(all.length);
    await popup.close();
  });

  test('an opened row says why, and copies it for the team and for a client', async () => {
    const popup = await openPopup(opened);
    const row = '[data-campaign-id][data-health="blocked"]';
    const name = await popup.$eval(`${row} .name`, (element) => element.textContent ?? '');
    await clickAll(popup, `${row} button`);
    await popup.waitForSelector(`${row} [data-cause]`);
    const why = await popup.$eval(`${row} [data-cause]`, (cause) => ({
      code: cause.getAttribute('data-cause') ?? '',
      headline: cause.querySelector('strong')?.textContent ?? '',
    }));
    const id = await popup.$eval(row, (element) => element.getAttribute('data-campaign-id'));
    const bare = await opened.browser.bareExtensionPage();

    await press(popup, 'Copy');
    await waitForText(popup, /Copied/);
    const forTeam = await pasteInto(bare);
    expect(forTeam).toContain(`${name}: Blocked`);
    expect(forTeam).toContain(`${why.headline} [${why.code}]`);
    expect(forTeam).toContain(`https://app.instantly.ai/app/campaign/${id}`);

    await press(popup, 'Copy for a client');
    await popup.waitForFunction(() => {
      const button = document.querySelector('[data-copy="client"]');
      return button?.textContent === 'Copied';
    });
    const forClient = await pasteInto(bare);
    expect(forClient).toContain(name);
    expect(forClient).not.toContain(why.code);
    expect(forClient).not.toMatch(/https?:|@|\[/);
    await popup.close();
  });

  test('the side panel shows what the popup shows', async () => {
    const popup = await openPopup(opened);
    const panel = await opened.browser.openExtensionPage('sidepanel.html', {
      width: 400,
      height: 4_000,
    });
    await panel.waitForSelector('[data-campaign-id][data-health]');
    await expect.poll(() => headlineOf(panel)).toBe(await headlineOf(popup));
    await expect
      .poll(async () => (await rowsOf(panel)).map(({ id, health }) => `${id} ${health}`))
      .toEqual((await rowsOf(popup)).map(({ id, health }) => `${id} ${health}`));
    await panel.close();
    await popup.close();
  });

  test('the keys move, open, copy, find, help and close', async () => {
    const popup = await openPopup(opened);
    await popup.bringToFront();
    const [first, second] = await rowsOf(popup);
    const press = (key: '/' | '?' | 'c' | 'j' | 'k' | 'Enter' | 'Escape') =>
      popup.keyboard.press(key);
    const focused = () =>
      popup.evaluate(
        () =>
          document.activeElement?.closest('[data-campaign-id]')?.getAttribute('data-campaign-id') ??
          document.activeElement?.tagName,
      );
    await press('j');
    await expect.poll(focused).toBe(first?.id);
    await press('j');
    await expect.poll(focused).toBe(second?.id);
    await press('k');
    await expect.poll(focused).toBe(first?.id);
    await press('Enter');
    await popup.waitForSelector(`[data-campaign-id="${first?.id}"] [data-cause]`);
    await press('c');
    await waitForText(popup, /Copied/);
    expect(await pasteInto(await opened.browser.bareExtensionPage())).toContain(first?.id);
    await popup.bringToFront();
    await press('Escape');
    await popup.waitForFunction(() => document.querySelector('[data-cause]') === null);
    await press('?');
    await popup.waitForSelector('dialog[open]');
    await press('Escape');
    await popup.waitForFunction(() => document.querySelector('dialog') === null);
    await press('/');
    await expect.poll(focused).toBe('INPUT');
    await popup.keyboard.type('denta');
    await expect.poll(async () => (await rowsOf(popup)).length).toBe(1);
    await press('Escape');
    await expect.poll(async () => (await rowsOf(popup)).length).toBe(CAMPAIGNS);
    await popup.close();
  });

  test('a deep link opens the campaign, survives a reload, and back and forward move', async () => {
    const popup = await openPopup(opened);
    const row = (await rowsOf(popup)).find(({ health }) => health === 'degraded');
    await popup.close();
    const page = await opened.browser.openExtensionPage(`dashboard.html#/campaign/${row?.id}`);
    const shows = (): Promise<unknown> =>
      page.waitForSelector(`article[data-campaign-id="${row?.id}"][data-health="degraded"]`);
    await shows();
    await page.waitForSelector('[data-cause]');
    const name = await headlineOf(page);
    expect(row?.text).toContain(name.trim());
    await page.evaluate(() => location.reload());
    await shows();
    await clickAll(page, 'a[href="#/campaigns"][aria-current], .back a');
    await page.waitForSelector('table.campaigns');
    await page.evaluate(() => history.back());
    await shows();
    await page.evaluate(() => history.forward());
    await page.waitForSelector('table.campaigns');
    await page.close();
  });

  test('every section of the dashboard has content and logs no error', async () => {
    const page = await opened.browser.openExtensionPage('dashboard.html');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warn') errors.push(line.text());
    });
    const contents = {
      campaigns: 'table.campaigns tr[data-campaign-id]',
      incidents: '[data-incident][data-state="firing"]',
      inboxes: 'table.inboxes tr[data-account]',
      history: 'table.past tr[data-campaign-id]',
      tomorrow: '.opening [data-campaign-id]',
    };
    for (const [section, content] of Object.entries(contents)) {
      await clickAll(page, `nav a[href="#/${section}"]`);
      await page.waitForSelector(`nav a[href="#/${section}"][aria-current="page"]`);
      await page.waitForSelector(`main ${content}`);
      expect(await headlineOf(page)).toMatch(/campaigns need you/);
    }
    expect(errors).toEqual([]);
    await page.close();
  });
});
