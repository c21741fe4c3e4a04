import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { InboxFacts } from '#model';
import { sampleBook, sampleLog } from '../alert-fixtures.ts';
import { toBytes24 } from '../bytes24.ts';
import { wrap } from '../envelope.ts';
import {
  campaignId,
  sampleHistory,
  sampleInboxes,
  sampleIncident,
  sampleJournal,
  sampleObservation,
  sampleVerdict,
  sampleWorkspace,
  T0,
  workspaceId,
} from '../fixtures.ts';
import { packJournal } from '../journal-packing.ts';
import type { InboxFleetRecord } from '../records.ts';
import { CACHE_NAME, type CacheSchema, STORES } from '../schema.ts';
import { openWriter } from '../writer.ts';
import { CACHE_VERSION, migrate } from './index.ts';
import { toVersion1 } from './v1.ts';
import { toVersion2 } from './v2.ts';
import { toVersion3 } from './v3.ts';

const FLEET = { workspaceId: workspaceId(), verdicts: [sampleVerdict()] };

/** Inboxes as they were stored before their tracking domain was read. */
const oldInboxes = (): InboxFleetRecord => {
  const { inboxes, ...rest } = sampleInboxes();
  const old = inboxes.map(({ tracking: _, ...facts }) => facts as InboxFacts);
  return { ...rest, inboxes: old };
};

/** The journal as versions 1 and 2 packed it: one row with three bytes a campaign. */
const oldJournal = (): { readonly slice: unknown; readonly campaignIds: readonly string[] } => {
  const { checkedAt, ...rest } = sampleJournal();
  const seconds = Object.values(checkedAt).map((at) => at / 1_000);
  const baseSeconds = Math.max(...seconds);
  const ages = toBytes24(seconds.map((at) => baseSeconds - at));
  return { slice: { ...rest, baseSeconds, ages }, campaignIds: Object.keys(checkedAt) };
};

/** The rows of a journal as a version kept it. */
const journalRows = (version: 1 | 2 | 3): readonly (readonly [IDBValidKey, unknown])[] => {
  if (version < 3) {
    const { slice, campaignIds } = oldJournal();
    return [
      [['slice', workspaceId()], slice],
      [['campaigns', workspaceId()], campaignIds],
    ];
  }
  const { rows, campaignIds } = packJournal(sampleJournal());
  return [
    ...[...rows].map(
      ([number, row]) => [['slice', workspaceId(), number], row] as [IDBValidKey, unknown],
    ),
    [['campaigns', workspaceId()], campaignIds],
  ];
};

/** A cache as an older version left it: one full example of everything that all of them knew. */
const createOlder = async (version: 1 | 2 | 3): Promise<void> => {
  const cache = await openDB(CACHE_NAME, version, {
    upgrade: (database, _from, _to, transaction) => {
      const steps = [toVersion1, toVersion2, toVersion3].slice(0, version);
      for (const step of steps) step(database as never, transaction as never);
    },
  });
  await cache.put('meta', wrap({ version: 1, workspaces: [], rows: [] }), 'head');
  await cache.put('workspaces', wrap(sampleWorkspace()), workspaceId());
  await cache.put('observations', wrap(sampleObservation()), [workspaceId(), campaignId()]);
  await cache.put('fleet', wrap(FLEET), ['campaigns', workspaceId()]);
  await cache.put('fleet', wrap(oldInboxes()), ['inboxes', workspaceId()]);
  for (const [key, row] of journalRows(version)) await cache.put('journal', wrap(row), key);
  cache.close();
};

const layoutOf = (cache: IDBPDatabase<CacheSchema>): unknown =>
  [...cache.objectStoreNames].map((name) => [
    name,
    [...cache.transaction(name).objectStore(name).indexNames],
  ]);

