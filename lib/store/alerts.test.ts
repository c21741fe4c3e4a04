import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ALERT_PRESETS, DAY_MS } from '#model';
import {
  sampleBook,
  sampleDelivery,
  sampleLog,
  sampleNotice,
  sampleSilence,
} from './alert-fixtures.ts';
import { MOST_DELIVERIES, MOST_NOTICES, type NoticeRecord } from './alert-records.ts';
import { wrap } from './envelope.ts';
import { campaignId, sampleWorkspace, T0, workspaceId } from './fixtures.ts';
import { PAST_LIMITS } from './prune-past.ts';
import { openReader } from './reader.ts';
import { CACHE_NAME } from './schema.ts';
import { allRows, filledWriter } from './store-fixtures.ts';
import { openWriter } from './writer.ts';

const due = (id = 'n1', parts: Partial<NoticeRecord> = {}): NoticeRecord => ({
  notice: sampleNotice({ id }),
  state: 'due',
  stateAt: T0,
  ...parts,
});
const fullCommit = () => ({
  books: [sampleBook()],
  log: [sampleLog()],
  notices: [due()],
  deliveries: [sampleDelivery()],
});

/** As browsers refuse that keep no history. */
const refuseDatabases = () =>
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no databases', 'InvalidStateError');
  });

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe.each([
  ['in the cache', () => undefined],
  ['in the session, where the browser keeps no databases', refuseDatabases],
])('%s', (_place, prepare) => {
  beforeEach(() => void prepare());

  it('rules are the standard until somebody chooses, then as chosen', async () => {
    const writer = openWriter(() => T0);
    expect(await openReader().alertRules()).toEqual({
      ...ALERT_PRESETS.standard,
      digest: { atMinute: 480, timeZone: 'America/Los_Angeles' },
    });
    await writer.putAlertRules(ALERT_PRESETS.calm);
    expect(await openReader().alertRules()).toEqual(ALERT_PRESETS.calm);
  });

  it('silences are changed as they stand, and read by every page', async () => {
    const writer = openWriter(() => T0);
    expect(await openReader().silences()).toEqual([]);
    const add = (id: string) => writer.changeSilences((known) => [...known, sampleSilence({ id })]);
    await add('a');
    expect((await add('b')).map(({ id }) => id)).toEqual(['a', 'b']);
    await writer.commitAlerts({ endedSilenceIds: ['a'] });
    expect(await openReader().silences()).toEqual([sampleSilence({ id: 'b' })]);
  });

  it('a step is kept, and what it says anew replaces what was said', async () => {
    const writer = openWriter(() => T0);
    await writer.putWorkspace(sampleWorkspace());
    await writer.commitAlerts(fullCommit());
    expect(await writer.lastDigestAt()).toBeNull();
    await writer.commitAlerts({ digestAt: T0 + 1 });
    const attempted = sampleDelivery({ attempts: 3 });
    await writer.changeDeliveries(() => [attempted]);
    await writer.commitAlerts({
      ...fullCommit(),
      notices: [due('n2'), due('n1', { state: 'shown' })],
    });
    const reader = openReader();
    expect(await reader.alertBooks()).toEqual([sampleBook()]);
    expect(await reader.lastDigestAt()).toBe(T0 + 1);
    expect(await reader.notices()).toEqual([due('n2'), due('n1', { state: 'shown' })]);
    expect(await reader.deliveries()).toEqual([attempted]);
    await writer.changeNotices((known) => known.filter(({ notice }) => notice.id === 'n2'));
    expect(await reader.notices()).toEqual([due('n2')]);
    await writer.changeDeliveries(() => []);
    expect(await reader.deliveries()).toEqual([]);
  });

  it('the last notices and deliveries are kept, the oldest give way', async () => {
    const writer = openWriter(() => T0);
    await writer.putWorkspace(sampleWorkspace());
    const numbers = Array.from({ length: MOST_DELIVERIES + 5 }, (_, n) => n);
    await writer.commitAlerts({
      notices: numbers.map((n) => due(`n${n}`)),
      deliveries: numbers.map((n) => sampleDelivery({ id: `d${n}`, at: T0 + n })),
    });
    const notices = await writer.notices();
    expect([notices.length, notices.at(-1)?.notice.id]).toEqual([
      MOST_NOTICES,
      `n${numbers.at(-1)}`,
    ]);
    const deliveries = await writer.deliveries();
    expect([deliveries.length, deliveries[0]?.id]).toEqual([MOST_DELIVERIES, 'd5']);
  });

  it('a workspace that is removed takes along what is told of it, and no other', async () => {
    const writer = openWriter(() => T0);
    await writer.putWorkspace(sampleWorkspace());
    await writer.commitAlerts(fullCommit());
    const everywhere = sampleSilence({
      id: 'everywhere',
      kind: 'muted',
      scope: { kind: 'cause', workspaceId: null, code: 'leads_running_out' },
    });
    await writer.changeSilences(() => [sampleSilence(), everywhere]);
    await writer.removeWorkspace(workspaceId());
    const reader = openReader();
    expect(await reader.silences()).toEqual([everywhere]);
    expect(await reader.notices()).toEqual([]);
    expect(await reader.alertBooks()).toEqual([]);
    expect(await reader.deliveries()).toEqual([]);
    expect(await reader.alertLog(0)).toEqual([]);
  });
});

