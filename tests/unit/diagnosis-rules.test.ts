import { describe, expect, test } from 'vitest';
import { diagnoseFleet, RULES } from '#diagnosis';
import { type Cause, HOUR_MS, MINUTE_MS, type Observation } from '#model';
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
import { RULES_TESTED_TOGETHER, ruleFinds } from './rule-finds.ts';

const TESTED = new Set<string>();

const finds = (...[name, observation, over]: Parameters<typeof ruleFinds>): readonly Cause[] => {
  TESTED.add(name);
  return ruleFinds(name, observation, over);
};
const plain = observe(campaign(1), snapshot());
const with_ = (...[code, over, now]: Parameters<typeof snapshot>): Observation =>
  observe(campaign(1), snapshot(code, over, now), now);
const noneReady = { leads: { isNoneReady: true, inboxUnavailableSkips: 0, delaySkips: 4 } };

describe('trust', () => {
  test('staleOurs', () => {
    expect(finds('staleOurs', plain)).toEqual([]);
    expect(finds('staleOurs', plain, { oursStaleSince: NOON - HOUR_MS })).toMatchObject([
      { code: 'stale_ours', params: { sinceAt: NOON - HOUR_MS, age: HOUR_MS } },
    ]);
  });

  test('staleInstantly counts in-schedule minutes only', () => {
    const aged = (takenAt: number, now: number) =>
      finds('staleInstantly', with_('healthy', { takenAt }, now), { now });
    expect(aged(at('11:29'), NOON)).toMatchObject([
      { code: 'stale_instantly', params: { age: 31 * MINUTE_MS } },
    ]);
    expect(aged(at('11:31'), NOON)).toEqual([]);
    expect(aged(at('16:45', '2026-05-13'), at('09:10'))).toEqual([]);
    expect(aged(at('16:45', '2026-05-13'), at('09:20'))).toHaveLength(1);
  });

  test('noStatus, failedStatus', () => {
    expect(finds('noStatus', observe(campaign(1), 'empty'))).toMatchObject([
      { code: 'no_status_yet' },
    ]);
    expect(finds('noStatus', plain)).toEqual([]);
    expect(finds('failedStatus', observe(campaign(1), { problem: 'HTTP 502' }))).toMatchObject([
      { code: 'status_failed' },
    ]);
    expect(
      finds(
        'failedStatus',
        observe(campaign(1), { problem: 'Invalid scope. Required: campaigns:read.' }),
      ),
    ).toMatchObject([{ code: 'status_not_permitted', actions: ['replace_key', 'open_options'] }]);
  });

  test('unseenValue keeps the raw word', () => {
    expect(
      finds('unseenValue', with_('healthy', { code: { unseen: 'x' }, message: 'hm' })),
    ).toMatchObject([{ code: 'unseen_status', params: { raw: 'x', message: 'hm' } }]);
    expect(
      finds('unseenValue', observe(campaign(1, { lifecycle: { unseen: '9' } }), snapshot())),
    ).toMatchObject([{ code: 'unseen_lifecycle', params: { raw: '9' } }]);
  });
});

describe('lifecycle', () => {
  test('lifecycleStop says what the stop costs', () => {
    const stopped = observe(campaign(1, { lifecycle: 'bounce_protect' }), snapshot());
    expect(
      finds('lifecycleStop', stopped, {
        leads: new Map([[id(1), leadFacts(1, { bounced: 164 })]]),
      }),
    ).toMatchObject([
      {
        code: 'campaign_bounce_protect',
        severity: 'red',
        needsPerson: true,
        loss: 50,
        params: { bounceRate: 0.082 },
      },
    ]);
    expect(finds('lifecycleStop', plain)).toEqual([]);
  });

  test('intent, unexpectedPause', () => {
    const paused = observe(
      campaign(1, { lifecycle: 'paused', updatedAt: NOON - MINUTE_MS }),
      'empty',
    );
    expect(finds('intent', paused)).toMatchObject([
      { code: 'campaign_paused', severity: 'grey', needsPerson: false },
    ]);
    expect(finds('unexpectedPause', paused)).toEqual([]);
    const formerly = (over: Parameters<typeof earlier>[1]) => ({
      previous: new Map([[id(1), earlier(1, over)]]),
    });
    expect(finds('unexpectedPause', paused, formerly({}))).toMatchObject([
      { code: 'unexpected_pause', params: { pausedAt: NOON - MINUTE_MS } },
    ]);
    expect(
      finds('unexpectedPause', paused, formerly({ health: 'inactive', code: 'campaign_draft' })),
    ).toEqual([]);
    expect(finds('unexpectedPause', paused, formerly({ health: 'unknown', code: null }))).toEqual(
      [],
    );
    const lost = {
      health: 'unknown',
      lastKnown: { health: 'healthy', code: 'healthy', at: 0 },
    } as const;
    expect(finds('unexpectedPause', paused, formerly(lost))).toHaveLength(1);
  });

  test('instantlyError', () => {
    expect(
      finds(
        'instantlyError',
        observe(campaign(1, { notSendingReason: 'instantly_error' }), snapshot()),
      ),
    ).toMatchObject([{ code: 'instantly_error', loss: 50, actions: ['contact_support'] }]);
  });
});