const layoutFrom = async (fromVersion: 0 | 1 | 2 | 3): Promise<unknown> => {
  globalThis.indexedDB = new IDBFactory();
  if (fromVersion !== 0) await createOlder(fromVersion);
  const cache = await openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, { upgrade: migrate });
  const layout = layoutOf(cache);
  cache.close();
  return layout;
};

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('migration (row 47)', () => {
  it.each([1, 2, 3] as const)('from version %i keeps every row', async (version) => {
    await createOlder(version);
    const writer = openWriter(() => T0);
    expect(await writer.workspaces()).toEqual([sampleWorkspace()]);
    expect(await writer.observations(workspaceId())).toEqual([sampleObservation()]);
    expect(await writer.fleet(workspaceId())).toEqual(FLEET);
    expect(await writer.inboxes(workspaceId())).toEqual(oldInboxes());
    expect(await writer.journal(workspaceId())).toEqual(sampleJournal());
    expect(await writer.cacheReset()).toBeUndefined();
    expect(await writer.head()).toBeUndefined();
    expect((await writer.refreshHead()).workspaces[0]?.checkedAt).toBe(T0);
    await writer.commitSlice({
      workspaceId: workspaceId(),
      journal: sampleJournal(),
      history: [sampleHistory()],
      incidents: [sampleIncident()],
    });
    expect(await writer.history(workspaceId(), campaignId())).toEqual([sampleHistory()]);
    expect(await writer.openIncidents()).toEqual([sampleIncident()]);
    await writer.commitAlerts({ books: [sampleBook()], log: [sampleLog()] });
    expect(await writer.alertBooks()).toEqual([sampleBook()]);
    expect(await writer.alertLog(0)).toEqual([sampleLog()]);
  });

  it('leads to the same layout from nothing and from every version', async () => {
    const fresh = await layoutFrom(0);
    expect(fresh).toEqual([
      ['actions', ['byWorkspaceAndTime']],
      ['alertLog', ['byTime']],
      ['alerts', []],
      ['fleet', []],
      ['history', ['byTime', 'byWorkspaceAndTime']],
      ['incidents', ['byState', 'byWorkspace']],
      ['journal', []],
      ['meta', []],
      ['observations', []],
      ['workspaces', []],
    ]);
    expect(await layoutFrom(1)).toEqual(fresh);
    expect(await layoutFrom(2)).toEqual(fresh);
    expect(await layoutFrom(3)).toEqual(fresh);
  });

  it('may be run again over its own work', async () => {
    const cache = await openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, {
      upgrade: (database, _from, to, transaction) => {
        migrate(database, 0, to, transaction);
        migrate(database, 0, to, transaction);
      },
    });
    expect([...cache.objectStoreNames].sort()).toEqual([...STORES].sort());
    cache.close();
    globalThis.indexedDB = new IDBFactory();
    await createOlder(2);
    const again = await openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, {
      upgrade: (database, _from, to, transaction) => {
        migrate(database, 2, to, transaction);
        migrate(database, 2, to, transaction);
      },
    });
    again.close();
    expect(await openWriter(() => T0).journal(workspaceId())).toEqual(sampleJournal());
  });

  it('leaves out a journal that does not parse: its workspace is checked anew', async () => {
    await createOlder(2);
    const cache = await openDB(CACHE_NAME);
    await cache.put('journal', wrap({ ages: 'none' }), ['slice', workspaceId()]);
    cache.close();
    const writer = openWriter(() => T0);
    expect(await writer.journal(workspaceId())).toBeUndefined();
    expect(await writer.workspaces()).toEqual([sampleWorkspace()]);
    await writer.commitSlice({ workspaceId: workspaceId(), journal: sampleJournal() });
    expect(await writer.journal(workspaceId())).toEqual(sampleJournal());
  });

  it('that is interrupted leaves the older version whole, and is done next time', async () => {
    await createOlder(2);
    const interrupted = openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, {
      upgrade: (database, fromVersion, to, transaction) => {
        migrate(database, fromVersion, to, transaction);
        transaction.done.catch(() => 'aborted, as it was told');
        transaction.abort();
      },
    });
    await expect(interrupted).rejects.toThrow();
    const still = await openDB<CacheSchema>(CACHE_NAME);
    expect(still.version).toBe(2);
    still.close();
    const writer = openWriter(() => T0);
    expect(await writer.workspaces()).toEqual([sampleWorkspace()]);
    expect(await writer.journal(workspaceId())).toEqual(sampleJournal());
  });
});

describe('going back to an older Sendwatch', () => {
  it('makes the cache anew, says so, and can be gone forward from again', async () => {
    const writer = openWriter(() => T0);
    await writer.putWorkspace(sampleWorkspace());
    await writer.commitSlice({ workspaceId: workspaceId(), journal: sampleJournal() });
    await writer.close();
    vi.resetModules();
    vi.doMock('./index.ts', () => ({
      CACHE_VERSION: 2,
      migrate: (...[database, , , transaction]: Parameters<typeof migrate>) => {
        for (const step of [toVersion1, toVersion2]) step(database, transaction);
      },
    }));
    vi.doMock('../schema.ts', () => ({
      CACHE_NAME,
      STORES: STORES.filter((store) => store !== 'alerts' && store !== 'alertLog'),
    }));
    const older = (await import('../writer.ts')).openWriter(() => T0);
    vi.doUnmock('./index.ts');
    vi.doUnmock('../schema.ts');
    // Nobody who comes later is given the older one.
    vi.resetModules();
    expect(await older.workspaces()).toEqual([]);
    expect(await older.cacheReset()).toEqual({ at: T0, reason: 'newer_version' });
    await older.putWorkspace(sampleWorkspace({ name: 'connected again' }));
    await older.close();
    const newer = openWriter(() => T0);
    expect((await newer.workspaces())[0]?.name).toBe('connected again');
    await newer.commitSlice({ workspaceId: workspaceId(), journal: sampleJournal() });
    expect(await newer.journal(workspaceId())).toEqual(sampleJournal());
  });
});