describe('in the cache', () => {
  it('looking makes none', async () => {
    const writer = openWriter(() => T0);
    await writer.commitAlerts(fullCommit());
    await writer.changeNotices(() => [due()]);
    expect(await writer.changeDeliveries(() => [sampleDelivery()])).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('what belongs to a workspace that was removed meanwhile is dropped', async () => {
    const writer = await filledWriter();
    await writer.removeWorkspace(workspaceId());
    const before = await allRows();
    await writer.commitAlerts(fullCommit());
    expect(await allRows()).toBe(before);
    const digest = due('digest', { notice: sampleNotice({ id: 'digest', workspaceId: null }) });
    await writer.commitAlerts({ notices: [digest] });
    expect(await writer.notices()).toEqual([digest]);
  });

  it('a step is stored whole or not at all', async () => {
    const writer = await filledWriter();
    const before = await allRows();
    const unstorable = { ...due(), notice: { ...sampleNotice(), more: () => undefined } };
    await expect(writer.commitAlerts({ ...fullCommit(), notices: [unstorable] })).rejects.toThrow();
    expect(await allRows()).toBe(before);
  });

  it('the log has each transition once, from an instant on, for 90 days and up to a number', async () => {
    const writer = await filledWriter();
    const log = [0, 1, 2, 3].map((n) => sampleLog({ at: T0 + n, campaignId: campaignId(n + 1) }));
    const old = sampleLog({ at: T0 - 91 * DAY_MS });
    await writer.commitAlerts({ log: [old, ...log] });
    await writer.commitAlerts({ log });
    await writer.commitAlerts({ log: [sampleLog({ at: T0 + 3, campaignId: campaignId(9) })] });
    expect(await openReader().alertLog(T0 + 2)).toHaveLength(3);
    await writer.prunePast({ ...PAST_LIMITS, mostLog: 2 });
    expect((await openReader().alertLog(0)).map(({ at }) => at)).toEqual([T0 + 3, T0 + 3]);
  });

  it.each([
    ['rules', ['rules'], wrap({ ...ALERT_PRESETS.calm, quietHours: { fromMinute: -1 } })],
    ['silences', ['silences'], wrap([{ ...sampleSilence(), kind: 'forever' }])],
    ['notices', ['notices'], wrap([{ notice: null }])],
    ['a book', ['book', workspaceId()], wrap({ ...sampleBook(), book: [] })],
    ['a delivery', ['delivery', 'x'], wrap({ ...sampleDelivery(), attempts: 'many' })],
  ])('%s that do not parse are left out', async (_what, key, row) => {
    const writer = await filledWriter();
    const cache = await openDB(CACHE_NAME);
    await cache.put('alerts', row, key);
    cache.close();
    const reader = openReader();
    expect(await reader.alertRules()).toEqual({
      ...ALERT_PRESETS.standard,
      digest: { atMinute: 480, timeZone: 'America/Los_Angeles' },
    });
    expect(await reader.silences()).toEqual([]);
    expect(await reader.notices()).toEqual([]);
    expect(await reader.alertBooks()).toEqual([]);
    expect(await reader.deliveries()).toEqual([]);
    expect(reader.quarantined()).toBe(1);
    await writer.commitAlerts(fullCommit());
    expect(await openReader().notices()).toHaveLength(1);
  });
});
