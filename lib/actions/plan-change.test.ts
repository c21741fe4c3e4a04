import { describe, expect, test } from 'vitest';
import {
  type Change,
  type ChangeFields,
  type ChangeKind,
  DAY_MS,
  HOUR_MS,
  type InboxFacts,
} from '#model';
import type { ChangeFacts } from './action-definition.ts';
import {
  ANN,
  aCampaign,
  aFleet,
  anInbox,
  BOB,
  brokenInbox,
  CAMPAIGN,
  factsOf,
  made,
  NOW,
  ofCampaign,
  ofInboxes,
  planned,
} from './fixtures.ts';
import { planChange } from './plan-change.ts';

const campaignId = CAMPAIGN;
const inbox = ANN;

const plan = (change: Change, facts: ChangeFacts) => planChange(planned(change), facts);
const codeOf = (change: Change, facts: ChangeFacts) => plan(change, facts).refusal?.code ?? null;
const risksOf = (change: Change, facts: ChangeFacts) =>
  plan(change, facts).risks.map(({ code }) => code);

const QUOTA = '550-5.4.5 Daily user sending limit exceeded';
const LOGIN = '535-5.7.8 Username and Password not accepted';
const CAP = '450 4.7.1 Too many mail per day';
const BAD_LEAD = '450 4.1.2 <a@gone.example>: Recipient address rejected: Domain not found';
const TRANSIENT = '421 4.3.0 Temporary failure, try again';
const REPUTATION = '554 5.7.1 Message blocked: poor reputation';

/** One of each kind with what it is about, its fields before and after, and what takes it back. */
const EACH: {
  readonly [Kind in ChangeKind]: readonly [
    Change,
    ChangeFacts,
    ChangeFields,
    ChangeFields,
    Change | null,
  ];
} = {
  pause_campaign: [
    { kind: 'pause_campaign', campaignId },
    factsOf(ofCampaign()),
    { lifecycle: 'active' },
    { lifecycle: 'paused' },
    { kind: 'activate_campaign', campaignId },
  ],
  activate_campaign: [
    { kind: 'activate_campaign', campaignId },
    factsOf(ofCampaign({ lifecycle: 'paused' })),
    { lifecycle: 'paused' },
    { lifecycle: 'active' },
    { kind: 'pause_campaign', campaignId },
  ],
  set_campaign_limit: [
    { kind: 'set_campaign_limit', campaignId, limitPerDay: 50 },
    factsOf(ofCampaign()),
    { limitPerDay: 20 },
    { limitPerDay: 50 },
    { kind: 'set_campaign_limit', campaignId, limitPerDay: 20 },
  ],
  set_new_lead_limit: [
    { kind: 'set_new_lead_limit', campaignId, limitPerDay: 5 },
    factsOf(ofCampaign({ newLeadsPerDay: -1 })),
    { newLeadsPerDay: -1 },
    { newLeadsPerDay: 5 },
    { kind: 'set_new_lead_limit', campaignId, limitPerDay: 0 },
  ],
  set_esp_matching: [
    { kind: 'set_esp_matching', campaignId, isOn: true },
    factsOf(ofCampaign()),
    { isEspMatching: false },
    { isEspMatching: true },
    { kind: 'set_esp_matching', campaignId, isOn: false },
  ],
  pause_inbox: [
    { kind: 'pause_inbox', inbox },
    factsOf(ofInboxes(anInbox())),
    { status: 'active' },
    { status: 'paused' },
    { kind: 'resume_inbox', inbox },
  ],
  resume_inbox: [
    { kind: 'resume_inbox', inbox },
    factsOf(ofInboxes(anInbox({ status: 'paused' }))),
    { status: 'paused' },
    { status: 'active' },
    { kind: 'pause_inbox', inbox },
  ],
  mark_inbox_fixed: [
    { kind: 'mark_inbox_fixed', inbox },
    factsOf(ofInboxes(brokenInbox(TRANSIENT))),
    { status: 'soft_bounce_error' },
    { status: 'active' },
    null,
  ],
  set_inbox_limit: [
    { kind: 'set_inbox_limit', inbox, limitPerDay: 25 },
    factsOf(ofInboxes(anInbox())),
    { limitPerDay: 30 },
    { limitPerDay: 25 },
    { kind: 'set_inbox_limit', inbox, limitPerDay: 30 },
  ],
  set_inbox_gap: [
    { kind: 'set_inbox_gap', inbox, gapMinutes: 5 },
    factsOf(ofInboxes(anInbox())),
    { gapMinutes: 1 },
    { gapMinutes: 5 },
    { kind: 'set_inbox_gap', inbox, gapMinutes: 1 },
  ],
  set_slow_ramp: [
    { kind: 'set_slow_ramp', inbox, isOn: true },
    factsOf(ofInboxes(anInbox({ isSlowRamp: null }))),
    { isSlowRamp: false },
    { isSlowRamp: true },
    { kind: 'set_slow_ramp', inbox, isOn: false },
  ],
  set_warmup: [
    { kind: 'set_warmup', inboxes: [BOB, ANN], isOn: true },
    factsOf(ofInboxes(anInbox({ address: BOB, warmupStatus: 'paused' }), anInbox())),
    { warmingUp: [ANN] },
    { warmingUp: [ANN, BOB] },
    { kind: 'set_warmup', inboxes: [BOB], isOn: false },
  ],
};

