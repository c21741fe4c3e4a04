import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { fieldOf, offerKey, press } from './surfaces.ts';

declare const chrome: ExtensionApi;

const WRONG = 'bm90LWEta2V5LWF0LWluc3RhbnRseTpzZWNyZXQxMjM0NQ==';

describe.each(BROWSERS)('a key that is refused in %s', (kind) => {
  let opened: OpenedSendwatch;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
  });
  afterAll(() => opened?.close());
  afterEach(() => opened.sandbox.faults.clear());

  const refusalOf = async (key: string): Promise<{ reason: string; kept: string }> => {
    const page = await offerKey(opened.browser, key);
    const alert = await page.waitForSelector('[role="alert"]');
    const reason = (await alert?.evaluate((element) => element.textContent)) ?? '';
    const field = await fieldOf(page, 'API key');
    const kept = await field.evaluate((element) => (element as HTMLInputElement).value);
    expect(await page.$('[data-workspace-id]')).toBeNull();
    await page.close();
    return { reason, kept };
  };

  test('unknown to Instantly: the reason is said, the field is kept', async () => {
    const { reason, kept } = await refusalOf(WRONG);
    expect(reason).toMatch(/reject|not accept|invalid/i);
    expect(kept).toBe(WRONG);
  });

  test('without the scope: the scope is named', async () => {
    const { reason, kept } = await refusalOf(opened.sandbox.keys.noScope);
    expect(reason).toContain('campaigns:read');
    expect(kept).toBe(opened.sandbox.keys.noScope);
  });

  test('of a workspace without a plan: the plan is named', async () => {
    const { reason } = await refusalOf(opened.sandbox.keys.noPlan);
    expect(reason).toMatch(/plan/i);
  });

  test('empty: said without asking Instantly', async () => {
    const before = opened.sandbox.audit.total();
    const { reason } = await refusalOf('');
    expect(reason).not.toBe('');
    expect(opened.sandbox.audit.total()).toBe(before);
  });

  test('with a line break inside: said, and Instantly is not asked', async () => {
    const page = await opened.browser.openExtensionPage('options.html');
    const before = opened.sandbox.audit.total();
    // A one-line field drops line breaks by itself, so the check behind it is asked directly.
    const answer = await page.evaluate(() =>
      chrome.runtime.sendMessage({
        type: 'workspace.connect',
        request: { key: 'bm90LWEta2V5\r\nX-Injected: 1' },
      }),
    );
    expect(answer).toMatchObject({ ok: false, problem: { code: 'has_line_break' } });
    expect(opened.sandbox.audit.total()).toBe(before);
    await page.close();
  });

  test('while Instantly cannot be reached: said as such, and the same key works afterwards', async () => {
    const { sandbox, browser } = opened;
    sandbox.faults.add({
      match: { host: 'api.instantly.ai' },
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'reset' },
    });
    const page = await offerKey(browser, sandbox.keys.second);
    await page.waitForSelector('[role="alert"]', { timeout: 40_000 });
    sandbox.faults.clear();
    await press(page, 'Connect');
    await page.waitForSelector('[data-workspace-id]', { timeout: 20_000 });
    await page.close();
  });
});
