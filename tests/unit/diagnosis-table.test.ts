import { describe, expect, test } from 'vitest';
import { diagnoseFleet, type FleetInput } from '#diagnosis';
import type {
  CampaignFacts,
  CauseCode,
  Health,
  SendingCode,
  SendingSnapshot,
  SentSample,
} from '#model';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#model';
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
  verdictOf,
} from './diagnosis-fixtures.ts';

/** Written by hand from DIAGNOSIS.md: what a person is told in each case, whatever the code does. */
interface Row {
  readonly name: string;
  readonly facts?: Partial<CampaignFacts>;
  readonly code?: SendingCode | null | 'empty' | 'not_asked' | 'failed';
  readonly snapshot?: Partial<SendingSnapshot>;
  readonly fleet?: Partial<FleetInput>;
  readonly now?: number;
  readonly health: Health;
  /** The first cause; null: none at all. */
  readonly first: CauseCode | null;
  readonly also?: readonly CauseCode[];
}

const check = ({
  facts,
  code = 'healthy',
  snapshot: over,
  fleet: rest,
  now = NOON,
  health,
  first,
  also,
}: Row) => {
  const reading =
    code === 'empty' || code === 'not_asked'
      ? code
      : code === 'failed'
        ? { problem: 'HTTP 500' }
        : snapshot(code, over, now);
  const verdict = verdictOf(observe(campaign(1, facts), reading, now), { now, ...rest });
  expect({ health: verdict.health, first: verdict.causes[0]?.code ?? null }).toEqual({
    health,
    first,
  });
  expect(verdict.causes.map((cause) => cause.code)).toEqual(
    expect.arrayContaining([...(also ?? [])]),
  );
  return verdict;
};

const hit = { campaignLimit: { limit: 100, sent: 100, isHit: true } };
const noneReady = { leads: { isNoneReady: true, inboxUnavailableSkips: 0, delaySkips: 4 } };
const samples = (...list: readonly (readonly [string, number])[]): SentSample[] =>
  list.map(([clock, sent]) => ({ at: at(clock), sent }));

describe('the 18 codes of an active campaign', () => {
  test.each<Row>([
    { name: 'healthy', code: 'healthy', health: 'healthy', first: null },
    {
      name: 'draft',
      facts: { lifecycle: 'draft' },
      code: 'campaign_draft',
      health: 'inactive',
      first: 'campaign_draft',
    },
    {
      name: 'paused',
      facts: { lifecycle: 'paused' },
      code: 'campaign_paused',
      health: 'inactive',
      first: 'campaign_paused',
    },
    {
      name: 'completed',
      facts: { lifecycle: 'completed' },
      code: 'campaign_completed',
      health: 'inactive',
      first: 'campaign_completed',
    },
    {
      name: 'subsequences',
      facts: { lifecycle: 'running_subsequences' },
      code: 'campaign_running_subsequences',
      health: 'waiting',
      first: 'campaign_running_subsequences',
    },
    {
      name: 'out of schedule',
      code: 'out_of_schedule',
      snapshot: { isInSchedule: false },
      now: at('20:00'),
      health: 'waiting',
      first: 'out_of_schedule',
    },
    {
      name: 'follow-up delay',
      code: 'follow_up_delay_not_met',
      snapshot: noneReady,
      health: 'waiting',
      first: 'follow_up_delay_not_met',
    },
    {
      name: 'waiting for leads',
      code: 'waiting_for_leads',
      snapshot: noneReady,
      health: 'limited',
      first: 'waiting_for_leads',
    },
    {
      name: 'new lead limit',
      code: 'new_lead_limit_met',
      health: 'waiting',
      first: 'new_lead_limit_met',
    },
    {
      name: 'daily limit, late',
      code: 'daily_limit_met',
      snapshot: hit,
      now: at('16:30'),
      health: 'waiting',
      first: 'daily_limit_met',
    },
    {
      name: 'inbox limits, much lost',
      code: 'account_daily_limit_met',
      snapshot: { inboxCounts: counts({ available: 0, atDailyLimit: 5 }) },
      health: 'limited',
      first: 'account_daily_limit_met',
    },
    {
      name: 'company limit',
      code: 'domain_limit_reached',
      health: 'waiting',
      first: 'domain_limit_reached',
    },
    {
      name: 'provider match',
      code: 'waiting_for_esp_match',
      health: 'limited',
      first: 'waiting_for_esp_match',
    },
    {
      name: 'no inbox, disconnected',
      code: 'no_accounts_available',
      snapshot: { inboxCounts: counts({ available: 0, disconnected: 5 }) },
      health: 'blocked',
      first: 'no_accounts_available',
    },
    {
      name: 'all inboxes unhealthy',
      code: 'all_accounts_unhealthy',
      snapshot: { inboxCounts: counts({ available: 0, disconnected: 5 }) },
      health: 'blocked',
      first: 'all_accounts_unhealthy',
    },
    {
      name: 'stopped: inboxes',
      facts: { lifecycle: 'accounts_unhealthy' },
      code: 'campaign_accounts_unhealthy',
      health: 'blocked',
      first: 'campaign_accounts_unhealthy',
    },
    {
      name: 'stopped: bounces',
      facts: { lifecycle: 'bounce_protect' },
      code: 'campaign_bounce_protect',
      health: 'blocked',
      first: 'campaign_bounce_protect',
    },
    {
      name: 'stopped: suspended',
      facts: { lifecycle: 'account_suspended' },
      code: 'campaign_account_suspended',
      health: 'blocked',
      first: 'campaign_account_suspended',
    },
  ])('$name', (row) => void check(row));
});