describe('clock', () => {
  const shut = { isInSchedule: false };

  test('outOfSchedule says when it opens and what the day will then hold', () => {
    const now = at('20:00');
    expect(finds('outOfSchedule', with_('out_of_schedule', shut, now), { now })).toMatchObject([
      {
        code: 'out_of_schedule',
        clearsAt: at('09:00', '2026-05-15'),
        params: { nextWindowMails: 100, down: 0 },
      },
    ]);
    expect(finds('outOfSchedule', plain)).toEqual([]);
  });

  test('noFutureWindow, notStartedYet, scheduleUnreadable', () => {
    const of = (schedule: ReturnType<typeof hours>) =>
      observe(campaign(1, { schedule }), snapshot('out_of_schedule', shut));
    expect(finds('noFutureWindow', of({ ...hours(), endDate: '2026-05-13' }))).toMatchObject([
      { code: 'no_future_window', params: { why: 'ended', endDate: '2026-05-13' } },
    ]);
    expect(finds('noFutureWindow', of(hours()))).toEqual([]);
    expect(finds('notStartedYet', of({ ...hours(), startDate: '2026-05-18' }))).toMatchObject([
      { code: 'not_started_yet', clearsAt: at('09:00', '2026-05-18') },
    ]);
    expect(finds('notStartedYet', of(hours()))).toEqual([]);
    expect(finds('scheduleUnreadable', of(hours({ timeZone: 'Mars/Olympus' })))).toMatchObject([
      { params: { why: 'zone' } },
    ]);
    expect(finds('scheduleUnreadable', plain)).toEqual([]);
  });

  test('recentlyChanged shows only while it mutes something', () => {
    const changed = (minutes: number) =>
      observe(campaign(1, { updatedAt: NOON - minutes * MINUTE_MS }), snapshot());
    expect(finds('recentlyChanged', changed(1))).toMatchObject([
      { clearsAt: NOON + 14 * MINUTE_MS },
    ]);
    expect(finds('recentlyChanged', changed(10))).toEqual([]);
    expect(finds('recentlyChanged', plain)).toEqual([]);
  });

  test('timeZoneTrap, with 15 minutes of tolerance', () => {
    const zoned = (timeZone: string) =>
      observe(campaign(1, { schedule: hours({ timeZone }) }), snapshot());
    expect(finds('timeZoneTrap', zoned('America/Detroit'))).toMatchObject([
      { params: { isOpenAtInstantly: true } },
    ]);
    expect(finds('timeZoneTrap', zoned('Europe/Berlin'))).toEqual([]);
    const now = at('09:10');
    expect(
      finds('timeZoneTrap', with_('out_of_schedule', { ...shut, takenAt: now }, now), { now }),
    ).toEqual([]);
  });

  test('windowTooShort also tells of a window over midnight; endDateNear', () => {
    const of = (over: Parameters<typeof hours>[0]) =>
      observe(campaign(1, { schedule: hours(over) }), snapshot());
    expect(finds('windowTooShort', of({ fromMinute: 720, toMinute: 735 }))).toMatchObject([
      { code: 'window_too_short', params: { minutes: 15, gap: 20 } },
    ]);
    expect(finds('windowTooShort', of({ fromMinute: 600, toMinute: 120 }))).toMatchObject([
      { code: 'overnight_window' },
    ]);
    expect(finds('windowTooShort', plain)).toEqual([]);
    const ending = (endDate: string) =>
      observe(campaign(1, { schedule: { ...hours(), endDate } }), snapshot());
    expect(finds('endDateNear', ending('2026-05-16'))).toMatchObject([
      { params: { days: 3, endDate: '2026-05-16' } },
    ]);
    expect(finds('endDateNear', ending('2026-06-16'))).toEqual([]);
  });
});

