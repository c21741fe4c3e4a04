import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CampaignTagsRecord, SentDaysRecord } from './asked-records.ts';
import { campaignId, sampleObservation, sampleWorkspace, T0, workspaceId } from './fixtures.ts';
import { openReader } from './reader.ts';
import { CACHE_NAME } from './schema.ts';
import { allRows, filledWriter } from './store-fixtures.ts';

const days = (rest: Partial<SentDaysRecord> = {}): SentDaysRecord => ({
  workspaceId: workspaceId(),
  campaignId: campaignId(),
  days: [
    { date: '2026-11-20', sent: 40 },
    { date: '2026-11-21', sent: null },
  ],
  readAt: T0,
  ...rest,
});
const tags: CampaignTagsRecord = {
  workspaceId: workspaceId(),
  tagIds: { [campaignId()]: ['tag-1'] },
  readAt: T0,
};

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

it('keeps the days of a campaign and those of its workspace apart', async () => {
  const writer = await filledWriter();
  const whole = days({ campaignId: null, days: [{ date: '2026-11-20', sent: 400 }] });
  await writer.putAsked([days(), whole, tags]);
  const reader = openReader();
  expect(await reader.sentDays(workspaceId(), campaignId())).toEqual(days());
  expect(await reader.sentDays(workspaceId(), null)).toEqual(whole);
  expect(await reader.sentDays(workspaceId(), campaignId(2))).toBeUndefined();
  expect(await reader.campaignTags(workspaceId())).toEqual(tags);
  expect(await reader.fleets()).toHaveLength(1);
});

it('reads the raw facts of one campaign, and of all', async () => {
  await filledWriter();
  const reader = openReader();
  expect(await reader.observation(workspaceId(), campaignId())).toEqual(sampleObservation());
  expect(await reader.observation(workspaceId(), campaignId(9))).toBeUndefined();
  expect(await reader.observations(workspaceId())).toEqual([sampleObservation()]);
});

it('drops an answer whose workspace was removed while it was asked for', async () => {
  const writer = await filledWriter();
  await writer.removeWorkspace(workspaceId());
  await writer.putAsked([days(), tags]);
  expect(await allRows()).not.toContain('2026-11-20');
  expect(await openReader().campaignTags(workspaceId())).toBeUndefined();
});

it('leaves nothing of a workspace that is removed, and all of the others', async () => {
  const writer = await filledWriter();
  await writer.putWorkspace(sampleWorkspace({ id: workspaceId(2) }));
  const others = days({ workspaceId: workspaceId(2) });
  await writer.putAsked([days(), days({ campaignId: null }), tags, others]);
  await writer.removeWorkspace(workspaceId());
  const reader = openReader();
  expect(await reader.sentDays(workspaceId(), campaignId())).toBeUndefined();
  expect(await reader.sentDays(workspaceId(), null)).toBeUndefined();
  expect(await reader.campaignTags(workspaceId())).toBeUndefined();
  expect(await reader.sentDays(workspaceId(2), campaignId())).toEqual(others);
});

it('leaves out what does not parse', async () => {
  const writer = await filledWriter();
  await writer.putAsked([days(), tags]);
  const cache = await openDB(CACHE_NAME);
  const broken = { v: 1, value: { ...days(), days: [{ date: 7, sent: 'many' }] } };
  await cache.put('fleet', broken, ['sentDays', workspaceId(), campaignId()]);
  await cache.put('fleet', { v: 1, value: [] }, ['campaignTags', workspaceId()]);
  cache.close();
  const reader = openReader();
  expect(await reader.sentDays(workspaceId(), campaignId())).toBeUndefined();
  expect(await reader.campaignTags(workspaceId())).toBeUndefined();
  expect(reader.quarantined()).toBe(2);
});
