import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Fetch } from '#instantly';
import { DAY_MS, MINUTE_MS, NO_COUNTERS, type Verdict } from '#model';
import type { WorkspaceRecord } from '#store/read';
import { openWriter } from '#store/write';
import { VaultError } from '#vault';
import { campaignId, freshMemory, NOW, WORKSPACE } from './core/fixtures.ts';
import { createGateways } from './gateways.ts';
import { createQuestions } from './questions.ts';

const CAMPAIGN = campaignId(1);
const KEY = 'a-key-that-is-long-enough-for-a-header';
const STATUS = `/api/v2/campaigns/${CAMPAIGN}/sending-status`;
const DAILY = '/api/v2/campaigns/analytics/daily';
const MAPPINGS = '/api/v2/custom-tag-mappings';
const summaryOf = (ai: unknown) => ({
  diagnostics: null,
  summary: { status: 'healthy', status_message: 'Fine', ai_summary: ai },
});

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

type Reply = readonly [status: number, body: unknown];

const setUp = async (
  reply: (url: URL) => Reply | Promise<Reply>,
  workspace: Partial<WorkspaceRecord> = {},
) => {
  const clock = { now: NOW };
  const now = () => clock.now;
  const asked: URL[] = [];
  const fetchHere: Fetch = async (url) => {
    asked.push(new URL(url));
    const [status, body] = await reply(new URL(url));
    return new Response(JSON.stringify(body), { status });
  };
  const store = openWriter(now);
  const memory = freshMemory();
  await store.putWorkspace({ ...memory.workspace, state: { kind: 'ok' }, ...workspace });
  const vault = { get: vi.fn(async () => KEY) };
  const gateways = createGateways({
    vault,
    fetch: fetchHere,
    now,
    random: () => 0,
    wait: async (ms) => {
      clock.now += ms;
    },
    budgetPercent: async () => 5,
  });
  const hasHostPermission = vi.fn(async () => true);
  const questions = createQuestions({ store, gateways, now, hasHostPermission });
  return { clock, asked, store, vault, gateways, hasHostPermission, questions };
};

const REQUEST = { workspaceId: WORKSPACE, campaignId: CAMPAIGN };

