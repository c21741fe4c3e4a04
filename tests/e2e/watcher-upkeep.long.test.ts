import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import {
  armedAlarms,
  CACHE,
  readStored,
  type Stored,
  say,
  settle,
  waitUntilChecked,
  waitUntilIdle,
} from './stored.ts';
import { CHECK_MS, healthById, openCheckedPopup, rowsOf } from './surfaces.ts';

declare const chrome: ExtensionApi;

describe.each(BROWSERS)('the watcher in %s', (kind) => {
  let opened: OpenedSendwatch;
  let own: Page;
  let before: Stored;

  beforeAll(async () => {
    // Longer than a slice of the first check: a background that does something is not idle.
    opened = await openSendwatch(kind, { backgroundIdleMs: 6_000 });
    own = await opened.browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: opened.sandbox.keys.second });
    before = await settle(own);
  });
  afterAll(() => opened?.close());

  test('row 41: two windows and a page that ask at once cause one check', async () => {
    const { browser, sandbox } = opened;
    const popups = [await openCheckedPopup(browser), await openCheckedPopup(browser)];
    await waitUntilIdle(own);
    // Slow enough that every wish comes while the check of the first is under way.
    sandbox.faults.add({
      match: { host: 'api.instantly.ai', path: /\/campaigns$/ },
      fault: { kind: 'latency', ms: 500 },
    });
    const from = sandbox.requests.length;
    const press = (popup: Page): Promise<void> =>
      popup.$eval('button[aria-label="Check now"]', (button) =>
        (button as HTMLButtonElement).click(),
      );
    await Promise.all([
      ...popups.map(press),
      ...Array.from({ length: 5 }, () => say(own, 'check.now')),
    ]);
    await expect.poll(() => sandbox.requests.length, { timeout: CHECK_MS }).toBeGreaterThan(from);
    await waitUntilIdle(own);
    const asked = sandbox.requests
      .slice(from)
      .filter(({ host }) => host === 'api.instantly.ai')
      .map(({ path, query }) => path + query);
    expect(asked.filter((path) => /\/campaigns\?/.test(path))).toHaveLength(1);
    expect(asked).toEqual([...new Set(asked)]);
    for (const popup of popups) {
      const rows = await rowsOf(popup);
      expect(rows).toHaveLength(12);
      await popup.close();
    }
  });

  test('row 44: an alarm that was lost is armed again, once, at the next start', async () => {
    await waitUntilIdle(own);
    await own.evaluate(() => chrome.alarms.clearAll());
    expect(await armedAlarms(own)).toEqual([]);
    await opened.browser.killWorker();
    await own.evaluate(() => chrome.alarms.clearAll());
    // Several events at once wake one worker.
    await Promise.all(Array.from({ length: 5 }, () => say(own, 'check.now')));
    await expect.poll(() => armedAlarms(own)).toEqual(['check']);
    await waitUntilIdle(own);
    expect(await armedAlarms(own)).toEqual(['check']);
  });

  const expectRebuilt = async (): Promise<void> => {
    await opened.browser.killWorker();
    const asked = opened.sandbox.audit.total();
    const popup = await opened.browser.openExtensionPage('popup.html', {
      width: 400,
      height: 4_000,
    });
    await say(own, 'check.now');
    const after = await settle(own);
    expect(opened.sandbox.audit.total()).toBeGreaterThan(asked);
    expect(after.verdicts).toEqual(before.verdicts);
    await popup.close();
    const again = await openCheckedPopup(opened.browser);
    expect(Object.keys(healthById(await rowsOf(again))).sort()).toEqual(
      Object.keys(before.verdicts).sort(),
    );
    await again.close();
    expect(await armedAlarms(own)).toEqual(['check']);
    expect(after.workspaces.map(({ id, name, keyTail }) => ({ id, name, keyTail }))).toEqual(
      before.workspaces.map(({ id, name, keyTail }) => ({ id, name, keyTail })),
    );
  };

  test('row 46: garbage in every value of the cache: everything is read anew, the key is kept', async () => {
    const spoilt = await own.evaluate(async (name) => {
      const asked = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const garbage: readonly unknown[] = [
        null,
        42,
        'x'.repeat(10_000),
        [],
        {},
        { v: 1 },
        { v: 1, value: null },
        { v: 1, value: { id: 7, verdicts: 'none', state: [] } },
        { v: 1, value: [{ campaignId: {} }] },
        { v: 99, value: {} },
        new Date(Number.NaN),
        new Map([['__proto__', 1]]),
        new Uint8Array([255, 0, 128]),
      ];
      const database = await asked(indexedDB.open(name));
      let count = 0;
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store, 'readwrite').objectStore(store);
        for (const key of await asked(rows.getAllKeys())) {
          await asked(rows.put(garbage[count % garbage.length], key));
          count += 1;
        }
      }
      database.close();
      await chrome.storage.session.set(
        Object.fromEntries(
          Object.keys(await chrome.storage.session.get(null)).map((key) => [
            key,
            { v: 1, value: 'head' },
          ]),
        ),
      );
      return count;
    }, CACHE);
    expect(spoilt).toBeGreaterThan(20);
    await expectRebuilt();
  });

  test('row 47: a cache that a later version wrote: it is made anew, the key is kept', async () => {
    await own.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(name, 99);
          request.onerror = () => reject(request.error);
          request.onupgradeneeded = () => {
            for (const store of request.result.objectStoreNames) {
              request.result.deleteObjectStore(store);
            }
            request.result.createObjectStore('of-the-future');
          };
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        }),
      CACHE,
    );
    await expectRebuilt();
    expect((await readStored(own)).workspaces).toHaveLength(1);
    await waitUntilChecked(own);
  });
});