describe('inboxes', () => {
  test('allInboxesUnhealthy, noInboxesAvailable', () => {
    expect(finds('allInboxesUnhealthy', with_('all_accounts_unhealthy'))).toMatchObject([
      { severity: 'red', loss: 50 },
    ]);
    const none = (over: Parameters<typeof counts>[0], more = {}) =>
      finds(
        'noInboxesAvailable',
        with_('no_accounts_available', { inboxCounts: counts({ available: 0, ...over }), ...more }),
      );
    expect(none({ disconnected: 2, atDailyLimit: 2 })).toMatchObject([
      { severity: 'red', needsPerson: true },
    ]);
    expect(none({ disconnected: 1, atDailyLimit: 4 })).toMatchObject([
      { severity: 'amber', needsPerson: false, clearsAt: at('09:00', '2026-05-15') },
    ]);
    expect(none({ inGap: 5 })).toMatchObject([{ severity: 'blue' }]);
    expect(none({ inGap: 5 }, { issueSince: NOON - HOUR_MS })).toMatchObject([
      { severity: 'amber' },
    ]);
    expect(none({})).toMatchObject([{ params: { other: 5 }, severity: 'amber' }]);
  });

  test('noInboxes tells an empty tag from no inbox at all', () => {
    const without = { inboxCounts: counts({ total: 0, available: 0 }) };
    expect(finds('noInboxes', with_('healthy', without))).toMatchObject([
      { code: 'no_inboxes_attached' },
    ]);
    const tag = '33333333-3333-4333-8333-333333333333';
    const tagged = campaign(1, { inboxes: [], tagIds: [tag] });
    expect(finds('noInboxes', observe(tagged, snapshot('healthy', without)))).toMatchObject([
      { code: 'empty_tag', params: { tags: [tag] } },
    ]);
    const other = [inbox(1, { tagIds: ['44444444-4444-4444-8444-444444444444'] })];
    const unknown = snapshot('healthy', { inboxCounts: undefined });
    expect(finds('noInboxes', observe(tagged, unknown), { inboxes: other })).toMatchObject([
      { code: 'empty_tag' },
    ]);
    expect(finds('noInboxes', observe(tagged, unknown), { inboxes: [inbox(1)] })).toEqual([]);
  });

  test('brokenInboxes groups by what the servers answered, each with its own loss', () => {
    const mixed = [
      ...inboxes(3, 1, LOST_LOGIN),
      inbox(4, { status: 'sending_error', smtpMessage: smtp('450 4.1.2 Domain not found') }),
    ];
    const now = at('14:00');
    const found = finds(
      'brokenInboxes',
      with_('healthy', { inboxCounts: counts({ available: 3, disconnected: 2 }) }, now),
      { inboxes: mixed, now },
    );
    // What one click mends comes first where the loss is the same.
    expect(found).toMatchObject([
      {
        code: 'inbox_bad_lead',
        loss: 12,
        actions: ['mark_inbox_fixed', 'resume_inbox', 'open_leads'],
      },
      {
        code: 'inbox_login_lost',
        loss: 12,
        needsPerson: true,
        severity: 'amber',
        params: { count: 1, addresses: [inbox(0).address] },
      },
    ]);
    expect(finds('brokenInboxes', plain, { inboxes: inboxes(5) })).toEqual([]);
    expect(finds('brokenInboxes', plain, { inboxes: inboxes(2, 3, LOST_LOGIN) })).toMatchObject([
      { severity: 'red' },
    ]);
  });

  test('disconnectedInboxes speaks only of those whose state is not known', () => {
    const two = with_('healthy', { inboxCounts: counts({ available: 3, disconnected: 2 }) });
    expect(finds('disconnectedInboxes', two)).toMatchObject([
      { params: { count: 2, inboxes: 5 }, severity: 'amber' },
    ]);
    expect(finds('disconnectedInboxes', two, { inboxes: inboxes(4, 1, LOST_LOGIN) })).toMatchObject(
      [{ params: { count: 1 } }],
    );
    expect(finds('disconnectedInboxes', two, { inboxes: inboxes(3, 2, LOST_LOGIN) })).toEqual([]);
    expect(
      finds(
        'disconnectedInboxes',
        with_('healthy', { inboxCounts: counts({ available: 2, disconnected: 3 }) }),
      ),
    ).toMatchObject([{ severity: 'red' }]);
  });

  test('restingInboxes, warmupBanned', () => {
    expect(
      finds('restingInboxes', plain, { inboxes: inboxes(4, 1, { status: 'paused' }) }),
    ).toMatchObject([{ code: 'inboxes_paused', severity: 'blue', needsPerson: false }]);
    expect(
      finds('restingInboxes', plain, { inboxes: inboxes(0, 5, { status: 'maintenance' }) }),
    ).toMatchObject([{ code: 'inboxes_in_maintenance', severity: 'amber', needsPerson: false }]);
    expect(
      finds('warmupBanned', plain, { inboxes: inboxes(4, 1, { warmupStatus: 'banned' }) }),
    ).toMatchObject([{ code: 'warmup_banned', params: { count: 1 } }]);
    expect(finds('warmupBanned', plain, { inboxes: inboxes(5) })).toEqual([]);
  });

  test('inboxesAtLimit, inboxesRamping, inboxesInGap, allInboxesShared', () => {
    const held = (over: Parameters<typeof counts>[0], more = {}) =>
      with_('healthy', { inboxCounts: counts(over), ...more });
    expect(finds('inboxesAtLimit', held({ available: 4, atDailyLimit: 1 }))).toMatchObject([
      { params: { count: 1 } },
    ]);
    expect(finds('inboxesAtLimit', plain)).toEqual([]);
    expect(finds('inboxesRamping', held({ available: 4, atSlowRampLimit: 1 }))).toMatchObject([
      { code: 'inboxes_ramping' },
    ]);
    expect(finds('inboxesRamping', plain)).toEqual([]);
    expect(finds('inboxesInGap', held({ available: 2, inGap: 3 }))).toMatchObject([
      { code: 'inboxes_in_gap' },
    ]);
    expect(finds('inboxesInGap', held({ available: 3, inGap: 2 }))).toEqual([]);
    const lasting = { inboxCounts: counts({ available: 0, inGap: 5 }), loopsWithIssue: 4 };
    expect(finds('inboxesInGap', with_('no_accounts_available', lasting))).toMatchObject([
      { code: 'gap_too_long', severity: 'amber', needsPerson: false },
    ]);
    expect(finds('allInboxesShared', plain, { inboxes: inboxes(5) })).toEqual([]);
    TESTED.add('allInboxesShared');
    const both = diagnoseFleet(
      fleet([plain, observe(campaign(2), snapshot())], { inboxes: inboxes(5) }),
      RULES.filter(({ name }) => name === 'allInboxesShared'),
    );
    expect(both.map(({ causes }) => causes)).toMatchObject([
      [{ params: { others: 1 } }],
      [{ params: { others: 1 } }],
    ]);
  });

  test('strandedLeads need a broken inbox', () => {
    const leads = { isNoneReady: false, inboxUnavailableSkips: 7, delaySkips: 0 };
    expect(
      finds('strandedLeads', with_('healthy', { leads, inboxCounts: counts({ disconnected: 1 }) })),
    ).toMatchObject([{ params: { count: 7 } }]);
    expect(finds('strandedLeads', with_('healthy', { leads }))).toEqual([]);
  });
});

