import {
  type Capacity,
  type Change,
  type ChangeEffect,
  type ChangeOutcome,
  type ChangePlan,
  type InboxAddress,
  MINUTE_MS,
} from '#model';
import type { ActionRecord } from '#store/read';
import { workspaceIdOf } from '../stage.ts';
import { CAMPAIGN, CAMPAIGN_NAME, NOW } from '../stages.ts';

const range = (mean: number) => ({ worst: mean - 8, mean, best: mean + 8 });

const capacity = (mean: number, rest: Partial<Capacity> = {}): Capacity => ({
  today: range(mean),
  remaining: range(mean),
  bottleneck: null,
  withoutBottleneck: null,
  nextBottleneck: null,
  limitHitAt: null,
  assumed: [],
  contendedToday: null,
  ...rest,
});

const effect = (before: number, after: number, rest: Partial<Capacity> = {}): ChangeEffect => ({
  before: capacity(before),
  after: capacity(after, rest),
  campaigns: 1,
});

const planned = (change: Change, rest: Partial<ChangePlan>): ChangePlan => ({
  workspaceId: workspaceIdOf(0),
  change,
  subject: CAMPAIGN_NAME.limited,
  before: {},
  after: {},
  refusal: null,
  risks: [],
  typed: null,
  effect: null,
  inverse: change,
  ...rest,
});

/** A mailbox that the recording has. */
export const INBOX = 'maya.keller@meetnorthwind.example' as InboxAddress;

/** One campaign that is to be paused. */
export const PAUSE = planned(
  { kind: 'pause_campaign', campaignId: CAMPAIGN.healthy },
  {
    subject: CAMPAIGN_NAME.healthy,
    before: { lifecycle: 'active' },
    after: { lifecycle: 'paused' },
    effect: effect(120, 49),
  },
);

/** One that bounce protection stopped. */
export const RESUME = planned(
  { kind: 'activate_campaign', campaignId: CAMPAIGN.blocked },
  {
    subject: CAMPAIGN_NAME.blocked,
    before: { lifecycle: 'bounce_protect' },
    after: { lifecycle: 'active' },
    risks: [
      { code: 'bounce_protect_off', params: {} },
      { code: 'inboxes_still_down', params: { down: 2, total: 4 } },
    ],
    effect: effect(0, 58, { bottleneck: 'inboxes_down' }),
  },
);

/** Another limit, as it was opened and with another figure. */
export const limit = (limitPerDay: number, rest: Partial<ChangePlan> = {}): ChangePlan =>
  planned(
    { kind: 'set_campaign_limit', campaignId: CAMPAIGN.limited, limitPerDay },
    {
      before: { limitPerDay: 312 },
      after: { limitPerDay },
      effect: effect(312, Math.min(430, limitPerDay), { bottleneck: 'sending_gap' }),
      ...rest,
    },
  );

/** More than one inbox should send. */
export const ABOVE_CAP = planned(
  { kind: 'set_inbox_limit', inbox: INBOX, limitPerDay: 80 },
  {
    subject: INBOX,
    before: { limitPerDay: 30 },
    after: { limitPerDay: 80 },
    risks: [{ code: 'above_safe_limit', params: { safe: 50 } }],
    typed: '80',
    effect: effect(120, 170, { assumed: ['inboxGaps'] }),
  },
);

/** A throttled inbox: not now. */
export const THROTTLED = planned(
  { kind: 'resume_inbox', inbox: INBOX },
  {
    subject: INBOX,
    before: { status: 'sending_error' },
    after: { status: 'active' },
    refusal: { code: 'inbox_daily_quota', params: { answer: '550-5.4.5' } },
    inverse: null,
  },
);

/** Twelve campaigns at once, two of which are paused already. */
export const MANY: readonly ChangePlan[] = Array.from({ length: 12 }, (_, place) => ({
  ...PAUSE,
  change: { kind: 'pause_campaign', campaignId: CAMPAIGN.healthy } as const,
  subject: Object.values(CAMPAIGN_NAME)[place % 7] ?? '',
  refusal: place % 6 === 5 ? ({ code: 'not_running', params: {} } as const) : null,
  typed: '12',
}));

/** What pausing them does. */
export const MANY_EFFECT: ChangeEffect = { ...effect(1_200, 490), campaigns: 10 };

/** What became of a plan. */
export const record = (
  { workspaceId, change, subject, before, after, inverse }: ChangePlan,
  place: number,
  outcome: ChangeOutcome,
): ActionRecord => ({
  id: `action-${place}`,
  setId: 'set',
  workspaceId,
  change,
  subject,
  at: NOW - (place + 1) * MINUTE_MS,
  by: 'this_browser',
  before,
  after,
  inverse,
  undoesId: null,
  jobId: null,
  outcome,
  outcomeAt: NOW - place * MINUTE_MS,
});
