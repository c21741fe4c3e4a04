import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readFirstHead } from './first-head.ts';
import {
  campaignId,
  sampleHistory,
  sampleInboxes,
  sampleIncident,
  sampleJournal,
  sampleWorkspace,
  T0,
  workspaceId,
} from './fixtures.ts';
import { openReader } from './reader.ts';
import { CACHE_NAME, STORES } from './schema.ts';
import { filledWriter, fullSlice, now } from './store-fixtures.ts';
import { openWriter } from './writer.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('reading', () => {
  it('finds nothing, and makes nothing, before the background has stored anything', async () => {
    const reader = openReader();
    expect(await reader.head()).toBeUndefined();
    expect(await reader.workspaces()).toEqual([]);
    expect(await reader.fleets()).toEqual([]);
    expect(await reader.journal(workspaceId())).toBeUndefined();
    expect(await reader.history(workspaceId(), campaignId())).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('finds what was stored meanwhile, without being opened again', async () => {
    const reader = openReader();
    expect(await reader.workspaces()).toEqual([]);
    await filledWriter();
    expect(await reader.workspaces()).toEqual([sampleWorkspace()]);
  });

  it('gives back all that one slice stored', async () => {
    await filledWriter();
    const reader = openReader();
    expect(await reader.fleet(workspaceId())).toEqual(fullSlice().fleet);
    expect(await reader.fleets()).toEqual([fullSlice().fleet]);
    expect(await reader.inboxes(workspaceId())).toEqual(sampleInboxes());
    expect(await reader.journal(workspaceId())).toEqual(sampleJournal());
    expect(await reader.history(workspaceId(), campaignId())).toEqual([sampleHistory()]);
    expect(await reader.openIncidents()).toEqual([sampleIncident()]);
    expect(await reader.fleet(workspaceId(2))).toBeUndefined();
    expect(reader.quarantined()).toBe(0);
  });

  it('reads the changes of a whole workspace since an instant, oldest first', async () => {
    const writer = await filledWriter();
    const at = (campaign: number, ms: number) =>
      sampleHistory({ campaignId: campaignId(campaign), at: T0 + ms });
    await writer.putWorkspace(sampleWorkspace({ id: workspaceId(2), order: 1 }));
    await writer.commitSlice(fullSlice({ history: [at(2, 5), at(1, 9), at(1, -1)] }));
    await writer.commitSlice(
      fullSlice({
        workspaceId: workspaceId(2),
        journal: sampleJournal({ workspaceId: workspaceId(2) }),
        history: [sampleHistory({ workspaceId: workspaceId(2), at: T0 + 7 })],
      }),
    );
    const changes = await openReader().historyOf(workspaceId(), T0);
    expect(changes).toEqual([at(1, 0), at(2, 5), at(1, 9)]);
  });

  it('reads past incidents beside the open ones, the latest start first', async () => {
    const writer = await filledWriter();
    const past = sampleIncident({ since: T0 - 9 }, { state: 'resolved', resolvedAt: T0 - 1 });
    const later = sampleIncident({ since: T0 + 9 }, { state: 'pending' });
    await writer.commitSlice(fullSlice({ incidents: [past, later] }));
    const reader = openReader();
    expect(await reader.incidents()).toEqual([later, sampleIncident(), past]);
    expect(await reader.openIncidents()).not.toContainEqual(past);
  });

  it('has no function that writes', () => {
    const writing = ['commitSlice', 'putWorkspace', 'updateWorkspace', 'removeWorkspace'];
    for (const name of writing) expect(openReader()).not.toHaveProperty(name);
  });

  it('lists workspaces as the user ordered them', async () => {
    const writer = openWriter(now);
    await writer.putWorkspace(sampleWorkspace({ id: workspaceId(1), order: 2 }));
    await writer.putWorkspace(sampleWorkspace({ id: workspaceId(2), order: 1 }));
    const ids = (await openReader().workspaces()).map(({ id }) => id);
    expect(ids).toEqual([workspaceId(2), workspaceId(1)]);
  });

  it('does not hold up a migration or an erasure elsewhere', async () => {
    await (await filledWriter()).close();
    const reader = openReader();
    await reader.workspaces();
    const later = await openDB(CACHE_NAME, 99);
    later.close();
    expect(await reader.workspaces()).toEqual([]);
  });
});