describe('limits and supply', () => {
  const hit = { campaignLimit: { limit: 100, sent: 100, isHit: true } };

  test('dailyLimit: an opportunity, no loss; amber only when it was early and more is possible', () => {
    const reached = (clock: string, more = {}) =>
      finds('dailyLimit', with_('daily_limit_met', { ...hit, ...more }, at(clock)), {
        now: at(clock),
      });
    expect(reached('12:00')).toMatchObject([
      {
        severity: 'amber',
        loss: 0,
        clearsAt: at('09:00', '2026-05-15'),
        params: { possible: 100 },
      },
    ]);
    expect(reached('14:30')).toMatchObject([{ severity: 'blue' }]);
    expect(reached('16:00', { issueSince: at('10:00') })).toMatchObject([
      { severity: 'amber', params: { hitAt: at('10:00') } },
    ]);
    expect(reached('10:00', noneReady)).toMatchObject([{ severity: 'blue' }]);
  });

  test('inboxLimits clear at 00:00 UTC, also inside a window', () => {
    const schedule = hours({ timeZone: 'America/Detroit', fromMinute: 720, toMinute: 1_380 });
    const now = Date.parse('2026-05-14T22:00:00Z');
    const evening = observe(
      campaign(1, { schedule }),
      snapshot(
        'account_daily_limit_met',
        { inboxCounts: counts({ available: 0, atDailyLimit: 5 }) },
        now,
      ),
      now,
    );
    expect(finds('inboxLimits', evening, { now })).toMatchObject([
      { clearsAt: Date.parse('2026-05-15T00:00:00Z') },
    ]);
    expect(finds('inboxLimits', plain)).toEqual([]);
  });

  test('newLeadLimit, companyLimit, oneByOne', () => {
    expect(finds('newLeadLimit', with_('new_lead_limit_met'))).toMatchObject([
      { severity: 'blue', loss: 0 },
    ]);
    expect(
      finds(
        'newLeadLimit',
        with_('new_lead_limit_met', { followUps: { count: 0, earliestWaitSeconds: null } }),
      ),
    ).toMatchObject([{ severity: 'amber' }]);
    const crowded = { domainLimiter: { isActive: true, domainsAtLimit: 3 } };
    expect(finds('companyLimit', with_('domain_limit_reached', crowded))).toMatchObject([
      { code: 'domain_limit_reached', params: { count: 3 } },
    ]);
    expect(finds('companyLimit', with_('healthy', crowded))).toMatchObject([
      { code: 'domain_crowded' },
    ]);
    expect(finds('companyLimit', plain)).toEqual([]);
    const single = { oneByOne: { isEnabled: true, isSingleInboxPerGap: true } };
    expect(finds('oneByOne', with_('healthy', single))).toMatchObject([
      { params: { possible: 30 } },
    ]);
    expect(finds('oneByOne', plain)).toEqual([]);
  });

  test('waitingForLeads, followUpDelay, espMatch', () => {
    // Ten follow-ups fall due within the hour; the other 40 of the limit have no lead.
    expect(finds('waitingForLeads', with_('waiting_for_leads', noneReady))).toMatchObject([
      { severity: 'amber', needsPerson: false, loss: 40 },
    ]);
    const due = {
      ...noneReady,
      followUps: { count: 10, earliestWaitSeconds: 3_600 },
      takenAt: NOON,
    };
    expect(finds('followUpDelay', with_('follow_up_delay_not_met', due))).toMatchObject([
      { clearsAt: at('13:00') },
    ]);
    const late = { ...due, followUps: { count: 10, earliestWaitSeconds: 10 * 3_600 } };
    expect(finds('followUpDelay', with_('follow_up_delay_not_met', late))).toMatchObject([
      { clearsAt: at('09:00', '2026-05-15') },
    ]);
    const unsaid = { ...due, followUps: { count: 4, earliestWaitSeconds: null } };
    expect(finds('followUpDelay', with_('follow_up_delay_not_met', unsaid))).toMatchObject([
      { clearsAt: null, params: { followUps: 4 } },
    ]);
    expect(finds('espMatch', with_('waiting_for_esp_match'))).toMatchObject([
      { severity: 'amber' },
    ]);
  });

  test('leadsRunningOut, bouncePace', () => {
    const leads = (over: Parameters<typeof leadFacts>[1]) => ({
      leads: new Map([[id(1), leadFacts(1, over)]]),
    });
    expect(finds('leadsRunningOut', plain, leads({ contacted: 4_800 }))).toMatchObject([
      { params: { count: 200, days: 2 } },
    ]);
    expect(finds('leadsRunningOut', plain, leads({}))).toEqual([]);
    const rate = (bounced: number, sent = 2_000) =>
      finds('bouncePace', plain, leads({ bounced, sent }));
    expect(rate(50)).toEqual([]);
    expect(rate(80)).toMatchObject([{ severity: 'blue', needsPerson: false }]);
    expect(rate(140)).toMatchObject([
      { severity: 'amber', needsPerson: true, params: { rate: 0.07 } },
    ]);
    expect(rate(5, 50)).toEqual([]);
  });

  test('limitAboveCapacity', () => {
    const of = (limitPerDay: number) =>
      finds('limitAboveCapacity', observe(campaign(1, { limitPerDay }), snapshot()), {
        inboxes: inboxes(5),
      });
    expect(of(500)).toMatchObject([{ params: { limit: 500, possible: 150 } }]);
    expect(of(150)).toEqual([]);
  });
});