describe('the 8 lifecycles decide over a healthy snapshot; unseen and missing ones are unknown', () => {
  test.each<Row>([
    { name: 'draft', facts: { lifecycle: 'draft' }, health: 'inactive', first: 'campaign_draft' },
    { name: 'active', facts: { lifecycle: 'active' }, health: 'healthy', first: null },
    {
      name: 'paused',
      facts: { lifecycle: 'paused' },
      health: 'inactive',
      first: 'campaign_paused',
    },
    {
      name: 'completed',
      facts: { lifecycle: 'completed' },
      health: 'inactive',
      first: 'campaign_completed',
    },
    {
      name: 'subsequences',
      facts: { lifecycle: 'running_subsequences' },
      health: 'waiting',
      first: 'campaign_running_subsequences',
    },
    {
      name: 'inboxes',
      facts: { lifecycle: 'accounts_unhealthy' },
      health: 'blocked',
      first: 'campaign_accounts_unhealthy',
    },
    {
      name: 'bounces',
      facts: { lifecycle: 'bounce_protect' },
      health: 'blocked',
      first: 'campaign_bounce_protect',
    },
    {
      name: 'suspended',
      facts: { lifecycle: 'account_suspended' },
      health: 'blocked',
      first: 'campaign_account_suspended',
    },
    {
      name: 'unseen',
      facts: { lifecycle: { unseen: '7' } },
      health: 'unknown',
      first: 'unseen_lifecycle',
    },
    {
      name: 'missing',
      facts: { lifecycle: undefined },
      health: 'unknown',
      first: 'unseen_lifecycle',
    },
  ])('$name', (row) => void check(row));
});

describe('the 6 kinds of reason where both halves are null', () => {
  test.each<Row>([
    {
      name: 'out of schedule',
      facts: { notSendingReason: 'out_of_schedule' },
      code: 'empty',
      health: 'waiting',
      first: 'out_of_schedule',
    },
    {
      name: 'no lead',
      facts: { notSendingReason: 'waiting_for_lead' },
      code: 'empty',
      health: 'limited',
      first: 'waiting_for_leads',
    },
    {
      name: 'campaign limit',
      facts: { notSendingReason: 'campaign_daily_limit' },
      code: 'empty',
      now: at('16:30'),
      health: 'waiting',
      first: 'daily_limit_met',
    },
    {
      name: 'inbox limits',
      facts: { notSendingReason: 'inbox_daily_limits' },
      code: 'empty',
      health: 'limited',
      first: 'account_daily_limit_met',
    },
    {
      name: 'error 99',
      facts: { notSendingReason: 'instantly_error' },
      code: 'empty',
      health: 'blocked',
      first: 'instantly_error',
    },
    {
      name: 'unseen',
      facts: { notSendingReason: { unseen: '42' } },
      code: 'empty',
      health: 'unknown',
      first: 'unseen_status',
    },
  ])('$name', (row) => void check(row));
});

