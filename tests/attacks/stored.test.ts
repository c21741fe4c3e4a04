import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MINUTE_MS } from '#model';
import { readTrouble } from '#store/read';
import { openWriter, StoreError } from '#store/write';
import { openVault } from '#vault';
import { sampleJournal, sampleWorkspace, T0, workspaceId } from '../../lib/store/fixtures.ts';
import { CACHE_NAME, STORES } from '../../lib/store/schema.ts';
import { allRows, filledWriter, fullSlice, problemOf } from '../../lib/store/store-fixtures.ts';
import { allStored } from '../../lib/vault/fixtures.ts';
import type { Sabotage } from '../../tools/simulate/world-options.ts';
import { failureOf, loadWithout } from './permissive.ts';
import { brokenIn, loadSimulation, play } from './simulated.ts';

const CANARY = 'canary-7f3a9c51e0d24b68';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('row 45: the disk is full', () => {
  const fillDisk = () =>
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      if (this.name === 'history' || this.name === 'secrets') {
        throw new DOMException('Resource::kQuotaBytes quota exceeded', 'QuotaExceededError');
      }
      return this.get('nothing');
    });

  test('row 45: a slice is stored whole or not at all, and the error says why', async () => {
    const writer = await filledWriter();
    const before = await allRows();
    fillDisk();
    const slice = fullSlice({ journal: sampleJournal({ failures: 7 }) });
    expect(await problemOf(writer.commitSlice(slice))).toBe('quota_exceeded');
    vi.restoreAllMocks();
    expect(await allRows()).toBe(before);
    await writer.commitSlice(slice);
    expect(await allRows()).not.toBe(before);
    await writer.close();
  });

  test('row 45: a key that cannot be stored leaves the old one', async () => {
    await openVault().put('a', CANARY);
    fillDisk();
    expect(await failureOf(openVault().put('a', 'new'))).toBe('quota_exceeded');
    vi.restoreAllMocks();
    expect(await openVault().get('a')).toBe(CANARY);
  });

  test('row 45: every surface can say so until a write succeeds, also after the worker died', async () => {
    const onTrouble = vi.fn();
    await (await filledWriter()).close();
    const writer = openWriter(() => T0, onTrouble);
    const slice = fullSlice({ journal: sampleJournal({ failures: 7 }) });
    await writer.commitSlice(slice);
    expect(await readTrouble()).toBeNull();
    onTrouble.mockClear();
    fillDisk();
    await failureOf(writer.commitSlice(slice));
    await failureOf(writer.commitSlice(slice));
    expect(await readTrouble()).toBe('full');
    expect(onTrouble).toHaveBeenCalledOnce();
    await writer.close();
    vi.restoreAllMocks();
    const another = openWriter(() => T0, onTrouble);
    await another.commitSlice(slice);
    expect(await readTrouble()).toBeNull();
    expect(onTrouble).toHaveBeenCalledTimes(2);
    await another.close();
  });

  test('row 45, control: without the note nobody hears of it', async () => {
    await (await filledWriter()).close();
    const open = await loadWithout(
      {
        '../../lib/store/trouble.ts': () => ({ createTroubleNotes: () => async () => undefined }),
      },
      () => import('#store/write'),
    );
    fillDisk();
    const onTrouble = vi.fn();
    const writer = open.openWriter(() => T0, onTrouble);
    expect(await failureOf(writer.commitSlice(fullSlice()))).toBe('quota_exceeded');
    expect([await readTrouble(), onTrouble.mock.calls]).toEqual([null, []]);
    vi.restoreAllMocks();
    await writer.close();
  });

  test('row 45, control: without the abort half a slice stays', async () => {
    await (await filledWriter()).close();
    const before = await allRows();
    const open = await loadWithout(
      {
        '../../lib/store/transaction.ts': () => ({
          inOneTransaction: async (
            cache: IDBDatabase & { transaction: (names: unknown, mode: string) => unknown },
            work: (transaction: unknown) => Promise<unknown>,
          ) => work(cache.transaction(STORES, 'readwrite')),
        }),
      },
      () => import('#store/write'),
    );
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      if (this.name !== 'history') return put.apply(this, given);
      throw new DOMException('full', 'QuotaExceededError');
    });
    const writer = open.openWriter(() => T0);
    await failureOf(writer.commitSlice(fullSlice({ journal: sampleJournal({ failures: 7 }) })));
    vi.restoreAllMocks();
    await writer.close();
    expect(await allRows()).not.toBe(before);
  });
});