describe('the AI summary', () => {
  test('is asked for with the one parameter, and paid from the workspace’s budget', async () => {
    const { questions, asked, gateways } = await setUp(() => [200, summaryOf('Two are down.')]);
    const answer = await questions['ask.aiSummary'](REQUEST);
    expect(answer).toEqual({ ok: true, summary: 'Two are down.' });
    expect(asked.map(({ pathname, search }) => pathname + search)).toEqual([
      `${STATUS}?with_ai_summary=true`,
    ]);
    const before = freshMemory().journal.bucket.tokens;
    expect(gateways.known(WORKSPACE)?.bucket().tokens).toBeLessThan(before);
  });

  test('may be none', async () => {
    const none = { ok: true, summary: null };
    const first = await setUp(() => [200, summaryOf(null)]);
    expect(await first.questions['ask.aiSummary'](REQUEST)).toEqual(none);
    globalThis.indexedDB = new IDBFactory();
    const second = await setUp(() => [200, { diagnostics: null, summary: null }]);
    expect(await second.questions['ask.aiSummary'](REQUEST)).toEqual(none);
  });

  test('is clipped: a megabyte of it is no megabyte here', async () => {
    const { questions } = await setUp(() => [200, summaryOf('x'.repeat(900_000))]);
    const answer = await questions['ask.aiSummary'](REQUEST);
    expect(answer.ok && answer.summary?.length).toBeLessThanOrEqual(4_001);
  });

  test.each([
    [
      401,
      { message: 'Invalid scope. Required: campaigns:read. Found: leads:all' },
      'scope_missing',
    ],
    [401, { message: 'Key revoked' }, 'key_rejected'],
    [402, { message: 'Workspace does not have an active paid plan' }, 'no_plan'],
    [404, { message: 'Resource not found' }, 'not_found'],
    [429, { message: 'Rate limit exceeded' }, 'rate_limited'],
    [500, { message: 'Oops' }, 'fault'],
    [200, 'no status at all', 'unreadable'],
  ])('a %i %j is said as %s', async (status, body, kind) => {
    const { questions } = await setUp(() => [status, body]);
    const answer = await questions['ask.aiSummary'](REQUEST);
    expect(answer).toMatchObject({ ok: false, problem: { kind } });
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  test('offline and without permission are two things', async () => {
    const { questions, hasHostPermission } = await setUp(() => {
      throw new TypeError('Failed to fetch');
    });
    const ask = async () => (await questions['ask.aiSummary'](REQUEST)) as { problem?: unknown };
    expect((await ask()).problem).toEqual({ kind: 'offline' });
    hasHostPermission.mockResolvedValue(false);
    expect((await ask()).problem).toEqual({ kind: 'permission_missing' });
  });

  test('after a 429 the pause holds for a person, too, and is said', async () => {
    const { questions, asked } = await setUp(() => [429, { message: 'Rate limit exceeded' }]);
    await questions['ask.aiSummary'](REQUEST);
    const again = await questions['ask.aiSummary'](REQUEST);
    expect(asked).toHaveLength(1);
    expect(again).toMatchObject({
      ok: false,
      problem: { kind: 'rate_limited', notBefore: expect.any(Number) },
    });
  });

  test.each<[string, Partial<WorkspaceRecord>, string]>([
    [
      'a refused key',
      { state: { kind: 'key_rejected', since: NOW, message: 'no' } },
      'key_rejected',
    ],
    ['no plan', { state: { kind: 'no_plan', since: NOW } }, 'no_plan'],
    ['the demo', { isDemo: true }, 'demo'],
  ])('with %s nothing is asked', async (_name, workspace, kind) => {
    const { questions, asked, vault } = await setUp(() => [200, summaryOf('x')], workspace);
    expect(await questions['ask.aiSummary'](REQUEST)).toMatchObject({ problem: { kind } });
    expect(asked).toEqual([]);
    expect(vault.get).not.toHaveBeenCalled();
  });

  test('with a locked vault nothing is asked', async () => {
    const { questions, asked, vault } = await setUp(() => [200, summaryOf('x')]);
    vault.get.mockRejectedValue(new VaultError('locked'));
    const answer = await questions['ask.aiSummary'](REQUEST);
    expect(answer).toEqual({ ok: false, problem: { kind: 'locked' } });
    expect(asked).toEqual([]);
  });

  test('of a workspace that is gone nothing is asked', async () => {
    const { questions, asked, store } = await setUp(() => [200, summaryOf('x')]);
    await store.removeWorkspace(WORKSPACE);
    expect(await questions['ask.aiSummary'](REQUEST)).toMatchObject({
      problem: { kind: 'superseded' },
    });
    expect(asked).toEqual([]);
  });
});

describe('the days', () => {
  const row = (date: string, sent: number) => ({ date, sent, opened: 0, replies: 0 });

  test('are read once, kept, and then only as far as they may have changed', async () => {
    let rows = [row('2026-01-01', 7)];
    const { questions, asked, clock, store } = await setUp(() => [200, rows]);
    const today = new Date(NOW).toISOString().slice(0, 10);
    rows = [row(today, 12)];
    const first = await questions['ask.sentDays'](REQUEST);
    expect(first).toMatchObject({ problem: null, known: { days: [{ date: today, sent: 12 }] } });
    expect(await store.sentDays(WORKSPACE, CAMPAIGN)).toEqual(first.known);
    await questions['ask.sentDays'](REQUEST);
    expect(asked).toHaveLength(1);
    clock.now += 11 * MINUTE_MS;
    await questions['ask.sentDays'](REQUEST);
    const spans = asked.map(({ searchParams }) => searchParams.get('start_date'));
    expect(spans).toEqual([
      new Date(NOW - 89 * DAY_MS).toISOString().slice(0, 10),
      new Date(NOW - 2 * DAY_MS).toISOString().slice(0, 10),
    ]);
  });

  test('of a whole workspace name no campaign', async () => {
    const { questions, asked } = await setUp(() => [200, []]);
    const answer = await questions['ask.sentDays']({ workspaceId: WORKSPACE, campaignId: null });
    expect(answer).toMatchObject({ problem: null, known: { campaignId: null, days: [] } });
    expect(asked[0]?.pathname).toBe(DAILY);
    expect(asked[0]?.searchParams.has('campaign_id')).toBe(false);
  });

  test('that were known stand beside a problem, and stay stored', async () => {
    let reply: Reply = [200, [row('2026-11-20', 5)]];
    const { questions, clock, store } = await setUp(() => reply);
    const first = await questions['ask.sentDays'](REQUEST);
    clock.now += DAY_MS;
    reply = [500, {}];
    expect(await questions['ask.sentDays'](REQUEST)).toMatchObject({
      known: first.known,
      problem: { kind: 'fault' },
    });
    expect(await store.sentDays(WORKSPACE, CAMPAIGN)).toEqual(first.known);
  });

  test('of the demo come from the store alone', async () => {
    const { questions, asked } = await setUp(() => [200, []], { isDemo: true });
    expect(await questions['ask.sentDays'](REQUEST)).toEqual({
      known: null,
      problem: { kind: 'demo' },
    });
    expect(asked).toEqual([]);
  });
});

describe('the tags of campaigns', () => {
  const verdictOf = (n: number) =>
    ({ ...verdict, campaignId: campaignId(n), name: `Campaign ${n}` }) satisfies Verdict;
  const verdict: Verdict = {
    workspaceId: WORKSPACE,
    campaignId: CAMPAIGN,
    name: '',
    health: 'healthy',
    code: 'healthy',
    causes: [],
    since: NOW,
    observedAt: NOW,
    nextSendAt: null,
    clearsAt: null,
    capacity: null,
    counters: NO_COUNTERS,
    lastKnown: null,
  };
  const TAG = '0190d000-0000-7000-8000-000000000001';

  test('are asked for by the hundred, once an hour', async () => {
    const { questions, asked, clock, store } = await setUp((url) => {
      const ids = url.searchParams.get('resource_ids')?.split(',') ?? [];
      const items = ids
        .slice(0, 2)
        .map((resource_id) => ({ tag_id: TAG, resource_id, resource_type: 2 }));
      return [200, { items: [...items, { tag_id: TAG, resource_id: 'anna@nw-mail.co' }] }];
    });
    const { journal } = freshMemory();
    const verdicts = Array.from({ length: 150 }, (_, n) => verdictOf(n + 1));
    await store.commitSlice({
      workspaceId: WORKSPACE,
      journal,
      fleet: { workspaceId: WORKSPACE, verdicts },
    });
    const ask = () => questions['ask.campaignTags']({ workspaceId: WORKSPACE });
    expect(await ask()).toEqual({ problem: null });
    expect(asked.map(({ pathname }) => pathname)).toEqual([MAPPINGS, MAPPINGS]);
    const known = await store.campaignTags(WORKSPACE);
    expect(Object.keys(known?.tagIds ?? {})).toEqual(
      [1, 2, 101, 102].map((n) => String(campaignId(n))),
    );
    await ask();
    expect(asked).toHaveLength(2);
    clock.now += 61 * MINUTE_MS;
    await ask();
    expect(asked).toHaveLength(4);
  });

  test('end although Instantly’s cursor does not', async () => {
    let n = 0;
    const { questions, asked, store } = await setUp(() => {
      n += 1;
      const items = [{ tag_id: TAG, resource_id: CAMPAIGN }];
      return [200, { items, next_starting_after: `again-${n}` }];
    });
    const fleet = { workspaceId: WORKSPACE, verdicts: [verdict] };
    await store.commitSlice({ workspaceId: WORKSPACE, journal: freshMemory().journal, fleet });
    await questions['ask.campaignTags']({ workspaceId: WORKSPACE });
    expect(asked).toHaveLength(10);
  });

  test('without the scope are said to lack it, and nothing is stored', async () => {
    const message = 'Invalid scope. Required: custom_tag_mappings:read. Found: campaigns:read';
    const { questions, store } = await setUp(() => [401, { message }]);
    const fleet = { workspaceId: WORKSPACE, verdicts: [verdict] };
    await store.commitSlice({ workspaceId: WORKSPACE, journal: freshMemory().journal, fleet });
    expect(await questions['ask.campaignTags']({ workspaceId: WORKSPACE })).toEqual({
      problem: { kind: 'scope_missing', scopes: ['custom_tag_mappings:read'] },
    });
    expect(await store.campaignTags(WORKSPACE)).toBeUndefined();
  });
});
