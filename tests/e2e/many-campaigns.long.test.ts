import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { readStored, say } from './stored.ts';
import { CHECK_MS, rowsOf } from './surfaces.ts';

describe('row 54: 500 campaigns', () => {
  let opened: OpenedSendwatch;
  let own: Page;

  beforeAll(async () => {
    opened = await openSendwatch('chromium', { campaigns: 500 });
    own = await opened.browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: opened.sandbox.keys.main });
  });
  afterAll(() => opened?.close());

  test('the popup shows rows and progress while the first check is under way, and nothing breaks', async () => {
    const popup = await opened.browser.openExtensionPage('popup.html', { width: 400, height: 600 });
    await popup.waitForFunction(
      () =>
        (document.querySelector<HTMLProgressElement>('[data-state="first_check"] progress')
          ?.value ?? 0) > 0,
      { timeout: CHECK_MS },
    );
    await popup.waitForSelector('[data-campaign-id][data-health]', { timeout: CHECK_MS });
    const [most, done] = await popup.$eval('[data-state="first_check"] progress', (bar) => {
      const { max, value } = bar as HTMLProgressElement;
      return [max, value] as const;
    });
    expect(most).toBeGreaterThan(300);
    expect(done).toBeLessThan(most);
    expect((await rowsOf(popup)).length).toBeGreaterThan(0);
    const { verdicts } = await readStored(own);
    expect(Object.keys(verdicts).length).toBeGreaterThan(490);
    // What nobody has asked about yet is not called well.
    const unasked = Object.values(verdicts).filter((verdict) => verdict.startsWith('unknown'));
    expect(unasked.length).toBeGreaterThan(0);
    await popup.close();
    expect(opened.browser.consoleLines().filter((line) => /^uncaught|Uncaught/.test(line))).toEqual(
      [],
    );
  });

  test('a panel is answered meanwhile', async () => {
    const id = Object.keys((await readStored(own)).verdicts)[0];
    const page = await opened.browser.openWebApp(`/app/campaign/${id}/analytics`);
    await page.waitForSelector(`sendwatch-panel[data-campaign-id="${id}"][data-health]`);
    await page.close();
    opened.sandbox.audit.assertWithin({ perSecond: 16, perMinute: 320 });
  });
});
