import { describe, expect, test } from 'vitest';
import type { Change, ChangeFields, ChangeKind } from '#model';
import type { ChangeFacts } from './action-definition.ts';
import {
  ANN,
  anInbox,
  BOB,
  brokenInbox,
  CAMPAIGN as campaignId,
  codeOf,
  factsOf,
  ANN as inbox,
  made,
  ofCampaign,
  ofInboxes,
  plan,
  TRANSIENT,
} from './fixtures.ts';

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
    [
      'of this many new leads',
      { kind: 'set_new_lead_limit', campaignId, limitPerDay: 5 },
      factsOf(ofCampaign({ newLeadsPerDay: 5 })),
    ],
    [
      'matching providers',
      { kind: 'set_esp_matching', campaignId, isOn: true },
      factsOf(ofCampaign({ isEspMatching: true })),
    ],
    ['at rest', { kind: 'pause_inbox', inbox }, factsOf(ofInboxes(anInbox({ status: 'paused' })))],
    [
      'of this limit of its own',
      { kind: 'set_inbox_limit', inbox, limitPerDay: 30 },
      factsOf(ofInboxes(anInbox())),
    ],
    ['of this gap', { kind: 'set_inbox_gap', inbox, gapMinutes: 1 }, factsOf(ofInboxes(anInbox()))],
    [
      'on its slow ramp',
      { kind: 'set_slow_ramp', inbox, isOn: true },
      factsOf(ofInboxes(anInbox({ isSlowRamp: true }))),
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
