import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEALTHS, type Verdict } from '#model';
import { judgeCases } from '../../tools/explain/judge-cases.ts';
import { readCase } from '../../tools/explain/read-case.ts';

const NOW = Date.parse('2026-10-09T09:10:00Z');

const CAMPAIGN = {
  id: '019cc043-aee6-7ae9-a545-d7de53430e37',
  name: 'My First Campaign',
  status: 1,
  not_sending_status: null,
  campaign_schedule: {
    start_date: '2025-09-25',
    end_date: null,
    schedules: [
      {
        name: 'My Schedule',
        timing: { from: '09:00', to: '17:00' },
        days: { '1': true, '2': true, '3': true, '4': true, '5': true },
        timezone: 'Europe/Isle_of_Man',
      },
    ],
  },
  email_list: ['john@doe.com'],
  email_tag_list: [],
  daily_limit: 100,
  daily_max_leads: 50,
  email_gap: 10,
  random_wait_max: 10,
  timestamp_created: '2026-03-05T23:09:47.110Z',
  timestamp_updated: '2026-03-05T23:09:47.110Z',
  organization: '019cc043-aee6-7ae9-a545-d7e0e895498f',
};

/** Shape of the documented example (INSTANTLY.md 2.4): healthy, three of five inboxes available. */
const DOCUMENTED = {
  diagnostics: {
    campaign_id: CAMPAIGN.id,
    last_updated: '2026-10-09T09:05:00.000Z',
    status: 'healthy',
    issue_tracking: {
      current_status_code: 'healthy',
      issue_first_seen_at: '2026-10-09T08:00:00.000Z',
      consecutive_loops_with_issue: 0,
      last_healthy_send_at: '2026-10-09T09:01:00.000Z',
    },
    accounts_summary: {
      total_connected: 5,
      available: 3,
      unavailable: {
        daily_limit_hit: 1,
        slow_ramp_limit_hit: 0,
        disconnected: 1,
        global_gap_not_met: 0,
      },
    },
    campaign_daily_limit: { limit: 100, sent: 50, limit_hit: false },
    new_lead_limit: { enabled: true, limit: 50, contacted: 25, limit_hit: false },
    schedule_status: { in_schedule: true },
    send_one_by_one: { enabled: false, single_account_per_wait_gap: false },
    follow_ups_waiting: { count: 10, earliest_wait_time_seconds: 3600 },
    esp_routing_status: { enabled: false, waiting_for_match: false, connected_esps: [1, 2] },
    domain_limiter: { active: true, domains_at_limit: 0 },
    leads_status: { no_leads_ready: false, account_unavailable_skips: 0, delay_not_met_skips: 5 },
  },
  summary: {
    status: 'healthy',
    status_message: 'Campaign is healthy',
    issue_started_at: null,
    last_healthy_send_at: '2026-10-09T09:01:00.000Z',
    ai_summary: null,
  },
};

/** A real answer of 9 October 2026 (INSTANTLY.md 2.4). */
const LIVE = {
  diagnostics: {
    campaign_id: CAMPAIGN.id,
    last_updated: '2026-10-09T09:02:56.289Z',
    status: 'follow_up_delay_not_met',
    schedule_status: { in_schedule: true },
    campaign_daily_limit: { limit: 30, sent: 0, limit_hit: false },
    new_lead_limit: { enabled: false, limit: null, contacted: 0, limit_hit: false },
    accounts_summary: {
      total_connected: 1,
      available: 1,
      unavailable: {
        daily_limit_hit: 0,
        slow_ramp_limit_hit: 0,
        disconnected: 0,
        global_gap_not_met: 0,
      },
    },
    leads_status: { no_leads_ready: true, account_unavailable_skips: 0, delay_not_met_skips: 4 },
    follow_ups_waiting: { count: 4, earliest_wait_time_seconds: null },
    issue_tracking: {
      current_status_code: 'follow_up_delay_not_met',
      issue_first_seen_at: '2026-10-09T09:02:56.289Z',
      consecutive_loops_with_issue: 1,
      last_healthy_send_at: null,
    },
  },
  summary: {
    status: 'follow_up_delay_not_met',
    status_message: 'Follow-up delays have not been met yet',
    issue_started_at: '2026-10-09T09:02:56.289Z',
    last_healthy_send_at: null,
    ai_summary: null,
  },
};

type Path = readonly (string | number)[];

const pathsOf = (value: unknown, path: Path = []): Path[] =>
  value !== null && typeof value === 'object'
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
    : [path];

const GONE = Symbol('gone');

const withAt = (value: unknown, [key, ...rest]: Path, put: unknown): unknown => {
  if (key === undefined) return put;
  const copy = structuredClone(value) as Record<string, unknown>;
  const inner = withAt(copy[key], rest, put);
  if (inner === GONE) delete copy[key];
  else copy[key] = inner;
  return copy;
};

const judge = async (campaign: unknown, sendingStatus: unknown): Promise<Verdict> => {
  const [judged] = judgeCases([await readCase({ campaign, sendingStatus }, 'it', NOW)], NOW);
  if (!judged) throw new Error('one case gives one verdict');
  return judged.verdict;
};

const garbage = fc.oneof(
  fc.constantFrom<unknown>(
    GONE,
    null,
    '',
    '0',
    'null',
    -1,
    0,
    1e12,
    1e-7,
    true,
    [],
    {},
    '9999-99-99T99:99:99Z',
    '1970-01-01',
    [[]],
    'healthy ',
    7,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('real payloads', { timeout: 120_000 }, () => {
  test('as they are', async () => {
    expect(await judge(CAMPAIGN, DOCUMENTED)).toMatchObject({
      health: 'degraded',
      code: 'healthy',
    });
    expect(await judge(CAMPAIGN, LIVE)).toMatchObject({
      health: 'waiting',
      code: 'follow_up_delay_not_met',
      clearsAt: null,
    });
    expect(await judge(CAMPAIGN, { diagnostics: null, summary: null })).toMatchObject({
      health: 'unknown',
    });
  });

  test.each([
    ['documented', DOCUMENTED],
    ['live', LIVE],
  ])(
    '%s: any field may be gone or anything at all, and nothing becomes healthy by it',
    async (name, status) => {
      const paths = pathsOf(status).filter(({ length }) => length > 0);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...paths), garbage, async (path, put) => {
          const verdict = await judge(CAMPAIGN, withAt(status, path, put));
          expect(HEALTHS).toContain(verdict.health);
          // The live one is not sending; in the documented one only its counts say what is wrong.
          const isCount = path.includes('accounts_summary');
          if (name === 'live' || !isCount) expect(verdict.health).not.toBe('healthy');
        }),
        { numRuns: 700 },
      );
    },
  );

  test('any field of the campaign, too; without a lifecycle it is never healthy', async () => {
    const paths = pathsOf(CAMPAIGN).filter(
      ([key]) => key !== undefined && key !== 'id' && key !== 'organization',
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), garbage, async (path, put) => {
        const verdict = await judge(withAt(CAMPAIGN, path, put), LIVE);
        expect(verdict.health).not.toBe('healthy');
        if (path[0] === 'status' && put !== 1)
          expect(['waiting', 'limited']).not.toContain(verdict.health);
      }),
      { numRuns: 600 },
    );
  });
});