describe('the head', () => {
  it('is read from the session, and after a start of the browser from the cache', async () => {
    const writer = await filledWriter();
    const head = await writer.refreshHead();
    expect(head.rows).toHaveLength(1);
    expect(head.incidents).toHaveLength(1);
    const open = vi.spyOn(indexedDB, 'open');
    expect(await openReader().head()).toEqual(head);
    expect(open).not.toHaveBeenCalled();
    await fakeBrowser.storage.session.clear();
    expect(await openReader().head()).toEqual(head);
  });

  it('is written again only where it changed; where only times moved, only they are', async () => {
    const writer = await filledWriter();
    await writer.refreshHead();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    await writer.refreshHead();
    expect(set).not.toHaveBeenCalled();

    const checkedAt = { [campaignId(1)]: T0 + 60_000, [campaignId(2)]: T0 + 60_000 };
    await writer.commitSlice({ workspaceId: workspaceId(), journal: sampleJournal({ checkedAt }) });
    put.mockClear();
    const head = await writer.refreshHead();
    expect(head.workspaces[0]?.checkedAt).toBe(T0 + 60_000);
    expect(set.mock.calls.map(([values]) => Object.keys(values))).toEqual([['headTimes']]);
    expect(JSON.stringify(set.mock.calls).length).toBeLessThan(150);
    expect(put).not.toHaveBeenCalled();
    for (const read of [readFirstHead, () => openReader().head()]) {
      expect((await read())?.workspaces[0]?.checkedAt).toBe(T0 + 60_000);
    }

    await writer.updateWorkspace(workspaceId(), (one) => ({ ...one, name: 'renamed' }));
    put.mockClear();
    await writer.refreshHead();
    expect(put.mock.calls.map(([, key]) => key)).toEqual(['head']);
    expect((await readFirstHead())?.workspaces[0]?.name).toBe('renamed');
  });

  it('says after a start of the browser when campaigns were last checked, not when it was written', async () => {
    const writer = await filledWriter();
    await writer.refreshHead();
    const checkedAt = { [campaignId(1)]: T0 + 60_000, [campaignId(2)]: T0 + 60_000 };
    await writer.commitSlice({ workspaceId: workspaceId(), journal: sampleJournal({ checkedAt }) });
    await writer.refreshHead();
    await fakeBrowser.storage.session.clear();
    expect((await openReader().head())?.workspaces[0]?.checkedAt).toBe(T0 + 60_000);
  });

  it('of two checks that end together is that of the later', async () => {
    const writer = await filledWriter();
    const rename = (name: string) =>
      writer
        .updateWorkspace(workspaceId(), (one) => ({ ...one, name }))
        .then(() => writer.refreshHead());
    await Promise.all([rename('first'), rename('second'), rename('third')]);
    expect((await readFirstHead())?.workspaces[0]?.name).toBe('third');
  });

  it('is not left old in the session when the new one does not fit', async () => {
    const writer = await filledWriter();
    await writer.refreshHead();
    await writer.updateWorkspace(workspaceId(), (one) => ({ ...one, name: 'renamed' }));
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('quota exceeded'));
    await writer.refreshHead();
    expect((await openReader().head())?.workspaces[0]?.name).toBe('renamed');
  });
});

describe('a stored value that does not parse', () => {
  it('is left out and counted; the others are read', async () => {
    const writer = await filledWriter();
    await writer.putWorkspace(sampleWorkspace({ id: workspaceId(2), order: 1 }));
    await writer.close();
    const cache = await openDB(CACHE_NAME);
    await cache.put('workspaces', { v: 1, value: { id: 'half a row' } }, workspaceId());
    cache.close();
    const reader = openReader();
    expect((await reader.workspaces()).map(({ id }) => id)).toEqual([workspaceId(2)]);
    expect(reader.quarantined()).toBe(1);
  });

  it('is left out when another version wrote it', async () => {
    await (await filledWriter()).close();
    const cache = await openDB(CACHE_NAME);
    await cache.put('fleet', { v: 9, value: fullSlice().fleet }, ['campaigns', workspaceId()]);
    cache.close();
    expect(await openReader().fleet(workspaceId())).toBeUndefined();
  });

  it('never makes any question throw, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.boolean(), async (garbage, isWrapped) => {
        globalThis.indexedDB = new IDBFactory();
        fakeBrowser.reset();
        await (await filledWriter()).close();
        const value = isWrapped ? { v: 1, value: garbage } : garbage;
        const cache = await openDB(CACHE_NAME);
        for (const store of STORES) {
          for (const key of await cache.getAllKeys(store)) await cache.put(store, value, key);
        }
        await cache.put('meta', value, 'head');
        cache.close();
        await fakeBrowser.storage.session.set({ head: value as string });
        const writer = openWriter(now);
        expect(await writer.head()).toBeUndefined();
        expect(await writer.workspaces()).toEqual([]);
        expect(await writer.fleets()).toEqual([]);
        expect(await writer.journal(workspaceId())).toBeUndefined();
        expect(await writer.observations(workspaceId())).toEqual([]);
        await writer.refreshHead();
        await writer.putWorkspace(sampleWorkspace());
        await writer.commitSlice(fullSlice());
        expect(await writer.journal(workspaceId())).toEqual(sampleJournal());
        await writer.close();
      }),
      {
        numRuns: 40,
        examples: [
          [undefined, true],
          [null, false],
        ],
      },
    );
  });
});
