import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DAY_MS } from '#model';
import {
  campaignId,
  sampleAction,
  sampleHistory,
  sampleIncident,
  sampleJournal,
  sampleObservation,
  sampleWorkspace,
  T0,
  workspaceId,
} from './fixtures.ts';
import type { PastLimits } from './prune-past.ts';
import { openReader } from './reader.ts';
import { CACHE_NAME } from './schema.ts';
import { allRows, filledWriter, fullSlice, problemOf } from './store-fixtures.ts';
import { openWriter } from './writer.ts';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('where there is no cache', () => {
  it('looking makes none', async () => {
    const writer = openWriter();
    expect(await writer.workspaces()).toEqual([]);
    expect(await writer.observations(workspaceId())).toEqual([]);
    expect(await writer.updateWorkspace(workspaceId(), (one) => one)).toBeUndefined();
    expect((await writer.refreshHead()).workspaces).toEqual([]);
    await writer.prunePast();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('an answer that comes after everything was erased is thrown away and makes none', async () => {
    const writer = await filledWriter();
    await writer.close();
    await deleteDB(CACHE_NAME);
    expect(await problemOf(writer.commitSlice(fullSlice()))).toBe('superseded');
    expect(await indexedDB.databases()).toEqual([]);
  });
});

describe('a slice', () => {
  it('is stored whole or not at all', async () => {
    const writer = await filledWriter();
    const before = await allRows();
    const unstorable = { ...sampleHistory(), at: (() => 0) as unknown as number };
    const work = writer.commitSlice(
      fullSlice({ journal: sampleJournal({ failures: 9 }), history: [unstorable] }),
    );
    expect(await problemOf(work)).toBe('failed');
    expect(await allRows()).toBe(before);
  });

  it('asked for with an older key is thrown away', async () => {
    const writer = await filledWriter();
    await writer.updateWorkspace(workspaceId(), (one) => ({ ...one, generation: 2 }));
    const before = await allRows();
    expect(await problemOf(writer.commitSlice(fullSlice()))).toBe('superseded');
    expect(await allRows()).toBe(before);
  });

  it('leaves what a person changed of the workspace meanwhile', async () => {
    const writer = await filledWriter();
    const asked = sampleWorkspace();
    await writer.updateWorkspace(workspaceId(), (one) => ({ ...one, name: 'Renamed', order: 7 }));
    await writer.commitSlice(
      fullSlice({ workspace: { ...asked, state: { kind: 'offline', since: 1 } } }),
    );
    expect(await writer.workspaces()).toEqual([
      { ...asked, name: 'Renamed', order: 7, state: { kind: 'offline', since: 1 } },
    ]);
  });

  it('does not bring back a workspace that was removed meanwhile', async () => {
    const writer = await filledWriter();
    await writer.removeWorkspace(workspaceId());
    const work = writer.commitSlice(fullSlice({ workspace: sampleWorkspace() }));
    expect(await problemOf(work)).toBe('superseded');
    expect(await writer.workspaces()).toEqual([]);
  });

  it('without changes writes the journal alone, and not the list of campaigns again', async () => {
    const writer = await filledWriter();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await writer.commitSlice({
      workspaceId: workspaceId(),
      journal: sampleJournal({ checkedAt: { [campaignId(2)]: T0 + 1_000, [campaignId(1)]: T0 } }),
    });
    expect(put.mock.calls.map(([, key]) => key)).toEqual([['slice', workspaceId(), 0]]);
    const { checkedAt } = (await writer.journal(workspaceId())) ?? {};
    expect(checkedAt).toEqual({ [campaignId(1)]: T0, [campaignId(2)]: T0 + 1_000 });
  });

  it('writes the list of campaigns when one came or went', async () => {
    const writer = await filledWriter();
    const checkedAt = { [campaignId(7)]: T0 };
    await writer.commitSlice({ workspaceId: workspaceId(), journal: sampleJournal({ checkedAt }) });
    expect((await writer.journal(workspaceId()))?.checkedAt).toEqual(checkedAt);
  });

  it('drops the facts of campaigns that are gone', async () => {
    const writer = await filledWriter();
    expect(await writer.observations(workspaceId())).toEqual([sampleObservation()]);
    await writer.commitSlice({
      workspaceId: workspaceId(),
      journal: sampleJournal(),
      goneCampaignIds: [campaignId()],
    });
    expect(await writer.observations(workspaceId())).toEqual([]);
  });

  it('says so when the disk is full', async () => {
    const writer = await filledWriter();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await problemOf(writer.commitSlice(fullSlice()))).toBe('quota_exceeded');
  });
});

describe('a workspace', () => {
  it('that is removed leaves no row anywhere', async () => {
    const writer = await filledWriter();
    await writer.refreshHead();
    await writer.removeWorkspace(workspaceId());
    expect(await allRows()).not.toContain(workspaceId());
    expect(await allRows()).not.toContain(campaignId());
    const session = await fakeBrowser.storage.session.get(null);
    expect(JSON.stringify(session)).not.toContain(workspaceId());
  });

  it('that is removed is gone even when the worker dies before the head is built anew', async () => {
    const writer = await filledWriter();
    await writer.refreshHead();
    vi.spyOn(crypto.subtle, 'digest').mockRejectedValue(new Error('killed'));
    await expect(writer.removeWorkspace(workspaceId())).rejects.toThrow('killed');
    expect(await allRows()).not.toContain(workspaceId());
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await openReader().head()).toBeUndefined();
  });

  it('that is removed takes nothing of another along', async () => {
    const writer = await filledWriter();
    await writer.putWorkspace(sampleWorkspace({ id: workspaceId(2) }));
    await writer.commitSlice({
      workspaceId: workspaceId(2),
      journal: sampleJournal({ workspaceId: workspaceId(2) }),
      observations: [sampleObservation({ workspaceId: workspaceId(2) })],
      incidents: [
        sampleIncident({ id: 'both' }, { workspaceIds: [workspaceId(), workspaceId(2)] }),
      ],
    });
    await writer.removeWorkspace(workspaceId());
    expect(await writer.observations(workspaceId(2))).toHaveLength(1);
    expect(await writer.journal(workspaceId(2))).toBeDefined();
    const [left, ...others] = await writer.openIncidents();
    expect(left?.workspaceIds).toEqual([workspaceId(2)]);
    expect(others).toEqual([]);
  });

  it('is changed as it stands, and only if it stands', async () => {
    const writer = await filledWriter();
    const rename = (name: string) =>
      writer.updateWorkspace(workspaceId(), (one) => ({ ...one, name: one.name + name }));
    await Promise.all([rename('a'), rename('b')]);
    expect((await writer.workspaces())[0]?.name).toBe('Northwind Outboundab');
    expect(await writer.updateWorkspace(workspaceId(5), (one) => one)).toBeUndefined();
  });
});