describe('combinations and contradictions', () => {
  test.each<Row>([
    // Nothing known.
    { name: 'null and null', code: 'empty', health: 'unknown', first: 'no_status_yet' },
    {
      name: 'null and null while subsequences run',
      facts: { lifecycle: 'running_subsequences' },
      code: 'empty',
      health: 'unknown',
      first: 'no_status_yet',
    },
    {
      name: 'null and null of a paused one',
      facts: { lifecycle: 'paused' },
      code: 'empty',
      health: 'inactive',
      first: 'campaign_paused',
    },
    { name: 'never asked', code: 'not_asked', health: 'unknown', first: 'no_status_yet' },
    { name: 'failed', code: 'failed', health: 'unknown', first: 'status_failed' },
    {
      name: 'failed, but the list gives a reason',
      facts: { notSendingReason: 'campaign_daily_limit' },
      code: 'failed',
      now: at('16:30'),
      health: 'waiting',
      first: 'daily_limit_met',
    },
    { name: 'a null code', code: null, health: 'unknown', first: 'no_status_yet' },
    {
      name: 'an unseen code',
      snapshot: { code: { unseen: 'quantum_pause' } },
      health: 'unknown',
      first: 'unseen_status',
    },
    {
      name: 'we could not ask',
      fleet: { oursStaleSince: NOON - HOUR_MS },
      health: 'unknown',
      first: 'stale_ours',
    },
    {
      name: 'we could not ask about a paused one',
      facts: { lifecycle: 'paused' },
      fleet: { oursStaleSince: NOON - HOUR_MS },
      health: 'unknown',
      first: 'stale_ours',
    },
    {
      name: 'stale in schedule',
      snapshot: { takenAt: at('11:15') },
      health: 'unknown',
      first: 'stale_instantly',
    },
    {
      name: 'stale, but that is how often Instantly looks',
      snapshot: { takenAt: at('11:15'), lastHealthySendAt: at('11:14') },
      fleet: { snapshotCadenceMs: 20 * MINUTE_MS },
      health: 'healthy',
      first: null,
    },
    {
      name: 'stale and stopped',
      facts: { lifecycle: 'bounce_protect' },
      snapshot: { takenAt: at('09:15') },
      health: 'blocked',
      first: 'campaign_bounce_protect',
    },
    {
      name: 'old at night is normal',
      code: 'out_of_schedule',
      snapshot: { takenAt: at('17:01'), isInSchedule: false },
      now: at('23:00'),
      health: 'waiting',
      first: 'out_of_schedule',
    },
    {
      name: 'a snapshot from the far future',
      snapshot: { takenAt: NOON + 9 * DAY_MS },
      health: 'unknown',
      first: 'stale_instantly',
    },
    {
      name: 'a snapshot without a time',
      snapshot: { takenAt: undefined },
      health: 'unknown',
      first: 'stale_instantly',
    },
    // The clock.
    {
      name: 'healthy when the window closed since',
      snapshot: { takenAt: at('16:58') },
      now: at('17:10'),
      health: 'waiting',
      first: 'out_of_schedule',
    },
    {
      name: 'no window will ever open: ended',
      facts: { schedule: { ...hours(), endDate: '2026-05-12' } },
      code: 'out_of_schedule',
      snapshot: { isInSchedule: false },
      health: 'blocked',
      first: 'no_future_window',
    },
    {
      name: 'no window will ever open: no days',
      facts: { schedule: hours({ days: [false, false, false, false, false, false, false] }) },
      code: 'out_of_schedule',
      snapshot: { isInSchedule: false },
      health: 'blocked',
      first: 'no_future_window',
    },
    {
      name: 'starts next week',
      facts: { schedule: { ...hours(), startDate: '2026-05-20' } },
      code: 'out_of_schedule',
      snapshot: { isInSchedule: false },
      health: 'waiting',
      first: 'out_of_schedule',
      also: ['not_started_yet'],
    },
    {
      name: 'inboxes dead at night',
      code: 'out_of_schedule',
      snapshot: { isInSchedule: false },
      now: at('22:00'),
      fleet: { inboxes: inboxes(0, 5, LOST_LOGIN) },
      health: 'blocked',
      first: 'inbox_login_lost',
      also: ['out_of_schedule'],
    },
    {
      name: 'some inboxes dead at night',
      code: 'out_of_schedule',
      snapshot: { isInSchedule: false },
      now: at('22:00'),
      fleet: { inboxes: inboxes(4, 1, LOST_LOGIN) },
      health: 'degraded',
      first: 'inbox_login_lost',
    },
    {
      name: 'sends where we see no window',
      facts: { schedule: hours({ timeZone: 'America/Detroit' }) },
      health: 'healthy',
      first: 'time_zone_trap',
    },
    {
      name: 'an unreadable zone',
      facts: { schedule: hours({ timeZone: 'Mars/Olympus' }) },
      health: 'healthy',
      first: 'schedule_unreadable',
    },
    // Grace.
    {
      name: 'edited five minutes ago',
      facts: { updatedAt: NOON - 5 * MINUTE_MS },
      snapshot: { inboxCounts: counts({ available: 3, disconnected: 2 }) },
      health: 'waiting',
      first: 'recently_changed',
      also: ['inboxes_disconnected'],
    },
    {
      name: 'edited, snapshot older',
      facts: { updatedAt: NOON - MINUTE_MS },
      health: 'waiting',
      first: 'recently_changed',
    },
    {
      name: 'edited, snapshot newer and healthy',
      facts: { updatedAt: NOON - 10 * MINUTE_MS },
      health: 'healthy',
      first: null,
    },
    {
      name: 'stopped a minute ago',
      facts: { updatedAt: NOON - MINUTE_MS, lifecycle: 'bounce_protect' },
      health: 'blocked',
      first: 'campaign_bounce_protect',
    },
    {
      name: 'just opened, not looked at',
      code: 'out_of_schedule',
      snapshot: { takenAt: at('17:00', '2026-05-13'), isInSchedule: false },
      now: at('09:10'),
      health: 'waiting',
      first: 'recently_changed',
    },
    {
      name: 'just opened, all inboxes bad',
      code: 'all_accounts_unhealthy',
      now: at('09:10'),
      health: 'waiting',
      first: 'recently_changed',
    },
    {
      name: 'just opened, known since the night',
      code: 'out_of_schedule',
      snapshot: { takenAt: at('17:00', '2026-05-13'), isInSchedule: false },
      now: at('09:10'),
      fleet: {
        inboxes: inboxes(0, 5, LOST_LOGIN),
        previous: new Map([
          [
            id(1),
            earlier(1, {
              health: 'blocked',
              code: 'out_of_schedule',
              causes: [
                {
                  code: 'inbox_login_lost',
                  severity: 'red',
                  params: {},
                  loss: 0,
                  clearsAt: null,
                  needsPerson: true,
                  actions: [],
                },
              ],
            }),
          ],
        ]),
      },
      health: 'blocked',
      first: 'inbox_login_lost',
    },
    // Inboxes.
    {
      name: 'the API’s sample: one of five disconnected',
      snapshot: { inboxCounts: counts({ available: 3, disconnected: 1, atDailyLimit: 1 }) },
      health: 'degraded',
      first: 'inboxes_disconnected',
      also: ['inboxes_at_daily_limit'],
    },
    {
      name: 'two lost the login, two full: none left',
      code: 'no_accounts_available',
      snapshot: {
        inboxCounts: counts({ total: 4, available: 0, disconnected: 2, atDailyLimit: 2 }),
      },
      fleet: { inboxes: inboxes(3, 2, LOST_LOGIN) },
      health: 'blocked',
      first: 'no_accounts_available',
      also: ['inbox_login_lost', 'inboxes_at_daily_limit'],
    },
    {
      name: 'none available, all full',
      code: 'no_accounts_available',
      snapshot: { inboxCounts: counts({ available: 0, atDailyLimit: 5 }) },
      health: 'limited',
      first: 'no_accounts_available',
    },
    {
      name: 'none available, all between mails',
      code: 'no_accounts_available',
      snapshot: {
        inboxCounts: counts({ available: 0, inGap: 5 }),
        issueSince: NOON - 3 * MINUTE_MS,
      },
      health: 'waiting',
      first: 'no_accounts_available',
    },
    {
      name: 'none available and none attached',
      code: 'no_accounts_available',
      snapshot: { inboxCounts: counts({ total: 0, available: 0 }) },
      health: 'blocked',
      first: 'no_accounts_available',
      also: ['no_inboxes_attached'],
    },
    {
      name: 'none attached on a healthy one',
      snapshot: { inboxCounts: counts({ total: 0, available: 0 }) },
      health: 'blocked',
      first: 'no_inboxes_attached',
    },
    {
      name: 'an empty tag',
      facts: { inboxes: [], tagIds: ['33333333-3333-4333-8333-333333333333'] },
      snapshot: { inboxCounts: counts({ total: 0, available: 0 }) },
      health: 'blocked',
      first: 'empty_tag',
    },
    {
      name: 'all in maintenance',
      code: 'all_accounts_unhealthy',
      fleet: { inboxes: inboxes(0, 5, { status: 'maintenance' }) },
      health: 'limited',
      first: 'all_accounts_unhealthy',
    },
    {
      name: 'one stopped by the provider until tomorrow',
      fleet: {
        inboxes: inboxes(4, 1, {
          status: 'sending_error',
          smtpMessage: smtp('450 4.7.1 Too many mails'),
        }),
      },
      health: 'limited',
      first: 'inbox_provider_cap',
    },
    {
      name: 'one paused by its owner',
      fleet: { inboxes: inboxes(4, 1, { status: 'paused' }) },
      health: 'healthy',
      first: 'inboxes_paused',
    },
    {
      name: 'all paused by their owner',
      fleet: { inboxes: inboxes(0, 5, { status: 'paused' }) },
      health: 'blocked',
      first: 'inboxes_paused',
    },
    {
      name: 'a banned warmup',
      fleet: { inboxes: [...inboxes(4), inbox(4, { warmupStatus: 'banned' })] },
      health: 'degraded',
      first: 'warmup_banned',
    },
    {
      name: 'stranded leads',
      snapshot: {
        inboxCounts: counts({ available: 4, disconnected: 1 }),
        leads: { isNoneReady: false, inboxUnavailableSkips: 12, delaySkips: 0 },
      },
      health: 'degraded',
      first: 'inboxes_disconnected',
      also: ['stranded_leads'],
    },
    // Limits.
    {
      name: 'limit reached at 10:00 with everything free',
      code: 'daily_limit_met',
      snapshot: { ...hit, issueSince: at('10:00') },
      now: at('12:00'),
      health: 'limited',
      first: 'daily_limit_met',
    },
    {
      name: 'limit reached in the middle, inboxes free, leads ready',
      code: 'daily_limit_met',
      snapshot: hit,
      now: at('13:00'),
      health: 'limited',
      first: 'daily_limit_met',
    },
    {
      name: 'limit reached in the middle, nothing ready',
      code: 'daily_limit_met',
      snapshot: { ...hit, ...noneReady },
      now: at('13:00'),
      health: 'waiting',
      first: 'daily_limit_met',
    },
    {
      name: 'inbox limits, hardly anything lost',
      code: 'account_daily_limit_met',
      snapshot: {
        campaignLimit: { limit: 100, sent: 95, isHit: false },
        inboxCounts: counts({ available: 0, atDailyLimit: 5 }),
      },
      health: 'waiting',
      first: 'account_daily_limit_met',
    },
    {
      name: 'new lead limit, no follow-ups, much idle',
      code: 'new_lead_limit_met',
      snapshot: { followUps: { count: 0, earliestWaitSeconds: null } },
      health: 'limited',
      first: 'new_lead_limit_met',
    },
    {
      name: 'sent above a lowered limit',
      code: 'daily_limit_met',
      snapshot: { campaignLimit: { limit: 100, sent: 120, isHit: true } },
      now: at('16:30'),
      health: 'waiting',
      first: 'daily_limit_met',
      also: ['contradiction'],
    },
    // Supply.
    {
      name: 'evergreen without leads',
      facts: { isEvergreen: true },
      code: 'waiting_for_leads',
      snapshot: noneReady,
      health: 'waiting',
      first: 'waiting_for_leads',
    },
    {
      name: 'no lead ready although there are',
      code: 'waiting_for_leads',
      snapshot: noneReady,
      fleet: { leads: new Map([[id(1), leadFacts(1)]]) },
      health: 'limited',
      first: 'waiting_for_leads',
      also: ['contradiction'],
    },
    {
      name: 'only follow-ups and the list is dry',
      code: 'follow_up_delay_not_met',
      snapshot: noneReady,
      fleet: { leads: new Map([[id(1), leadFacts(1, { contacted: 5_000 })]]) },
      health: 'limited',
      first: 'follow_up_delay_not_met',
    },
    {
      name: 'the live answer: four follow-ups, no seconds',
      code: 'follow_up_delay_not_met',
      snapshot: {
        ...noneReady,
        followUps: { count: 4, earliestWaitSeconds: null },
        lastHealthySendAt: undefined,
      },
      health: 'waiting',
      first: 'follow_up_delay_not_met',
    },
    {
      name: 'bounces near the line',
      fleet: { leads: new Map([[id(1), leadFacts(1, { bounced: 140 })]]) },
      health: 'degraded',
      first: 'bounce_pace',
    },
    // Silence.
    {
      name: 'silent for two hours',
      snapshot: { lastHealthySendAt: at('09:50') },
      fleet: {
        sentSeries: new Map([[id(1), samples(['09:30', 40], ['09:50', 50], ['11:00', 50])]]),
      },
      health: 'degraded',
      first: 'silent_stop',
    },
    {
      name: 'silent for a whole window',
      snapshot: { lastHealthySendAt: at('10:00', '2026-05-12') },
      health: 'blocked',
      first: 'silent_stop',
    },
    {
      name: 'quiet for 30 minutes is nothing',
      snapshot: { lastHealthySendAt: at('11:30') },
      health: 'healthy',
      first: null,
    },
    {
      name: 'never sent, as far as Instantly knows',
      snapshot: { lastHealthySendAt: undefined },
      health: 'healthy',
      first: null,
    },
    // Subsequences.
    {
      name: 'a subsequence sends',
      facts: { lifecycle: 'running_subsequences' },
      code: 'campaign_running_subsequences',
      fleet: {
        subsequences: new Map([[id(1), [subsequence(1, snapshot()), subsequence(2, 'empty')]]]),
      },
      health: 'healthy',
      first: 'campaign_running_subsequences',
    },
    {
      name: 'subsequences rest',
      facts: { lifecycle: 'running_subsequences' },
      code: 'campaign_running_subsequences',
      fleet: {
        subsequences: new Map([[id(1), [subsequence(1, snapshot('follow_up_delay_not_met'))]]]),
      },
      health: 'waiting',
      first: 'campaign_running_subsequences',
    },
    {
      name: 'the only subsequence is broken',
      facts: { lifecycle: 'running_subsequences' },
      code: 'campaign_running_subsequences',
      fleet: {
        subsequences: new Map([[id(1), [subsequence(1, snapshot('all_accounts_unhealthy'))]]]),
      },
      health: 'blocked',
      first: 'campaign_running_subsequences',
    },
    // Pauses.
    {
      name: 'running a minute ago, paused now',
      facts: { lifecycle: 'paused' },
      fleet: { previous: new Map([[id(1), earlier(1)]]) },
      health: 'degraded',
      first: 'unexpected_pause',
      also: ['campaign_paused'],
    },
    {
      name: 'paused when we first saw it',
      facts: { lifecycle: 'paused' },
      health: 'inactive',
      first: 'campaign_paused',
    },
    {
      name: 'paused after bounce protection',
      facts: { lifecycle: 'paused' },
      fleet: {
        previous: new Map([
          [id(1), earlier(1, { health: 'blocked', code: 'campaign_bounce_protect' })],
        ]),
      },
      health: 'inactive',
      first: 'campaign_paused',
    },
    // Contradictions.
    {
      name: 'healthy here, all unhealthy there',
      snapshot: { summaryCode: 'all_accounts_unhealthy' },
      health: 'blocked',
      first: 'all_accounts_unhealthy',
      also: ['contradiction'],
    },
    {
      name: 'all unhealthy here, healthy there',
      code: 'all_accounts_unhealthy',
      snapshot: { summaryCode: 'healthy' },
      health: 'blocked',
      first: 'all_accounts_unhealthy',
      also: ['contradiction'],
    },
    {
      name: 'completed by status, waiting by its loop',
      facts: { lifecycle: 'completed' },
      code: 'campaign_completed',
      snapshot: { loopCode: 'waiting_for_leads' },
      health: 'inactive',
      first: 'campaign_completed',
    },
    {
      name: 'active in the list, paused in the status',
      code: 'campaign_paused',
      health: 'unknown',
      first: 'contradiction',
    },
    {
      name: 'active in the list, bounce-protected in the status',
      code: 'campaign_bounce_protect',
      health: 'blocked',
      first: 'campaign_bounce_protect',
    },
    {
      name: 'healthy, but the list gives a reason',
      facts: { notSendingReason: 'campaign_daily_limit' },
      snapshot: hit,
      now: at('16:30'),
      health: 'waiting',
      first: 'daily_limit_met',
      also: ['contradiction'],
    },
    {
      name: 'more available than there are',
      snapshot: { inboxCounts: counts({ total: 3, available: 5 }) },
      health: 'unknown',
      first: 'contradiction',
    },
    {
      name: 'negative counts',
      snapshot: { campaignLimit: { limit: 100, sent: -3, isHit: false } },
      health: 'unknown',
      first: 'contradiction',
    },
    {
      name: 'an earlier issue underneath',
      snapshot: { loopCode: 'waiting_for_leads' },
      health: 'healthy',
      first: 'underlying_issue',
    },
    {
      name: 'error 99 over a healthy status',
      facts: { notSendingReason: 'instantly_error' },
      health: 'blocked',
      first: 'instantly_error',
    },
  ])('$name', (row) => void check(row));
});