describe('row 45: the watcher when the disk is full', () => {
  /** Stores nothing for half an hour; history counts as what fills the disk when `isHistory`. */
  const fullFor = (minutes: number, isHistory: boolean) => {
    const tried = { commits: 0, prunes: 0, stored: 0 };
    const sabotage: Sabotage = {
      store: (store) => {
        let world = Infinity;
        let isPruned = false;
        return {
          ...store,
          commitSlice: async (slice) => {
            tried.commits += 1;
            const now = slice.journal.bucket.updatedAt;
            world = Math.min(world, now);
            const isFull = now < world + minutes * MINUTE_MS && !(isHistory && isPruned);
            if (isFull) throw new StoreError('quota_exceeded');
            await store.commitSlice(slice);
            tried.stored += 1;
          },
          pruneHistory: async (before) => {
            tried.prunes += 1;
            isPruned = true;
            await store.pruneHistory(before);
          },
        };
      },
    };
    return { tried, sabotage };
  };
  const muted = () => vi.spyOn(console, 'warn').mockImplementation(() => undefined);

  test('row 45: old history is given up and the same slice is stored', async () => {
    muted();
    const { tried, sabotage } = fullFor(30, true);
    const { report } = await play({ hours: 0.2, workspaces: 1, sabotage });
    expect(tried.prunes).toBe(1);
    expect(tried.stored).toBe(tried.commits - 1);
    expect(brokenIn(report)).toEqual({});
  });

  test('row 45: where that does not help it goes on trying, once a minute, and stores as soon as it can', async () => {
    muted();
    const { tried, sabotage } = fullFor(30, false);
    const { report, world } = await play({ hours: 0.75, workspaces: 1, sabotage });
    // Each slice is tried twice.
    expect(tried.commits - tried.stored).toBeGreaterThan(2 * 20);
    expect(tried.commits - tried.stored).toBeLessThan(2 * 40);
    expect([...world.store.rows.values()][0]?.fleet?.verdicts).toHaveLength(8);
    expect(report.failed.checksEndWell).toBe(0);
    expect(report.failed.oneAlarm).toBe(0);
  });

  test('row 45, control: without giving up history nothing is stored while the disk is full', async () => {
    muted();
    const { tried, sabotage } = fullFor(30, true);
    const simulate = await loadWithout(
      { '../../lib/store/store-error.ts': () => ({ StoreError: class extends Error {} }) },
      loadSimulation,
    );
    await play({ hours: 0.2, workspaces: 1, sabotage, simulate });
    expect([tried.prunes, tried.stored]).toEqual([0, 0]);
  });
});

describe('row 46: everything stored is garbage', () => {
  const corrupt = async (garbage: unknown) => {
    const cache = await openDB(CACHE_NAME);
    for (const name of STORES) {
      const transaction = cache.transaction(name, 'readwrite');
      for (const key of await transaction.store.getAllKeys()) {
        await transaction.store.put(garbage, key).catch(() => undefined);
      }
      await transaction.done.catch(() => undefined);
    }
    cache.close();
  };

  const readAll = async ({ openWriter: open }: { openWriter: typeof openWriter }) => {
    const writer = open(() => T0);
    const id = workspaceId();
    const read = [
      await writer.workspaces(),
      await writer.fleets(),
      await writer.inboxes(id),
      await writer.journal(id),
      await writer.observations(id),
      (await writer.refreshHead()).workspaces,
    ];
    await writer.close();
    return read;
  };

  test('row 46: it is left out, nothing throws, and the key is still there', async () => {
    await openVault().put('a', CANARY);
    const values = fc.sample(fc.anything({ maxDepth: 3 }), { numRuns: 40, seed: 46 });
    const envelopes = values.map((value) => ({ v: 1, value }));
    for (const garbage of [...values, ...envelopes, { v: 99, value: sampleWorkspace() }]) {
      globalThis.indexedDB.deleteDatabase(CACHE_NAME);
      await (await filledWriter()).close();
      await corrupt(garbage);
      const [workspaces, fleets, inboxes, journal, observations, head] = await readAll({
        openWriter,
      });
      expect([workspaces, fleets, observations, head]).toEqual([[], [], [], []]);
      expect([inboxes, journal]).toEqual([undefined, undefined]);
    }
    expect(await openVault().get('a')).toBe(CANARY);
  });

  test('row 46, control: without the checks the garbage is read, or everything throws', async () => {
    const open = await loadWithout(
      {
        '../../lib/store/envelope.ts': () => ({
          createOpener: () => ({
            one: (stored: { value?: unknown } | undefined) => stored?.value,
            all: (stored: { value?: unknown }[]) => stored.map(({ value }) => value),
            quarantined: () => 0,
          }),
        }),
      },
      () => import('#store/write'),
    );
    await (await filledWriter()).close();
    await corrupt({ v: 1, value: 'garbage' });
    const outcome = await readAll(open).catch((error: unknown) => error);
    expect(JSON.stringify(outcome) === JSON.stringify([[], [], undefined, undefined, [], []])).toBe(
      false,
    );
  });
});