describe.each(Object.entries(EACH))('%s', (_, [change, facts, before, after, inverse]) => {
  test('says what is before and after, and what takes it back', () => {
    expect(plan(change, facts)).toMatchObject({ refusal: null, before, after, inverse });
  });

  test('may be taken back as long as it is as it was left', () => {
    const { subject } = facts;
    if (inverse === null || subject === null || change.kind === 'set_warmup') return;
    const left = JSON.parse(
      JSON.stringify(subject),
      (name, value: unknown) => (after as Readonly<Record<string, unknown>>)[name] ?? value,
    ) as typeof subject;
    const undoes = made(change, before, after, { inverse });
    expect(codeOf(inverse, { ...facts, subject: left, undoes })).toBe(null);
  });

  test('is refused where nothing is known, or it may not be', () => {
    expect(codeOf(change, factsOf(null))).toBe('not_known');
    expect(codeOf(change, { ...facts, isDemo: true })).toBe('demo');
    const scopes = ['campaigns:update', 'accounts:update'];
    expect(codeOf(change, { ...facts, missingScopes: scopes })).toBe('scope_missing');
    const problem = { code: 'offline', params: {} } as const;
    expect(codeOf(change, { ...facts, problem })).toBe('offline');
  });
});

describe('what is so already, or cannot be', () => {
  test.each<[string, Change, ChangeFacts]>([
    [
      'paused',
      { kind: 'pause_campaign', campaignId },
      factsOf(ofCampaign({ lifecycle: 'paused' })),
    ],
    ['active', { kind: 'activate_campaign', campaignId }, factsOf(ofCampaign())],
    [
      'on its subsequences',
      { kind: 'activate_campaign', campaignId },
      factsOf(ofCampaign({ lifecycle: 'running_subsequences' })),
    ],
    [
      'of this limit',
      { kind: 'set_campaign_limit', campaignId, limitPerDay: 20 },
      factsOf(ofCampaign()),
    ],
    ['resumed', { kind: 'resume_inbox', inbox }, factsOf(ofInboxes(anInbox()))],
    ['without an error', { kind: 'mark_inbox_fixed', inbox }, factsOf(ofInboxes(anInbox()))],
    ['warm', { kind: 'set_warmup', inboxes: [ANN], isOn: true }, factsOf(ofInboxes(anInbox()))],
  ])('is already %s', (_, change, facts) => {
    expect(codeOf(change, facts)).toBe('unchanged');
  });

  test.each<[Change, number, number]>([
    [{ kind: 'set_campaign_limit', campaignId, limitPerDay: 0 }, 1, 100_000],
    [{ kind: 'set_campaign_limit', campaignId, limitPerDay: 100_001 }, 1, 100_000],
    [{ kind: 'set_new_lead_limit', campaignId, limitPerDay: -1 }, 0, 100_000],
    [{ kind: 'set_inbox_limit', inbox, limitPerDay: 0 }, 1, 1_000],
    [{ kind: 'set_inbox_limit', inbox, limitPerDay: null }, 1, 1_000],
    [{ kind: 'set_inbox_gap', inbox, gapMinutes: 1_441 }, 0, 1_440],
    [{ kind: 'set_inbox_gap', inbox, gapMinutes: 1.5 }, 0, 1_440],
  ])('%j is out of range', (change, least, most) => {
    const facts = factsOf('campaignId' in change ? ofCampaign() : ofInboxes(anInbox()));
    expect(plan(change, facts).refusal).toEqual({ code: 'out_of_range', params: { least, most } });
  });

  test('a campaign that never ran or has ended is not paused; one that has ended is not activated', () => {
    const draft = factsOf(ofCampaign({ lifecycle: 'draft' }));
    expect(codeOf({ kind: 'pause_campaign', campaignId }, draft)).toBe('not_running');
    const ended = factsOf(ofCampaign({ lifecycle: 'completed' }));
    expect(codeOf({ kind: 'activate_campaign', campaignId }, ended)).toBe('campaign_completed');
    const suspended = factsOf(ofCampaign({ lifecycle: 'account_suspended' }));
    expect(codeOf({ kind: 'activate_campaign', campaignId }, suspended)).toBe('campaign_suspended');
  });

  test('what Instantly did not say, or nobody has seen, is not known', () => {
    const limit: Change = { kind: 'set_campaign_limit', campaignId, limitPerDay: 5 };
    expect(codeOf(limit, factsOf(ofCampaign({ limitPerDay: undefined })))).toBe('not_known');
    const pause: Change = { kind: 'pause_campaign', campaignId };
    expect(codeOf(pause, factsOf(ofCampaign({ lifecycle: { unseen: '7' } })))).toBe('not_known');
  });

  test('warmup of a banned inbox is not switched on', () => {
    const banned = factsOf(ofInboxes(anInbox({ warmupStatus: 'banned' })));
    const change: Change = { kind: 'set_warmup', inboxes: [ANN], isOn: true };
    expect(plan(change, banned).refusal).toEqual({
      code: 'warmup_banned',
      params: { inboxes: [ANN] },
    });
  });
});

