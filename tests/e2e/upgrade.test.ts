import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { CACHE_VERSION } from '../../lib/store/migrations/index.ts';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { CACHE, readStored, type Stored, say, settle, waitUntilChecked } from './stored.ts';
import { openCheckedPopup, rowsOf } from './surfaces.ts';

declare const chrome: ExtensionApi;

/** The stores of the version before, with their indexes: what an update finds (lib/store/migrations). */
const VERSION_BEFORE = 3;
const STORES_BEFORE = {
  workspaces: {},
  observations: {},
  fleet: {},
  journal: {},
  meta: {},
  history: { byWorkspaceAndTime: ['value.workspaceId', 'value.at'], byTime: 'value.at' },
  incidents: { byWorkspace: 'value.workspaceIds', byState: 'value.state' },
  actions: { byWorkspaceAndTime: ['value.workspaceId', 'value.at'] },
} as const;

/**
 * Writes the cache anew as another version would have left it: every row of the stores that this version has. A browser
 * that updates or exchanges an extension also forgets its session.
 */
const leaveCacheOf = (page: Page, version: number, stores: object | null): Promise<number> =>
  page.evaluate(
    async (name, to, wished) => {
      const asked = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await asked(indexedDB.open(name));
      const rows: [string, IDBValidKey, unknown][] = [];
      const indexes: Record<string, Record<string, string | string[]>> = {};
      for (const store of [...database.objectStoreNames]) {
        const source = database.transaction(store).objectStore(store);
        indexes[store] = Object.fromEntries(
          [...source.indexNames].map((index) => [index, source.index(index).keyPath]),
        );
        const [keys, values] = await Promise.all([
          asked(source.getAllKeys()),
          asked(source.getAll()),
        ]);
        rows.push(...keys.map((key, at) => [store, key, values[at]] as (typeof rows)[number]));
      }
      database.close();
      await asked(indexedDB.deleteDatabase(name));
      const opening = indexedDB.open(name, to);
      const kept = (wished ?? indexes) as typeof indexes;
      opening.onupgradeneeded = () => {
        for (const [store, paths] of Object.entries(kept)) {
          const made = opening.result.createObjectStore(store);
          for (const [index, path] of Object.entries(paths)) {
            made.createIndex(index, path, { multiEntry: index === 'byWorkspace' });
          }
        }
      };
      const made = await asked(opening);
      const mine = rows.filter(([store]) => store in kept);
      const writing = made.transaction([...made.objectStoreNames], 'readwrite');
      await Promise.all(
        mine.map(([store, key, value]) => asked(writing.objectStore(store).put(value, key))),
      );
      made.close();
      await chrome.storage.session.clear();
      return mine.length;
    },
    CACHE,
    version,
    stores,
  );

const versionOf = (page: Page): Promise<number | undefined> =>
  page.evaluate(
    async (name) => (await indexedDB.databases()).find((one) => one.name === name)?.version,
    CACHE,
  );

describe.each(BROWSERS)('stored data of another version in %s', (kind) => {
  let opened: OpenedSendwatch;
  let own: Page;
  let before: Stored;

  /** What the next version of the worker makes of it. */
  const checkedAnew = async (): Promise<Stored> => {
    await say(own, 'check.now');
    return waitUntilChecked(own);
  };
  const isStartedAnew = (): Promise<boolean> =>
    own.evaluate(async (name) => {
      const request = indexedDB.open(name);
      return new Promise<boolean>((resolve, reject) => {
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const reading = request.result.transaction('meta').objectStore('meta').get('reset');
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            request.result.close();
            resolve(reading.result !== undefined);
          };
        };
      });
    }, CACHE);

  beforeAll(async () => {
    // Longer than a slice of the first check: a background that does something is not idle.
    opened = await openSendwatch(kind, { backgroundIdleMs: 6_000 });
    own = await opened.browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: opened.sandbox.keys.second });
    before = await settle(own);
  });
  afterAll(() => opened?.close());

  test('row 47: an update keeps workspaces, keys, verdicts and history, and asks for nothing', async () => {
    await opened.browser.killWorker();
    expect(await leaveCacheOf(own, VERSION_BEFORE, STORES_BEFORE)).toBeGreaterThan(20);
    const now = await checkedAnew();
    expect(await versionOf(own)).toBe(CACHE_VERSION);
    expect(await isStartedAnew()).toBe(false);
    expect(now.workspaces).toEqual(before.workspaces);
    expect(now.verdicts).toEqual(before.verdicts);
    expect(now.history).toEqual(before.history);
    const popup = await openCheckedPopup(opened.browser);
    expect(await rowsOf(popup)).toHaveLength(12);
    await popup.close();
  });

  test('row 47: back again, what was read is read anew, and the key is still there', async () => {
    await opened.browser.killWorker();
    await leaveCacheOf(own, CACHE_VERSION + 1, null);
    await checkedAnew();
    expect(await isStartedAnew()).toBe(true);
    const now = await settle(own);
    expect(now.workspaces.map(({ id, keyTail }) => [id, keyTail])).toEqual(
      before.workspaces.map(({ id, keyTail }) => [id, keyTail]),
    );
    expect(now.verdicts).toEqual(before.verdicts);
  });

  test('row 47, control: a key is not in the cache, so that nothing but the vault can have kept it', async () => {
    const stored = JSON.stringify(await readStored(own));
    expect(stored).not.toContain(opened.sandbox.keys.second);
  });
});
