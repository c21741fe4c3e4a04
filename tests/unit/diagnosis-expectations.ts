import { diagnoseFleet, type FleetInput, type RuleEntry } from '#diagnosis';
import { type CauseCode, DAY_MS, type Health, HOUR_MS, MINUTE_MS, type Observation } from '#model';
import {
  at,
  campaign,
  counts,
  earlier,
  fleet,
  hours,
  id,
  inbox,
  inboxes,
  LOST_LOGIN,
  leadFacts,
  NOON,
  observe,
  smtp,
  snapshot,
  subsequence,
} from './diagnosis-fixtures.ts';

/** What must be said of one campaign within a fleet. */
export interface Expectation {
  readonly name: string;
  readonly observation: Observation;
  readonly health: Health;
  /** Must be among its causes. */
  readonly has: CauseCode;
}

const TAG = '33333333-3333-4333-8333-333333333333';
const own = (n: number, count = 5): ReturnType<typeof inbox>['address'][] =>
  Array.from({ length: count }, (_, k) => inbox(n * 100 + k).address);

let next = 0;
const numbered: Expectation[] = [];
const expected = (
  has: CauseCode,
  health: Health,
  make: (n: number) => Observation,
  name: string = has,
): number => {
  next += 1;
  numbered.push({ name, observation: make(next), health, has });
  return next;
};
const running =
  (over: Parameters<typeof snapshot>[1], code: Parameters<typeof snapshot>[0] = 'healthy') =>
  (n: number) =>
    observe(campaign(n, { inboxes: own(n) }), snapshot(code, over));

expected('stale_instantly', 'unknown', running({ takenAt: at('11:00') }));
expected('unseen_status', 'unknown', running({ code: { unseen: 'quantum' }, summaryCode: null }));
expected('status_failed', 'unknown', (n) => observe(campaign(n), { problem: 'HTTP 500' }));
expected('no_status_yet', 'unknown', (n) => observe(campaign(n), 'empty'));
expected('campaign_bounce_protect', 'blocked', (n) =>
  observe(campaign(n, { lifecycle: 'bounce_protect' }), 'empty'),
);
expected('campaign_draft', 'inactive', (n) =>
  observe(campaign(n, { lifecycle: 'draft' }), 'empty'),
);
const paused = expected('unexpected_pause', 'degraded', (n) =>
  observe(campaign(n, { lifecycle: 'paused' }), 'empty'),
);
expected('instantly_error', 'blocked', (n) =>
  observe(campaign(n, { notSendingReason: 'instantly_error' }), 'empty'),
);
expected('no_future_window', 'blocked', (n) =>
  observe(
    campaign(n, { schedule: { ...hours(), endDate: '2026-05-10' } }),
    snapshot('out_of_schedule', { isInSchedule: false }),
  ),
);
expected('out_of_schedule', 'waiting', (n) =>
  observe(
    campaign(n, { schedule: hours({ fromMinute: 780 }) }),
    snapshot('out_of_schedule', { isInSchedule: false }),
  ),
);
expected('not_started_yet', 'waiting', (n) =>
  observe(
    campaign(n, { schedule: { ...hours(), startDate: '2026-05-20' } }),
    snapshot('out_of_schedule', { isInSchedule: false }),
  ),
);
expected('recently_changed', 'waiting', (n) =>
  observe(campaign(n, { updatedAt: NOON - MINUTE_MS }), snapshot()),
);
expected('all_accounts_unhealthy', 'blocked', running({}, 'all_accounts_unhealthy'));
expected(
  'no_accounts_available',
  'blocked',
  running(
    { inboxCounts: counts({ available: 0, disconnected: 3, atDailyLimit: 2 }) },
    'no_accounts_available',
  ),
);
expected('empty_tag', 'blocked', (n) =>
  observe(
    campaign(n, { inboxes: [], tagIds: [TAG] }),
    snapshot('healthy', { inboxCounts: counts({ total: 0, available: 0 }) }),
  ),
);
const broken = expected('inbox_login_lost', 'degraded', running({}));
expected(
  'inboxes_disconnected',
  'degraded',
  running({ inboxCounts: counts({ available: 4, disconnected: 1 }) }),
);
const resting = expected('inboxes_paused', 'healthy', running({}));
const banned = expected('warmup_banned', 'degraded', running({}));
expected('silent_stop', 'degraded', running({ lastHealthySendAt: at('09:30') }));
expected(
  'contradiction',
  'unknown',
  running({ campaignLimit: { limit: 100, sent: -1, isHit: false } }),
);
expected(
  'daily_limit_met',
  'limited',
  running({ campaignLimit: { limit: 100, sent: 100, isHit: true } }, 'daily_limit_met'),
);
expected(
  'account_daily_limit_met',
  'limited',
  running({ inboxCounts: counts({ available: 0, atDailyLimit: 5 }) }, 'account_daily_limit_met'),
);
expected('new_lead_limit_met', 'waiting', running({}, 'new_lead_limit_met'));
expected('domain_limit_reached', 'waiting', running({}, 'domain_limit_reached'));
expected('waiting_for_leads', 'limited', running({}, 'waiting_for_leads'));
expected('follow_up_delay_not_met', 'waiting', running({}, 'follow_up_delay_not_met'));
expected('waiting_for_esp_match', 'limited', running({}, 'waiting_for_esp_match'));
const parent = expected('campaign_running_subsequences', 'healthy', (n) =>
  observe(
    campaign(n, { lifecycle: 'running_subsequences' }),
    snapshot('campaign_running_subsequences'),
  ),
);
expected(
  'stranded_leads',
  'degraded',
  running({
    inboxCounts: counts({ available: 4, disconnected: 1 }),
    leads: { isNoneReady: false, inboxUnavailableSkips: 9, delaySkips: 0 },
  }),
);
expected(
  'inboxes_at_daily_limit',
  'healthy',
  running({ inboxCounts: counts({ available: 4, atDailyLimit: 1 }) }),
);
expected(
  'inboxes_ramping',
  'healthy',
  running({ inboxCounts: counts({ available: 4, atSlowRampLimit: 1 }) }),
);
expected('inboxes_in_gap', 'healthy', running({ inboxCounts: counts({ available: 1, inGap: 4 }) }));
expected(
  'one_by_one',
  'healthy',
  running({ oneByOne: { isEnabled: true, isSingleInboxPerGap: true } }),
);
const bouncing = expected('bounce_pace', 'degraded', running({}));
const drying = expected('leads_running_out', 'healthy', running({}));
expected('underlying_issue', 'healthy', running({ loopCode: 'waiting_for_leads' }));
expected('schedule_unreadable', 'healthy', (n) =>
  observe(campaign(n, { schedule: hours({ timeZone: 'Mars/Olympus' }) }), snapshot()),
);
expected('time_zone_trap', 'healthy', (n) =>
  observe(campaign(n, { schedule: hours({ timeZone: 'America/Detroit' }) }), snapshot()),
);
expected(
  'window_too_short',
  'healthy',
  (n) =>
    observe(
      campaign(n, {
        schedule: hours({ fromMinute: 715, toMinute: 730 }),
        updatedAt: NOON - DAY_MS,
        gapMinutes: 10,
      }),
      snapshot('healthy', { takenAt: NOON }),
    ),
  'a window shorter than its gap',
);
const lofty = expected('limit_above_capacity', 'healthy', (n) =>
  observe(campaign(n, { inboxes: own(n), limitPerDay: 900 }), snapshot()),
);
expected('end_date_near', 'healthy', (n) =>
  observe(campaign(n, { schedule: { ...hours(), endDate: '2026-05-15' } }), snapshot()),
);
expected('all_inboxes_shared', 'healthy', (n) =>
  observe(campaign(n, { inboxes: own(lofty) }), snapshot()),
);