describe('an inbox in error (DIAGNOSIS.md 3.3)', () => {
  const resume: Change = { kind: 'resume_inbox', inbox };
  const mark: Change = { kind: 'mark_inbox_fixed', inbox };
  const about = (facts: InboxFacts, parts: Partial<ChangeFacts> = {}) =>
    factsOf(ofInboxes(facts), parts);

  test.each([
    [QUOTA, 'inbox_daily_quota', 'inbox_daily_quota'],
    [LOGIN, 'inbox_login_lost', 'inbox_login_lost'],
    [CAP, 'inbox_provider_cap', 'inbox_provider_cap'],
    [REPUTATION, 'inbox_reputation', 'inbox_reputation'],
    ['something odd', 'inbox_error', null],
    [BAD_LEAD, null, null],
    [TRANSIENT, null, null],
  ])('%s: resume %s, mark as fixed %s', (answer, resumed, marked) => {
    expect(codeOf(resume, about(brokenInbox(answer)))).toBe(resumed);
    expect(codeOf(mark, about(brokenInbox(answer)))).toBe(marked);
  });

  test('the refusal holds what the mail server answered', () => {
    expect(plan(resume, about(brokenInbox(QUOTA))).refusal?.params).toEqual({ answer: QUOTA });
  });

  test('a lost login without any answer is not resumed either', () => {
    const silent = anInbox({ status: 'connection_error' });
    expect(codeOf(resume, about(silent))).toBe('inbox_login_lost');
  });

  test('maintenance and setup end by themselves', () => {
    expect(codeOf(resume, about(anInbox({ status: 'maintenance' })))).toBe(
      'inboxes_in_maintenance',
    );
  });

  test('is tried once in 24 hours, by either way; resuming what we paused ourselves is no try', () => {
    const broken = brokenInbox(TRANSIENT);
    const tried = made(mark, { status: 'soft_bounce_error' }, { status: 'active' });
    const at = tried.at;
    expect(plan(resume, about(broken, { past: [tried] })).refusal).toEqual({
      code: 'resumed_recently',
      params: { untilAt: at + DAY_MS },
    });
    expect(codeOf(mark, about(broken, { past: [tried] }))).toBe('resumed_recently');
    const later = { past: [tried], now: at + DAY_MS };
    expect(codeOf(resume, about(broken, later))).toBe(null);
    const ours = made(resume, { status: 'paused' }, { status: 'active' });
    expect(codeOf(resume, about(broken, { past: [ours] }))).toBe(null);
    const failed = { ...tried, outcome: { kind: 'failed', note: { code: 'offline', params: {} } } };
    expect(codeOf(resume, about(broken, { past: [failed as never] }))).toBe(null);
    const other = { ...tried, change: { kind: 'resume_inbox', inbox: BOB } } as const;
    expect(codeOf(resume, about(broken, { past: [other] }))).toBe(null);
  });

  test('at its provider’s cap is resumed only after its limit went down', () => {
    const lower = (limitPerDay: number) =>
      made({ kind: 'set_inbox_limit', inbox, limitPerDay }, { limitPerDay: 30 }, { limitPerDay });
    expect(codeOf(resume, about(brokenInbox(CAP), { past: [lower(20)] }))).toBe(null);
    expect(codeOf(resume, about(brokenInbox(CAP), { past: [lower(40)] }))).toBe(
      'inbox_provider_cap',
    );
  });
});