describe('one half only', () => {
  const ofSummary = (code: SendingCode): SendingSnapshot => ({
    ...snapshot(code),
    loopCode: null,
    summaryCode: null,
    takenAt: undefined,
    inboxCounts: undefined,
    campaignLimit: undefined,
    newLeadLimit: undefined,
    isInSchedule: undefined,
    oneByOne: undefined,
    followUps: undefined,
    espRouting: undefined,
    domainLimiter: undefined,
    leads: undefined,
  });

  test('a summary alone explains a standstill and proves no health', () => {
    expect(verdictOf(observe(campaign(1), ofSummary('waiting_for_leads'))).health).toBe('limited');
    expect(verdictOf(observe(campaign(1), ofSummary('all_accounts_unhealthy'))).health).toBe(
      'blocked',
    );
    expect(verdictOf(observe(campaign(1), ofSummary('healthy'))).health).toBe('unknown');
  });
});

describe('a list that does not say whether it runs', () => {
  const missing = (code: SendingCode, summaryCode: SendingCode) =>
    verdictOf(observe(campaign(1, { lifecycle: undefined }), snapshot(code, { summaryCode })))
      .health;

  test('is filled in by a status with one voice only', () => {
    expect(missing('campaign_paused', 'campaign_paused')).toBe('inactive');
    expect(missing('campaign_paused', 'healthy')).toBe('unknown');
    expect(missing('healthy', 'campaign_paused')).toBe('unknown');
    expect(missing('healthy', 'healthy')).toBe('unknown');
  });
});