/** One campaign per rule, all in one fleet. */
export const EXPECTATIONS: readonly Expectation[] = numbered;

const numbers = (n: number, over: Partial<ReturnType<typeof inbox>>): ReturnType<typeof inbox>[] =>
  Array.from({ length: 5 }, (_, k) => inbox(n * 100 + k, k === 0 ? over : {}));

/** The fleet in which all of them live. */
export const FLEET: FleetInput = fleet(
  EXPECTATIONS.map(({ observation }) => observation),
  {
    inboxes: [
      ...numbers(broken, LOST_LOGIN),
      ...numbers(resting, { status: 'paused' }),
      ...numbers(banned, { warmupStatus: 'banned' }),
      ...numbers(lofty, { smtpMessage: smtp('250 fine') }),
      ...inboxes(1).map((one) => ({ ...one, tagIds: ['44444444-4444-4444-8444-444444444444'] })),
    ],
    leads: new Map([
      [id(bouncing), leadFacts(bouncing, { bounced: 150 })],
      [id(drying), leadFacts(drying, { contacted: 4_900 })],
    ]),
    subsequences: new Map([[id(parent), [subsequence(1, snapshot())]]]),
    previous: new Map([[id(paused), earlier(paused)]]),
  },
);

/** The same fleet when nobody could ask for an hour. */
export const BLIND_FLEET: FleetInput = { ...FLEET, oursStaleSince: NOON - HOUR_MS };

/** What does not come out as expected; empty when all does. */
export const missedBy = (rules: readonly RuleEntry[]): readonly string[] => {
  const verdicts = new Map(diagnoseFleet(FLEET, rules).map((one) => [one.campaignId, one]));
  const missed = EXPECTATIONS.flatMap(({ name, observation, health, has }) => {
    const verdict = verdicts.get(observation.campaign.id);
    const found = verdict?.causes.map(({ code }) => code) ?? [];
    if (verdict?.health !== health)
      return [`${name}: ${verdict?.health} instead of ${health} (${found})`];
    return found.includes(has) ? [] : [`${name}: ${has} is missing (${found})`];
  });
  const isBlind = diagnoseFleet(BLIND_FLEET, rules).every(({ health }) => health === 'unknown');
  return isBlind ? missed : [...missed, 'stale_ours: something is known although nobody could ask'];
};
