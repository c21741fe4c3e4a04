import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { CHECK_MS, checkNow, connect, healthById, openCheckedPopup, rowsOf } from './surfaces.ts';

// Only Chromium can be told to stop a worker at a given moment.
describe('a worker that is killed', () => {
  let opened: OpenedSendwatch;
  let popup: Page;
  let before: Readonly<Record<string, string>>;

  beforeAll(async () => {
    opened = await openSendwatch('chromium');
    const { options } = await connect(opened.browser, opened.sandbox.keys.second);
    await options.close();
    popup = await openCheckedPopup(opened.browser);
    before = healthById(await rowsOf(popup));
  });
  afterAll(() => opened?.close());

  test('between two checks loses nothing', async () => {
    const { browser } = opened;
    const badge = await browser.badgeText();
    await browser.killWorker();
    expect(await browser.badgeText()).toBe(badge);

    const again = await openCheckedPopup(browser);
    // The head paints the worst rows first; the others come with the database.
    await expect.poll(async () => healthById(await rowsOf(again))).toEqual(before);
    await again.close();
    const options = await browser.openExtensionPage('options.html');
    await options.waitForSelector('[data-workspace-id]');
    await options.close();

    await checkNow(opened, popup);
    await expect.poll(async () => healthById(await rowsOf(popup))).toEqual(before);
    expect(await browser.badgeText()).toBe(badge);
  });

  test('in the middle of a check loses nothing', async () => {
    opened.sandbox.faults.add({
      match: { host: 'api.instantly.ai' },
      fault: { kind: 'never_ends' },
    });
    await checkNow(opened, popup);
    await opened.browser.killWorker();
    await checkNow(opened, popup);
    await expect
      .poll(async () => healthById(await rowsOf(popup)), { timeout: CHECK_MS })
      .toEqual(before);
  });
});