describe('worked examples at verdict level', () => {
  const sample = { inboxCounts: counts({ available: 3, disconnected: 1, atDailyLimit: 1 }) };
  const lossesAt = (clock: string) => {
    const now = at(clock);
    const { capacity, causes, health } = verdictOf(
      observe(campaign(1), snapshot('healthy', sample, now), now),
      { now },
    );
    const of = (code: CauseCode) => causes.find((cause) => cause.code === code);
    return {
      health,
      today: capacity?.today.mean,
      disconnected: of('inboxes_disconnected')?.loss,
      severity: of('inboxes_disconnected')?.severity,
      both: of('inboxes_disconnected')?.params['lossWithLimits'],
      limitHitAt: capacity?.limitHitAt,
    };
  };

  test('B at 12:00: the missing inboxes cost time, not mails: amber, not red', () => {
    expect(lossesAt('12:00')).toEqual({
      health: 'degraded',
      today: 100,
      disconnected: 0,
      severity: 'amber',
      both: 0,
      limitHitAt: at('16:10'),
    });
  });

  test('B at 14:00: the two missing ones cost 14 mails, the disconnected one alone 12', () => {
    expect(lossesAt('14:00')).toMatchObject({ today: 86, disconnected: 12, both: 14 });
  });

  test('A: 20 inboxes of 30 reach 500; one by one leaves 32', () => {
    const now = at('09:00');
    const facts = campaign(1, {
      limitPerDay: 500,
      inboxes: Array.from({ length: 20 }, (_, n) => inbox(n).address),
    });
    const of = (isSingle: boolean) =>
      verdictOf(
        observe(
          facts,
          snapshot(
            'healthy',
            {
              inboxCounts: counts({ total: 20, available: 20 }),
              campaignLimit: { limit: 500, sent: 0, isHit: false },
              oneByOne: { isEnabled: isSingle, isSingleInboxPerGap: isSingle },
              takenAt: now,
              lastHealthySendAt: undefined,
            },
            now,
          ),
          now,
        ),
        {
          now,
          inboxes: inboxes(20),
          inboxDays: facts.inboxes.map((address) => ({
            address,
            date: '2026-05-14',
            sent: 0,
            bounced: 0,
          })),
        },
      );
    expect(of(false).capacity).toMatchObject({
      today: { mean: 500, worst: 480 },
      bottleneck: 'campaign_limit',
      limitHitAt: at('15:15'),
    });
    expect(of(true).capacity).toMatchObject({ today: { mean: 32 }, bottleneck: 'one_by_one' });
    expect(of(true).causes.map(({ code }) => code)).toContain('one_by_one');
  });
});

