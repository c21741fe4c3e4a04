import { describe, expect, it } from 'vitest';
import { countHealths, DAY_MS, HEALTHS, MINUTE_MS } from '#model';
import { demoSlice } from './demo-slice.ts';
import { DEMO_WORKSPACE_ID } from './demo-workspace-id.ts';
import { leavesOf, recorded } from './fixtures.ts';
import { type RecordedFacts, readRecording } from './recording.ts';

const NOW = Date.UTC(2031, 2, 4, 9, 30);
const demoAt = async (now: number) => demoSlice(await recorded(), now, 3);

/** Numbers that can be nothing but an instant, and dates. */
const isTime = ([, value]: readonly [string, unknown]): boolean =>
  (typeof value === 'number' && value > 100_000_000_000) ||
  (typeof value === 'string' && /\d{4}-\d{2}-\d{2}/.test(value));

const HOSTILE = /[<>\p{Cc}\p{Cf}\p{Cs}]/u;
/** As mail servers write one. */
const QUOTED_ADDRESS = /<[^\s<>@]+@[a-z-]+\.example>/g;

describe('the demo at an instant', () => {
  it('is marked as a demo and takes the place it is given', async () => {
    const { workspace, slice } = await demoAt(NOW);
    expect(workspace).toMatchObject({ id: DEMO_WORKSPACE_ID, isDemo: true, order: 3 });
    expect(slice.journal.generation).toBe(workspace.generation);
  });

  it('leaves no time where it was recorded', async () => {
    const byMs = 1_000 * DAY_MS;
    const [first, second] = await Promise.all([demoAt(NOW), demoAt(NOW + byMs)]);
    const times = leavesOf(first).filter(isTime);
    const moved = leavesOf(second).filter(isTime);
    expect(times.length).toBeGreaterThan(1_000);
    const expected = times.map(([name, value]) => [
      name,
      typeof value === 'number'
        ? value + byMs
        : new Date(Date.parse(String(value)) + byMs).toISOString().slice(0, 10),
    ]);
    expect(moved).toEqual(expected);
  });

  it('was checked now, and its inboxes sent today', async () => {
    const { slice } = await demoAt(NOW);
    const observed = new Set(slice.fleet?.verdicts.map(({ observedAt }) => observedAt));
    expect(observed).toEqual(new Set([NOW]));
    expect(new Set(Object.values(slice.journal.checkedAt))).toEqual(new Set([NOW]));
    expect(new Set(slice.inboxes?.days.map(({ date }) => date))).toEqual(new Set(['2031-03-04']));
  });

  it('shows every health', async () => {
    const { slice } = await demoAt(NOW);
    const counts = countHealths(slice.fleet?.verdicts ?? []);
    expect(HEALTHS.filter((health) => counts[health] === 0)).toEqual([]);
  });

  it('has a firing incident about campaigns that are there', async () => {
    const { slice } = await demoAt(NOW);
    const ids = new Set(slice.fleet?.verdicts.map(({ campaignId }) => campaignId));
    const [firing] = slice.incidents?.filter(({ state }) => state === 'firing') ?? [];
    expect(firing?.incident.campaignIds.length).toBeGreaterThan(1);
    expect(firing?.incident.campaignIds.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has an incident that is over', async () => {
    const { slice } = await demoAt(NOW);
    const over = slice.incidents?.filter(({ state }) => state === 'resolved') ?? [];
    expect(over).toHaveLength(1);
    expect(over[0]?.resolvedAt).toBeGreaterThan(over[0]?.incident.since ?? NOW);
    expect(over[0]?.resolvedAt).toBeLessThan(NOW);
  });

  it('files everything under its own workspace', async () => {
    const demo = await demoAt(NOW);
    const owners = leavesOf(demo).filter(([name]) => /^workspaceIds?$/.test(name));
    expect(new Set(owners.map(([, id]) => id))).toEqual(new Set([DEMO_WORKSPACE_ID]));
  });

  it('holds nothing that would hurt a surface, and no address that exists', async () => {
    const texts = leavesOf(await demoAt(NOW)).filter(
      (leaf): leaf is readonly [string, string] => typeof leaf[1] === 'string',
    );
    expect(texts.filter(([, text]) => HOSTILE.test(text.replace(QUOTED_ADDRESS, '')))).toEqual([]);
    expect(texts.filter(([name, text]) => name === 'name' && text.trim() === '')).toEqual([]);
    const addresses = texts.filter(([, text]) => /^\S+@\S+$/.test(text));
    expect(addresses.length).toBeGreaterThan(40);
    expect(addresses.filter(([, text]) => !text.endsWith('.example'))).toEqual([]);
  });
});

describe('the history of the demo', () => {
  it('tells of a week, each change joined to the one before', async () => {
    const { slice } = await demoAt(NOW);
    const byCampaign = Object.values(
      Object.groupBy(slice.history ?? [], ({ campaignId }) => campaignId),
    );
    expect(byCampaign).toHaveLength(slice.fleet?.verdicts.length ?? 0);
    for (const changes of byCampaign) {
      expect(changes?.[0]).toMatchObject({ at: NOW - 7 * DAY_MS, previousHealth: null });
      for (const [place, change] of changes?.slice(1).entries() ?? []) {
        const before = changes?.[place];
        expect(change.at).toBeGreaterThan(before?.at ?? 0);
        expect(change.previousHealth).toBe(before?.health);
      }
    }
  });

  it('ends in the verdicts', async () => {
    const { slice } = await demoAt(NOW);
    for (const { campaignId, health, code } of slice.fleet?.verdicts ?? []) {
      const last = slice.history?.findLast((change) => change.campaignId === campaignId);
      expect(last).toMatchObject({ health, code });
      expect(last?.at).toBeLessThanOrEqual(NOW);
    }
  });

  it('places a change by its minutes before the end', async () => {
    const recording = await recorded();
    const [only] = recording.verdicts;
    if (!only) throw new Error('no verdict');
    const states = [
      { health: 'healthy', code: 'healthy', causeCodes: [] },
      { health: 'waiting', code: 'out_of_schedule', causeCodes: ['out_of_schedule'] },
    ] as const;
    const changes = { [only.campaignId]: [[90, 1] as const, [0, 0] as const] };
    const { slice } = demoSlice({ ...recording, verdicts: [only], states, changes }, NOW, 0);
    expect(slice.history).toEqual([
      {
        workspaceId: DEMO_WORKSPACE_ID,
        campaignId: only.campaignId,
        at: NOW - 90 * MINUTE_MS,
        previousHealth: null,
        ...states[1],
      },
      {
        workspaceId: DEMO_WORKSPACE_ID,
        campaignId: only.campaignId,
        at: NOW,
        previousHealth: 'waiting',
        ...states[0],
      },
    ]);
  });
});

describe('what pages ask for of the demo', () => {
  it('is in the recording: mails per day up to today, tags of campaigns, raw facts of each', async () => {
    const { slice } = await demoAt(NOW);
    const ids = slice.fleet?.verdicts.map(({ campaignId }) => campaignId) ?? [];
    expect(new Set(slice.observations?.map(({ campaignId }) => campaignId))).toEqual(new Set(ids));
    const days = (slice.asked ?? []).flatMap((record) => ('days' in record ? [record] : []));
    expect(new Set(days.map(({ campaignId }) => campaignId))).toEqual(new Set([null, ...ids]));
    const ofAll = days.find(({ campaignId }) => campaignId === null)?.days ?? [];
    expect(ofAll.length).toBeGreaterThan(20);
    expect(ofAll.at(-1)?.date).toBe('2031-03-04');
    for (const { date, sent } of ofAll) {
      const ofEach = days.filter(({ campaignId }) => campaignId !== null);
      const counts = ofEach.map((one) => one.days.find((day) => day.date === date)?.sent ?? 0);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(sent);
    }
    const labels = new Set(slice.inboxes?.tags.map(({ id }) => id));
    const tagged = slice.asked?.find((record) => 'tagIds' in record);
    const tagIds = Object.values(tagged && 'tagIds' in tagged ? tagged.tagIds : {}).flat();
    expect(tagIds.length).toBeGreaterThan(0);
    expect(tagIds.filter((id) => !labels.has(id))).toEqual([]);
  });

  it('is there as if it had been asked just now', async () => {
    const { facts: _, ...recording } = await recorded();
    const [only] = recording.verdicts;
    if (!only) throw new Error('no verdict');
    const date = new Date(recording.recordedAt).toISOString().slice(0, 10);
    const facts = {
      observations: [
        { campaign: { id: only.campaignId, inboxes: [] }, reading: { kind: 'empty' } },
      ],
      sentDays: { '': [{ date, sent: 9 }], [only.campaignId]: [{ date, sent: 4 }] },
      campaignTags: { [only.campaignId]: ['t1'] },
    } as unknown as RecordedFacts;
    const { slice } = demoSlice({ ...recording, facts }, NOW, 0);
    expect(slice.observations).toMatchObject([
      { campaignId: only.campaignId, listedAt: NOW, reading: { kind: 'empty' } },
    ]);
    const of = { workspaceId: DEMO_WORKSPACE_ID, readAt: NOW };
    expect(slice.asked).toEqual([
      { ...of, tagIds: { [only.campaignId]: ['t1'] } },
      { ...of, campaignId: null, days: [{ date: '2031-03-04', sent: 9 }] },
      { ...of, campaignId: only.campaignId, days: [{ date: '2031-03-04', sent: 4 }] },
    ]);
  });

  it('is nothing where the recording is from before it was kept', async () => {
    const { facts: _, ...older } = await recorded();
    const { slice } = demoSlice(readRecording(older), NOW, 0);
    expect(slice.observations).toEqual([]);
    expect(slice.asked).toEqual([]);
  });
});

describe('a recording', () => {
  it.each([null, 'text', [[]], {}, { version: 2 }])('that is %j is refused', (value) => {
    expect(() => readRecording(value)).toThrow(TypeError);
  });

  it.each(['recordedAt', 'verdicts', 'states', 'changes'])(
    'without %s is refused',
    async (part) => {
      const recording = await recorded();
      expect(() => readRecording({ ...recording, [part]: undefined })).toThrow(TypeError);
    },
  );
});
