import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '#sandbox';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { CHECK_MS, checkNow, connect, healthById, openCheckedPopup, rowsOf } from './surfaces.ts';

describe.each(BROWSERS)('an outage of Instantly in %s', (kind) => {
  let opened: OpenedSendwatch;
  let popup: Page;
  let before: Readonly<Record<string, string>>;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
    const { options } = await connect(opened.browser, opened.sandbox.keys.second);
    await options.close();
    popup = await openCheckedPopup(opened.browser);
    before = healthById(await rowsOf(popup));
  });
  afterAll(() => opened?.close());
  afterEach(() => opened?.sandbox.faults.clear());

  const states = (): Promise<readonly (string | null)[]> =>
    popup.$$eval('[data-state]', (notices) => notices.map((n) => n.getAttribute('data-state')));

  const outages: readonly (readonly [string, Fault])[] = [
    ['a gateway page instead of JSON', { kind: 'html' }],
    ['no connection', { kind: 'reset' }],
    ['a fault of the server', { kind: 'status', status: 503, body: 'upstream' }],
  ];
  test.each(outages)(
    '%s: says so, keeps what it knew, and heals with the next answer',
    async (_, fault) => {
      opened.sandbox.faults.add({
        match: { host: 'api.instantly.ai' },
        times: Number.POSITIVE_INFINITY,
        fault,
      });
      await checkNow(opened, popup);
      await expect
        .poll(states, { timeout: CHECK_MS })
        .toEqual([expect.stringMatching(/^(api_down|offline)$/)]);
      expect(Object.keys(healthById(await rowsOf(popup)))).toHaveLength(Object.keys(before).length);

      opened.sandbox.faults.clear();
      await checkNow(opened, popup);
      await expect.poll(states, { timeout: CHECK_MS }).toEqual([]);
      await expect
        .poll(async () => healthById(await rowsOf(popup)), { timeout: CHECK_MS })
        .toEqual(before);
    },
  );
});