describe('times and memory', () => {
  test('inbox limits clear at 00:00 UTC, campaign limits at the campaign’s midnight, both in the next window', () => {
    const clears = (code: SendingCode) =>
      verdictOf(observe(campaign(1), snapshot(code, hit))).clearsAt;
    expect(clears('daily_limit_met')).toBe(at('09:00', '2026-05-15'));
    expect(clears('account_daily_limit_met')).toBe(at('09:00', '2026-05-15'));
  });

  test('since is carried while the health stays, and last known is kept while unknown', () => {
    const before = new Map([[id(1), earlier(1, { since: 5 })]]);
    expect(verdictOf(observe(campaign(1), snapshot()), { previous: before }).since).toBe(5);
    const lost = verdictOf(observe(campaign(1), 'empty'), { previous: before });
    expect(lost).toMatchObject({
      health: 'unknown',
      lastKnown: { health: 'healthy', code: 'healthy' },
      since: NOON,
    });
    const still = verdictOf(observe(campaign(1), 'empty'), { previous: new Map([[id(1), lost]]) });
    expect(still).toMatchObject({ lastKnown: { health: 'healthy' }, since: NOON });
  });

  test('an unexpected pause counts as meant after a day', () => {
    const paused = observe(campaign(1, { lifecycle: 'paused' }), 'empty');
    const first = verdictOf(paused, { previous: new Map([[id(1), earlier(1)]]) });
    const later = (by: number, previous = first) =>
      verdictOf(paused, { previous: new Map([[id(1), previous]]), now: NOON + by });
    expect(later(HOUR_MS).health).toBe('degraded');
    expect(later(DAY_MS).health).toBe('inactive');
    expect(later(DAY_MS + HOUR_MS, later(DAY_MS)).health).toBe('inactive');
  });

  test('pre-flight: at night the next window’s mails and bottleneck are known', () => {
    const now = at('22:00');
    const facts = campaign(1, { limitPerDay: 500 });
    const night = verdictOf(
      observe(facts, snapshot('out_of_schedule', { isInSchedule: false }, now), now),
      {
        now,
        inboxes: inboxes(3, 2, LOST_LOGIN),
      },
    );
    const rest = night.causes.find(({ code }) => code === 'out_of_schedule');
    expect(rest?.params).toMatchObject({
      nextWindowMails: 90,
      nextWindowBottleneck: 'inboxes_down',
      down: 2,
    });
    expect(night.nextSendAt).toBe(at('09:00', '2026-05-15'));
  });

  test('equal limits help only together', () => {
    const facts = campaign(1, {
      limitPerDay: 100,
      inboxes: inboxes(1).map(({ address }) => address),
    });
    const verdict = verdictOf(
      observe(
        facts,
        snapshot('daily_limit_met', {
          ...hit,
          inboxCounts: counts({ total: 1, available: 0, atDailyLimit: 1 }),
        }),
      ),
      {
        inboxes: [inbox(0, { limitPerDay: 100 })],
        inboxDays: [{ address: inbox(0).address, date: '2026-05-14', sent: 100, bounced: 0 }],
      },
    );
    const limit = verdict.causes.find(({ code }) => code === 'daily_limit_met');
    expect(limit?.params).toMatchObject({ together: 'inboxes_at_daily_limit' });
    expect(limit?.params['lossTogether']).toBeGreaterThan(0);
  });

  test('campaigns that share inboxes: each alone, and together', () => {
    const unsent = snapshot('healthy', { campaignLimit: { limit: 100, sent: 0, isHit: false } });
    const verdicts = diagnoseFleet(
      fleet([observe(campaign(1), unsent), observe(campaign(2), unsent)], {
        inboxes: inboxes(5).map((one) => ({ ...one, limitPerDay: 20 })),
        inboxDays: inboxes(5).map((one) => ({
          address: one.address,
          date: '2026-05-14',
          sent: 0,
          bounced: 0,
        })),
      }),
    );
    expect(
      verdicts.map(({ capacity }) => [capacity?.today.mean, capacity?.contendedToday]),
    ).toEqual([
      [100, 50],
      [100, 50],
    ]);
    for (const { causes } of verdicts)
      expect(causes.map(({ code }) => code)).toContain('all_inboxes_shared');
  });
});