describe('risks', () => {
  test.each<[string, Change, ChangeFacts, readonly string[]]>([
    [
      'after Bounce Protect',
      { kind: 'activate_campaign', campaignId },
      factsOf(ofCampaign({ lifecycle: 'bounce_protect' })),
      ['bounce_protect_off'],
    ],
    [
      'a campaign that never ran',
      { kind: 'activate_campaign', campaignId },
      factsOf(ofCampaign({ lifecycle: 'draft' })),
      ['launches'],
    ],
    [
      'one that was paused',
      { kind: 'activate_campaign', campaignId },
      factsOf(ofCampaign({ lifecycle: 'paused' })),
      [],
    ],
    [
      'no limit',
      { kind: 'set_campaign_limit', campaignId, limitPerDay: null },
      factsOf(ofCampaign()),
      ['no_limit'],
    ],
    [
      'no new leads',
      { kind: 'set_new_lead_limit', campaignId, limitPerDay: 0 },
      factsOf(ofCampaign()),
      ['stops_new_leads'],
    ],
    [
      'other providers',
      { kind: 'set_esp_matching', campaignId, isOn: false },
      factsOf(ofCampaign({ isEspMatching: true })),
      ['other_providers'],
    ],
    [
      'above 30',
      { kind: 'set_inbox_limit', inbox, limitPerDay: 31 },
      factsOf(ofInboxes(anInbox())),
      ['above_safe_limit'],
    ],
    [
      'slow ramp off',
      { kind: 'set_slow_ramp', inbox, isOn: false },
      factsOf(ofInboxes(anInbox({ isSlowRamp: true }))),
      ['slow_ramp_off'],
    ],
    [
      'bad addresses',
      { kind: 'resume_inbox', inbox },
      factsOf(ofInboxes(brokenInbox(BAD_LEAD))),
      ['list_quality'],
    ],
    [
      'a mark alone',
      { kind: 'mark_inbox_fixed', inbox },
      factsOf(ofInboxes(brokenInbox(TRANSIENT))),
      ['repairs_nothing'],
    ],
    [
      'no warmup',
      { kind: 'set_warmup', inboxes: [ANN], isOn: false },
      factsOf(ofInboxes(anInbox())),
      ['warmup_ends'],
    ],
    [
      'campaigns that lose it',
      { kind: 'pause_inbox', inbox },
      factsOf(ofInboxes(anInbox()), { fleet: aFleet() }),
      ['used_by_campaigns'],
    ],
  ])('%s', (_, change, facts, risks) => {
    expect(risksOf(change, facts)).toEqual(risks);
  });

  test('inboxes that cannot send yet are counted', () => {
    const stopped = { lifecycle: 'accounts_unhealthy' } as const;
    const fleet = aFleet(aCampaign(stopped), [brokenInbox(LOGIN), anInbox({ address: BOB })]);
    const facts = factsOf(ofCampaign(stopped), { fleet });
    expect(plan({ kind: 'activate_campaign', campaignId }, facts).risks).toEqual([
      { code: 'inboxes_still_down', params: { down: 1, total: 2 } },
    ]);
  });
});

describe('what has to be typed', () => {
  test.each([
    [50, null],
    [51, '51'],
  ])('for %i mails a day of one inbox: %s', (limitPerDay, typed) => {
    const facts = factsOf(ofInboxes(anInbox()));
    expect(plan({ kind: 'set_inbox_limit', inbox, limitPerDay }, facts).typed).toBe(typed);
  });
});