describe('row 47: a later Sendwatch was here', () => {
  const upgradeBoth = async () => {
    for (const name of [CACHE_NAME, 'sendwatch-vault']) {
      const later = await openDB(name, 99, {
        upgrade: (database) => {
          database.createObjectStore('of_the_future');
        },
      });
      later.close();
    }
  };

  test('row 47: the cache is made anew and says so; the key stays and can be used', async () => {
    await openVault().put('a', CANARY);
    await (await filledWriter()).close();
    await upgradeBoth();
    const writer = openWriter(() => T0);
    expect(await writer.workspaces()).toEqual([]);
    expect(await writer.cacheReset()).toEqual({ at: T0, reason: 'newer_version' });
    expect(await openVault().get('a')).toBe(CANARY);
    await openVault().put('b', 'other');
    expect(await openVault().list()).toEqual(['a', 'b']);
    await writer.putWorkspace(sampleWorkspace());
    expect(await writer.workspaces()).toHaveLength(1);
    await writer.close();
  });

  test('row 47, control: without looking at the version neither can be opened', async () => {
    await openVault().put('a', CANARY);
    await (await filledWriter()).close();
    await upgradeBoth();
    await expect(openDB(CACHE_NAME, 2)).rejects.toMatchObject({ name: 'VersionError' });
    await expect(openDB('sendwatch-vault', 1)).rejects.toMatchObject({ name: 'VersionError' });
  });
});

describe('row 52: a slice that was asked for with the old key', () => {
  test('row 52: is not stored', async () => {
    const writer = await filledWriter();
    await writer.putWorkspace(sampleWorkspace({ generation: 2 }));
    const before = await allRows();
    expect(await problemOf(writer.commitSlice(fullSlice()))).toBe('superseded');
    expect(await allRows()).toBe(before);
    await writer.close();
  });

  test('row 52: nor is one of a workspace that was removed', async () => {
    const writer = await filledWriter();
    await writer.removeWorkspace(workspaceId());
    expect(await problemOf(writer.commitSlice(fullSlice()))).toBe('superseded');
    expect(await writer.fleets()).toEqual([]);
    await writer.close();
  });

  test('row 52, control: one of the key that holds is', async () => {
    const writer = await filledWriter();
    expect(await problemOf(writer.commitSlice(fullSlice()))).toBe('nothing was thrown');
    await writer.close();
  });
});

describe('row 53: a workspace is removed', () => {
  test('row 53: no row and no secret of it is left', async () => {
    await openVault().put('a', CANARY);
    const writer = await filledWriter();
    await openVault().remove('a');
    await writer.removeWorkspace(workspaceId());
    expect(await allRows()).not.toContain(workspaceId());
    expect((await allStored()).secrets).toEqual([]);
    await writer.close();
  });

  test('row 53, control: before that there were some', async () => {
    await openVault().put('a', CANARY);
    await (await filledWriter()).close();
    expect(await allRows()).toContain(workspaceId());
    expect((await allStored()).secrets).toHaveLength(1);
  });
});
