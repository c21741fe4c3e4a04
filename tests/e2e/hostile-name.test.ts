import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { CHECK_MS, connect, fieldOf, openCheckedPopup, rowsOf } from './surfaces.ts';

const NAME = '<img src=x onerror=alert(1)>';

describe.each(BROWSERS)('rows 14 and 15: names of a hostile world in %s', (kind) => {
  let opened: OpenedSendwatch;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
    const { options } = await connect(opened.browser, opened.sandbox.keys.main);
    await options.close();
  });
  afterAll(() => opened?.close());

  test('is shown as text by popup and panel, and nothing of it runs', async () => {
    const popup = await openCheckedPopup(opened.browser);
    await (await fieldOf(popup, 'Find a campaign')).type('onerror');
    const found = async () => (await rowsOf(popup)).filter(({ text }) => text.includes(NAME));
    await expect.poll(async () => (await found()).length, { timeout: CHECK_MS }).toBe(1);
    expect(await popup.$('img[src="x"]')).toBeNull();

    const [row] = await found();
    const page = await opened.browser.openWebApp(`/app/campaign/${row?.id}/analytics`);
    await page.waitForSelector(`sendwatch-panel[data-campaign-id="${row?.id}"][data-health]`);
    const hasImage = await page.$eval(
      'sendwatch-panel',
      (panel) => panel.shadowRoot?.querySelector('img[src="x"]') != null,
    );
    expect(hasImage).toBe(false);
    expect(opened.browser.dialogs()).toEqual([]);
  });
});