describe('taking back', () => {
  test('is refused once something else changed it', () => {
    const change: Change = { kind: 'set_campaign_limit', campaignId, limitPerDay: 50 };
    const undoes = made(change, { limitPerDay: 20 }, { limitPerDay: 50 });
    const undo: Change = { kind: 'set_campaign_limit', campaignId, limitPerDay: 20 };
    expect(codeOf(undo, factsOf(ofCampaign({ limitPerDay: 50 }), { undoes }))).toBe(null);
    expect(codeOf(undo, factsOf(ofCampaign({ limitPerDay: 60 }), { undoes }))).toBe(
      'changed_since',
    );
  });

  test('gives an inbox its missing limit back, which nothing else may set', () => {
    const change: Change = { kind: 'set_inbox_limit', inbox, limitPerDay: 20 };
    const undoes = made(change, { limitPerDay: null }, { limitPerDay: 20 });
    const undo: Change = { kind: 'set_inbox_limit', inbox, limitPerDay: null };
    const facts = factsOf(ofInboxes(anInbox({ limitPerDay: 20 })), { undoes });
    expect(codeOf(undo, facts)).toBe(null);
  });
});

describe('the effect on today (12:00 in a window until 17:00, 10 of 20 sent)', () => {
  const meanOf = (change: Change, facts: ChangeFacts) => {
    const { effect } = plan(change, facts);
    return effect && [effect.before.today.mean, effect.after.today.mean];
  };
  const fleet = aFleet();

  test('a higher limit: up to what the inboxes can do, and what binds then', () => {
    const facts = factsOf(ofCampaign(), { fleet });
    const change: Change = { kind: 'set_campaign_limit', campaignId, limitPerDay: 500 };
    expect(meanOf(change, facts)).toEqual([20, 60]);
    expect(plan(change, facts).effect?.after.bottleneck).toBe('inbox_limits');
  });

  test('a pause: what has been sent', () => {
    const facts = factsOf(ofCampaign(), { fleet });
    expect(meanOf({ kind: 'pause_campaign', campaignId }, facts)).toEqual([20, 10]);
  });

  test('activating: from what has been sent to the limit', () => {
    const paused = { lifecycle: 'paused' } as const;
    const facts = factsOf(ofCampaign(paused), { fleet: aFleet(aCampaign(paused)) });
    expect(meanOf({ kind: 'activate_campaign', campaignId }, facts)).toEqual([10, 20]);
  });

  test('an inbox less: in all campaigns that use it', () => {
    const open = aFleet(aCampaign({ limitPerDay: 500 }));
    const facts = factsOf(ofInboxes(anInbox()), { fleet: open });
    expect(meanOf({ kind: 'pause_inbox', inbox }, facts)).toEqual([60, 35]);
  });

  test('a lower limit of one inbox', () => {
    const open = aFleet(aCampaign({ limitPerDay: 500 }));
    const facts = factsOf(ofInboxes(anInbox()), { fleet: open });
    expect(meanOf({ kind: 'set_inbox_limit', inbox, limitPerDay: 15 }, facts)).toEqual([60, 45]);
  });

  test('an inbox that is up again', () => {
    const broken = brokenInbox(TRANSIENT);
    const open = aFleet(aCampaign({ limitPerDay: 500 }), [broken, anInbox({ address: BOB })]);
    const facts = factsOf(ofInboxes(broken), { fleet: open });
    expect(meanOf({ kind: 'resume_inbox', inbox }, facts)).toEqual([35, 60]);
  });

  test('what was just read counts, not what was known', () => {
    const facts = factsOf(ofCampaign({ limitPerDay: 30 }), { fleet });
    const change: Change = { kind: 'set_campaign_limit', campaignId, limitPerDay: 40 };
    expect(meanOf(change, facts)).toEqual([30, 40]);
  });

  test('warmup sends no mails of campaigns', () => {
    const facts = factsOf(ofInboxes(anInbox()), { fleet });
    expect(meanOf({ kind: 'set_warmup', inboxes: [ANN], isOn: false }, facts)).toBe(null);
  });

  test('a lower limit of the campaign', () => {
    const facts = factsOf(ofCampaign(), { fleet, now: NOW + HOUR_MS });
    const change: Change = { kind: 'set_campaign_limit', campaignId, limitPerDay: 12 };
    expect(meanOf(change, facts)).toEqual([20, 12]);
  });
});
