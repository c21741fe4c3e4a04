import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { connect, openCheckedPopup, rowsOf } from './surfaces.ts';

const PANEL = 'sendwatch-panel';
const WORKSPACE = '?selected_wks=Contoso%20Growth';
const part = (selector: string): string => `${PANEL} >>> ${selector}`;

const press = async (page: Page, selector: string): Promise<void> => {
  const button = await page.waitForSelector(part(selector));
  await button?.click();
};

describe.each(BROWSERS)('the panel in %s', (kind) => {
  let opened: OpenedSendwatch;
  let id: string;
  let name: string;
  let page: Page;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
    const connected = await connect(opened.browser, opened.sandbox.keys.second);
    await connected.options.close();
    const popup = await openCheckedPopup(opened.browser);
    const [worst] = await rowsOf(popup);
    id = String(worst?.id);
    name = await popup.$eval(
      `[data-campaign-id="${id}"] .name`,
      (shown) => shown.textContent ?? '',
    );
    await popup.close();
    page = await opened.browser.openWebApp(`/app/campaign/${id}/analytics${WORKSPACE}`);
    await page.waitForSelector(part('[data-cause]'));
  });
  afterAll(() => opened?.close());

  test('its words come with the answer: sentences, no keys and no codes', async () => {
    const text = await page.$eval(PANEL, (host) => {
      const shown = host.shadowRoot?.querySelector('.panel');
      return `${shown?.textContent} ${shown?.querySelector('h2')?.textContent}`;
    });
    expect(text).not.toMatch(/\b(?:panel|popup|time|unit|health)\.[a-z]/i);
    expect(text).not.toMatch(/\b[a-z]+_[a-z_]+\b/);
    expect(text).toMatch(/checked (?:\d+ s|\d+ min|just)/);
  });

  test('its health stands beside the title of the campaign, which reads as before', async () => {
    const pill = 'h1 > sendwatch-mark';
    await page.waitForSelector(`${pill} >>> .pill`, { visible: true });
    const title = await page.$eval('h1', (heading) => ({
      text: heading.textContent,
      mark: { ...heading.querySelector<HTMLElement>('sendwatch-mark')?.dataset },
    }));
    const health = await page.$eval(PANEL, (host) => (host as HTMLElement).dataset['health']);
    expect(title).toEqual({ text: name, mark: { campaignId: id, health } });
  });

  test('it gives way to what has the focus, and takes none', async () => {
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'covered';
      field.style.cssText = 'position:fixed;right:60px;bottom:150px;width:200px;height:30px';
      document.body.append(field);
    });
    await page.focus('#covered');
    await page.waitForSelector(part('.pill'));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('covered');
    await page.$eval('#covered', (field) => (field as HTMLElement).blur());
    await page.waitForSelector(part('.panel'));
  });

  test('it docks where it is told, and is there again after a reload', async () => {
    await press(page, 'header [aria-expanded]');
    await press(page, '.corner.top-left');
    await page.reload();
    await page.waitForSelector(`${PANEL}[data-corner="top-left"]`);
    const box = await (await page.waitForSelector(part('.panel')))?.boundingBox();
    expect([box?.x, box?.y]).toEqual([20, 20]);
  });

  test('Esc collapses it, with the keyboard alone it opens again', async () => {
    await page.waitForSelector(part('[data-cause]'));
    await (await page.waitForSelector(part('.acts button')))?.focus();
    await page.keyboard.press('Escape');
    await page.waitForSelector(part('.pill'));
    await page.keyboard.press('Enter');
    await page.waitForSelector(part('.panel'));
  });

  test('it opens the dashboard at its campaign', async () => {
    const address = `${opened.browser.extensionOrigin}/dashboard.html#/campaign/${id}`;
    await press(page, '.acts button:nth-of-type(3)');
    // Firefox’s driver calls a tab that an extension opened blank, and keeps some that are closed: the tabs are asked.
    const addresses = async () => {
      const pages = await page.browser().pages();
      const asked = await Promise.allSettled(pages.map((one) => one.evaluate(() => location.href)));
      return asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    };
    await expect.poll(addresses).toContain(address);
    await page.bringToFront();
  });

  test('hidden on all pages it is gone, and the options bring it back', async () => {
    await press(page, 'header [aria-expanded]');
    await press(page, '.hiding button:last-child');
    await page.waitForSelector(PANEL, { hidden: true });
    const options = await opened.browser.openExtensionPage('options.html');
    await options.waitForSelector('#set-isPanelShown');
    await expect
      .poll(() => options.$eval('#set-isPanelShown', (box) => (box as HTMLSelectElement).value))
      .toBe('false');
    await options.select('#set-isPanelShown', 'true');
    await options.close();
    await page.bringToFront();
    await page.waitForSelector(`${PANEL}[data-campaign-id="${id}"]`);
  });
});