describe('silence, subsequences and doubt', () => {
  test('silentStop counts in-schedule minutes, by our looks or Instantly’s last send', () => {
    const silent = (over: Parameters<typeof snapshot>[1]) =>
      finds('silentStop', with_('healthy', over));
    expect(silent({ lastHealthySendAt: at('10:30') })).toMatchObject([
      { params: { minutes: 88, isWholeWindow: false }, loss: 50 },
    ]);
    expect(silent({ lastHealthySendAt: at('10:40') })).toEqual([]);
    expect(silent({ lastHealthySendAt: at('16:50', '2026-05-13') })).toMatchObject([
      { params: { minutes: 188 } },
    ]);
    expect(
      silent({ lastHealthySendAt: at('10:30'), inboxCounts: counts({ available: 0 }) }),
    ).toEqual([]);
    expect(silent({ lastHealthySendAt: at('10:30'), ...noneReady })).toEqual([]);
    expect(silent({ lastHealthySendAt: at('10:30'), isInSchedule: false })).toEqual([]);
    const looks = {
      sentSeries: new Map([
        [
          id(1),
          [
            { at: at('10:00'), sent: 45 },
            { at: at('11:50'), sent: 50 },
          ],
        ],
      ]),
    };
    expect(
      finds('silentStop', with_('healthy', { lastHealthySendAt: at('10:00') }), looks),
    ).toEqual([]);
  });

  test('runningSubsequences', () => {
    const parent = observe(
      campaign(1, { lifecycle: 'running_subsequences' }),
      snapshot('campaign_running_subsequences'),
    );
    const of = (...codes: Parameters<typeof snapshot>[0][]) =>
      finds('runningSubsequences', parent, {
        subsequences: new Map([[id(1), codes.map((code, n) => subsequence(n, snapshot(code)))]]),
      });
    expect(of()).toMatchObject([{ severity: 'blue', params: { count: 0 } }]);
    expect(of('healthy', 'waiting_for_leads')).toMatchObject([
      { severity: 'ok', params: { sending: 1 } },
    ]);
    const old = subsequence(1, snapshot('healthy', { takenAt: at('09:10') }));
    expect(
      finds('runningSubsequences', parent, { subsequences: new Map([[id(1), [old]]]) }),
    ).toMatchObject([{ severity: 'blue', params: { isRead: false } }]);
    expect(of('healthy', 'all_accounts_unhealthy')).toMatchObject([
      { severity: 'amber', needsPerson: true },
    ]);
  });

  test('contradiction, underlyingIssue', () => {
    const kinds = (...args: Parameters<typeof snapshot>) =>
      finds('contradiction', with_(...args)).map(({ params }) => params['kind']);
    expect(kinds('healthy', { summaryCode: 'waiting_for_leads' })).toEqual(['codes']);
    expect(kinds('healthy', { inboxCounts: counts({ available: 9 }) })).toEqual(['counts']);
    expect(kinds('healthy', { campaignLimit: { limit: 100, sent: 130, isHit: true } })).toEqual([
      'over_limit',
    ]);
    expect(kinds('campaign_paused')).toEqual(['list']);
    expect(kinds()).toEqual([]);
    expect(
      finds('underlyingIssue', with_('healthy', { loopCode: 'waiting_for_leads' })),
    ).toMatchObject([{ params: { raw: 'waiting_for_leads' } }]);
    expect(finds('underlyingIssue', plain)).toEqual([]);
  });
});

test('no rule is left out here', () => {
  const names = RULES_TESTED_TOGETHER.map(({ name }) => name);
  expect(names.filter((name) => !TESTED.has(name))).toEqual([]);
});