describe('the past', () => {
  const day = 24 * 3_600_000;
  const limits: PastLimits = {
    keptMs: 90 * day,
    mostHistory: 1_000,
    mostLog: 1_000,
    actionsKeptMs: 365 * DAY_MS,
    atOnce: 1_000,
  };
  const filled = async (history: readonly number[], resolved: readonly number[] = []) => {
    const writer = await filledWriter();
    await writer.removeWorkspace(workspaceId());
    await writer.putWorkspace(sampleWorkspace());
    await writer.addPast(
      history.map((at) => sampleHistory({ at })),
      resolved.map((resolvedAt, n) =>
        sampleIncident({ since: n }, { state: 'resolved', resolvedAt }),
      ),
      [],
    );
    return writer;
  };
  const leftIn = async (writer: Awaited<ReturnType<typeof filled>>) => ({
    history: (await writer.history(workspaceId(), campaignId())).map(({ at }) => at),
    resolved: (await writer.incidents()).map(({ resolvedAt }) => resolvedAt),
  });

  it('of changes comes beside those that are there and opens none of them', async () => {
    const writer = await filled([]);
    const known = sampleAction({ outcome: { kind: 'pending' } });
    await writer.addAction(known);
    const older = sampleAction({ id: 'older.0', at: T0 - 1, outcome: { kind: 'unknown' } });
    const gone = sampleAction({ id: 'gone.0', workspaceId: workspaceId(7) });
    await writer.addPast([], [], [older, { ...known, outcome: { kind: 'unknown' } }, gone]);
    expect(await writer.actions(0)).toEqual([known, older]);
    expect(await writer.openActions()).toEqual([known]);
  });

  it('is kept for 90 days, changes of verdicts as well as incidents that are over', async () => {
    const old = T0 - 90 * day;
    const writer = await filled([old - 1, old, T0], [old - 1, old, T0]);
    await writer.addPast([], [sampleIncident({ id: 'open', since: old - 5 })], []);
    await writer.prunePast();
    expect(await leftIn(writer)).toEqual({ history: [old, T0], resolved: [null, T0, old] });
  });

  it('is looked at once a day, which a new worker knows', async () => {
    let now = T0;
    const past = T0 - 91 * day;
    const writer = await filled([past]);
    const clocked = () => openWriter(() => now);
    await clocked().prunePast();
    expect((await leftIn(writer)).history).toEqual([]);
    await writer.addPast([sampleHistory({ at: past })], [], []);
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    now += day - 1;
    await clocked().prunePast();
    expect([remove.mock.calls, put.mock.calls]).toEqual([[], []]);
    expect((await leftIn(writer)).history).toEqual([past]);
    now += 1;
    await clocked().prunePast();
    expect((await leftIn(writer)).history).toEqual([]);
    now -= 30 * day;
    await writer.addPast([sampleHistory({ at: T0 - 200 * day })], [], []);
    await clocked().prunePast();
    expect((await leftIn(writer)).history).toEqual([]);
  });

  it('is erased a bounded number at a time, the oldest first, until nothing is left to erase', async () => {
    const old = [1, 2, 3, 4, 5].map((n) => T0 - 100 * day + n);
    const writer = await filled([...old, T0], old);
    const few = { ...limits, atOnce: 2 };
    await writer.prunePast(few);
    expect((await leftIn(writer)).history).toEqual([...old.slice(2), T0]);
    expect((await leftIn(writer)).resolved).toHaveLength(3);
    await writer.prunePast(few);
    await writer.prunePast(few);
    expect(await leftIn(writer)).toEqual({ history: [T0], resolved: [] });
  });

  it('is also kept from growing beyond a number of changes', async () => {
    const changes = [1, 2, 3, 4, 5].map((n) => T0 - 10 * day + n);
    const writer = await filled(changes);
    await writer.prunePast({ ...limits, mostHistory: 3 });
    expect((await leftIn(writer)).history).toEqual(changes.slice(2));
  });
});

describe('history', () => {
  it('is pruned up to an instant', async () => {
    const writer = await filledWriter();
    const history = [T0 - 2, T0 - 1, T0].map((at) => sampleHistory({ at }));
    await writer.commitSlice({ workspaceId: workspaceId(), journal: sampleJournal(), history });
    await writer.pruneHistory(T0 - 1);
    const left = await writer.history(workspaceId(), campaignId());
    expect(left.map(({ at }) => at)).toEqual([T0 - 1, T0]);
  });
});
