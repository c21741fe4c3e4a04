import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { WorkspaceId } from '#model';
import { openReader, StoreError, type WorkspaceRecord } from '#store/read';
import { openWriter } from '#store/write';
import { demoSlice } from './demo-slice.ts';
import { DEMO_WORKSPACE_ID } from './demo-workspace-id.ts';
import { fetchRecorded, recorded } from './fixtures.ts';
import { loadDemo, refreshDemo, removeDemo } from './load-demo.ts';

const NOW = Date.UTC(2031, 2, 4, 9, 30);
const OTHER = '0190a000-0000-7000-8000-000000000001' as WorkspaceId;

const portAt = (at = NOW) => ({ store: openWriter(() => at), now: () => at, fetchRecorded });

const otherWorkspace = async (): Promise<WorkspaceRecord> => ({
  ...demoSlice(await recorded(), NOW, 4).workspace,
  id: OTHER,
  isDemo: false,
});

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('loading the demo', () => {
  it('stores what every reader accepts as it was written', async () => {
    await loadDemo(portAt());
    const { workspace, slice } = demoSlice(await recorded(), NOW, 0);
    const reader = openReader();
    expect(await reader.workspaces()).toEqual([workspace]);
    expect(await reader.fleets()).toEqual([slice.fleet]);
    expect(await reader.inboxes(DEMO_WORKSPACE_ID)).toEqual(slice.inboxes);
    expect(await reader.journal(DEMO_WORKSPACE_ID)).toEqual(slice.journal);
    const firing = slice.incidents?.filter(({ state }) => state === 'firing');
    expect(await reader.openIncidents()).toEqual(firing);
    expect(await reader.observations(DEMO_WORKSPACE_ID)).toHaveLength(
      slice.observations?.length ?? -1,
    );
    for (const record of slice.asked ?? []) {
      if (!('days' in record)) continue;
      expect(await reader.sentDays(DEMO_WORKSPACE_ID, record.campaignId)).toEqual(record);
    }
    const histories = await Promise.all(
      (slice.fleet?.verdicts ?? []).map(({ campaignId }) =>
        reader.history(DEMO_WORKSPACE_ID, campaignId),
      ),
    );
    expect(histories.flat()).toEqual(slice.history);
    expect(reader.quarantined()).toBe(0);
  });

  it('gives a head that says demo', async () => {
    const port = portAt();
    await loadDemo(port);
    const { workspaces } = await port.store.refreshHead();
    expect(workspaces).toMatchObject([{ id: DEMO_WORKSPACE_ID, isDemo: true, checkedAt: NOW }]);
  });

  it('again takes the place of the earlier one', async () => {
    await loadDemo(portAt());
    const later = NOW + 86_500_000;
    await loadDemo(portAt(later));
    const { workspace, slice } = demoSlice(await recorded(), later, 0);
    const reader = openReader();
    expect(await reader.workspaces()).toEqual([workspace]);
    const [first] = slice.fleet?.verdicts ?? [];
    if (!first) throw new Error('no verdict');
    const expected = slice.history?.filter(({ campaignId }) => campaignId === first.campaignId);
    expect(await reader.history(DEMO_WORKSPACE_ID, first.campaignId)).toEqual(expected);
    expect(await reader.openIncidents()).toHaveLength(
      slice.incidents?.filter(({ state }) => state === 'firing').length ?? 0,
    );
  });

  it('leaves other workspaces alone and comes after them', async () => {
    const port = portAt();
    const other = await otherWorkspace();
    await port.store.putWorkspace(other);
    await loadDemo(port);
    expect((await port.store.workspaces()).map(({ id, order }) => [id, order])).toEqual([
      [OTHER, 4],
      [DEMO_WORKSPACE_ID, 5],
    ]);
    await removeDemo(port.store);
    expect(await port.store.workspaces()).toEqual([other]);
  });

  it('leaves nothing behind when it could not be written', async () => {
    const port = portAt();
    const broken = {
      ...port.store,
      replaceWorkspace: () => Promise.reject(new StoreError('quota_exceeded')),
    };
    await expect(loadDemo({ ...port, store: broken })).rejects.toThrow(StoreError);
    expect(await port.store.workspaces()).toEqual([]);
  });

  it('keeps the earlier one when the recording cannot be read', async () => {
    const port = portAt();
    await loadDemo(port);
    const work = loadDemo({ ...port, fetchRecorded: () => Promise.resolve({}) });
    await expect(work).rejects.toThrow(TypeError);
    expect(await port.store.workspaces()).toHaveLength(1);
  });
});

describe('a demo that is there', () => {
  const MINUTE = 60_000;
  const checkedAt = async () => (await openReader().journal(DEMO_WORKSPACE_ID))?.listedAt;

  it('is moved to now before it looks old, and keeps its place', async () => {
    await loadDemo(portAt());
    expect(await refreshDemo(portAt(NOW + 3 * MINUTE), false)).toBe(false);
    expect(await checkedAt()).toBe(NOW);
    const later = NOW + 5 * MINUTE;
    await portAt().store.putWorkspace({ ...(await otherWorkspace()), order: 7 });
    expect(await refreshDemo(portAt(later), false)).toBe(true);
    expect(await checkedAt()).toBe(later);
    expect((await openReader().workspaces()).map(({ id }) => id)).toEqual([
      DEMO_WORKSPACE_ID,
      OTHER,
    ]);
  });

  it('is moved at once when asked, and when the clock was set back', async () => {
    await loadDemo(portAt());
    expect(await refreshDemo(portAt(NOW + MINUTE), true)).toBe(true);
    expect(await refreshDemo(portAt(NOW), false)).toBe(true);
    expect(await checkedAt()).toBe(NOW);
  });

  it('is not brought back when it is removed while it is moved', async () => {
    const port = portAt();
    await loadDemo(port);
    const removing = async () => {
      await removeDemo(port.store);
      return fetchRecorded();
    };
    expect(await refreshDemo({ ...port, fetchRecorded: removing }, true)).toBe(false);
    expect(await openReader().workspaces()).toEqual([]);
  });

  it('is never brought by moving it', async () => {
    expect(await refreshDemo(portAt(), true)).toBe(false);
    expect(await openReader().workspaces()).toEqual([]);
  });

  it('stands whole when moving it fails half-way', async () => {
    const port = portAt();
    await loadDemo(port);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === 'history') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await expect(refreshDemo(portAt(NOW + MINUTE), true)).rejects.toThrow(StoreError);
    vi.restoreAllMocks();
    expect(await checkedAt()).toBe(NOW);
    expect(await openReader().fleets()).toHaveLength(1);
  });
});

describe('removing the demo', () => {
  it('leaves no row of it', async () => {
    const port = portAt();
    await loadDemo(port);
    await removeDemo(port.store);
    const reader = openReader();
    expect(await reader.workspaces()).toEqual([]);
    expect(await reader.fleets()).toEqual([]);
    expect(await reader.openIncidents()).toEqual([]);
    expect((await reader.head())?.workspaces).toEqual([]);
  });
});
