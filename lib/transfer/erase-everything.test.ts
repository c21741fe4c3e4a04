import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { eraseEverything } from './erase-everything.ts';

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

const place = (done: string[] = []) => ({
  closeStore: async () => {
    done.push('store closed');
  },
  indexedDB,
  areas: [fakeBrowser.storage.local, fakeBrowser.storage.session],
  clearAlarms: () => fakeBrowser.alarms.clearAll(),
  clearBadge: async () => {
    done.push('badge cleared');
  },
});

const fill = async () => {
  for (const name of ['sendwatch', 'sendwatch-vault', 'something-later']) {
    const database = await openDB(name, 1, {
      upgrade: (upgraded) => void upgraded.createObjectStore('rows'),
    });
    await database.put('rows', 'secret', 'key');
    database.close();
  }
  await fakeBrowser.storage.local.set({ 'settings.theme': 'dark' });
  await fakeBrowser.storage.session.set({ head: {} });
  await fakeBrowser.alarms.create('sendwatch', { delayInMinutes: 1 });
};

test('leaves no database, no stored item and no alarm behind, and clears the badge', async () => {
  await fill();
  const done: string[] = [];
  await eraseEverything(place(done));
  expect(await indexedDB.databases()).toEqual([]);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  expect(done).toEqual(['store closed', 'badge cleared']);
});

test('the keys go first', async () => {
  await fill();
  const erased = vi.spyOn(indexedDB, 'deleteDatabase');
  await eraseEverything(place());
  expect(erased.mock.calls[0]).toEqual(['sendwatch-vault']);
});

test('says so when a part could not be erased', async () => {
  await fill();
  const broken = { ...place(), areas: [{ clear: () => Promise.reject(new Error('disk')) }] };
  await expect(eraseEverything(broken)).rejects.toThrow('disk');
});
