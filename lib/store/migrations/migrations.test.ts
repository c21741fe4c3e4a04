import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
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
import { CACHE_NAME, type CacheSchema, STORES } from '../schema.ts';
import { openWriter } from '../writer.ts';
import { CACHE_VERSION, migrate } from './index.ts';
import { toVersion1 } from './v1.ts';

const FLEET = { workspaceId: workspaceId(), verdicts: [sampleVerdict()] };

/** A cache as version 1 left it: one full example of everything it knew. */
const createVersion1 = async (): Promise<void> => {
  const cache = await openDB<CacheSchema>(CACHE_NAME, 1, { upgrade: toVersion1 });
  const { slice, campaignIds } = packJournal(sampleJournal());
  await cache.put('workspaces', wrap(sampleWorkspace()), workspaceId());
  await cache.put('observations', wrap(sampleObservation()), [workspaceId(), campaignId()]);
  await cache.put('fleet', wrap(FLEET), ['campaigns', workspaceId()]);
  await cache.put('fleet', wrap(sampleInboxes()), ['inboxes', workspaceId()]);
  await cache.put('journal', wrap(slice), ['slice', workspaceId()]);
  await cache.put('journal', wrap(campaignIds), ['campaigns', workspaceId()]);
  cache.close();
};

const layoutOf = (cache: IDBPDatabase<CacheSchema>): unknown =>
  [...cache.objectStoreNames].map((name) => [
    name,
    [...cache.transaction(name).objectStore(name).indexNames],
  ]);

const layoutFrom = async (fromVersion: number): Promise<unknown> => {
  globalThis.indexedDB = new IDBFactory();
  if (fromVersion === 1) await createVersion1();
  const cache = await openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, { upgrade: migrate });
  const layout = layoutOf(cache);
  cache.close();
  return layout;
};

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('migration', () => {
  it('from version 1 keeps every row and opens the stores of version 2', async () => {
    await createVersion1();
    const writer = openWriter(() => T0);
    expect(await writer.workspaces()).toEqual([sampleWorkspace()]);
    expect(await writer.observations(workspaceId())).toEqual([sampleObservation()]);
    expect(await writer.fleet(workspaceId())).toEqual(FLEET);
    expect(await writer.inboxes(workspaceId())).toEqual(sampleInboxes());
    expect(await writer.journal(workspaceId())).toEqual(sampleJournal());
    expect(await writer.cacheReset()).toBeUndefined();
    await writer.commitSlice({
      workspaceId: workspaceId(),
      journal: sampleJournal(),
      history: [sampleHistory()],
      incidents: [sampleIncident()],
    });
    expect(await writer.history(workspaceId(), campaignId())).toEqual([sampleHistory()]);
    expect(await writer.openIncidents()).toEqual([sampleIncident()]);
  });

  it('leads to the same layout from nothing and from every version', async () => {
    const fresh = await layoutFrom(0);
    expect(fresh).toEqual([
      ['actions', ['byWorkspaceAndTime']],
      ['fleet', []],
      ['history', ['byTime', 'byWorkspaceAndTime']],
      ['incidents', ['byState', 'byWorkspace']],
      ['journal', []],
      ['meta', []],
      ['observations', []],
      ['workspaces', []],
    ]);
    expect(await layoutFrom(1)).toEqual(fresh);
  });

  it('may be run again over its own work', async () => {
    const cache = await openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, {
      upgrade: (database) => {
        migrate(database, 0);
        migrate(database, 0);
      },
    });
    expect([...cache.objectStoreNames].sort()).toEqual([...STORES].sort());
    cache.close();
  });

  it('that is interrupted leaves the older version whole, and is done next time', async () => {
    await createVersion1();
    const interrupted = openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, {
      upgrade: (database, fromVersion, _to, transaction) => {
        migrate(database, fromVersion);
        transaction.done.catch(() => 'aborted, as it was told');
        transaction.abort();
      },
    });
    await expect(interrupted).rejects.toThrow();
    const still = await openDB<CacheSchema>(CACHE_NAME);
    expect(still.version).toBe(1);
    still.close();
    expect(await openWriter(() => T0).workspaces()).toEqual([sampleWorkspace()]);
  });
});
