import {
  ALERT_PRESETS,
  type AlertRules,
  type CampaignId,
  type Cause,
  type CauseCode,
  type Health,
  type InstantMs,
  MINUTE_MS,
  NO_COUNTERS,
  type Silence,
  type Verdict,
  type WorkspaceId,
} from '#model';
import { type AlertBook, emptyBook } from './book.ts';
import type { TagsByCampaign } from './silences.ts';
import { type AlertOutcome, type AlertStep, stepAlerts } from './step.ts';

// Workspaces and campaigns of tests.

/** A Wednesday, 10:00 UTC. */
export const T0: InstantMs = Date.UTC(2026, 10, 18, 10);
export const W = '00000000-0000-4000-8000-00000000000a' as WorkspaceId;

export const campaignId = (n: number): CampaignId =>
  `11111111-1111-4111-8111-${String(n).padStart(12, '0')}` as CampaignId;

export const causeOf = (
  code: CauseCode,
  severity: Cause['severity'] = 'red',
  over: Partial<Cause> = {},
): Cause => ({
  code,
  severity,
  params: {},
  loss: null,
  clearsAt: null,
  needsPerson: severity === 'red',
  actions: [],
  ...over,
});

export const verdictOf = (
  n: number,
  health: Health,
  causes: readonly Cause[] = [],
  over: Partial<Verdict> = {},
): Verdict => ({
  workspaceId: W,
  campaignId: campaignId(n),
  name: `Campaign ${n}`,
  health,
  code: causes[0]?.code ?? 'healthy',
  causes,
  since: T0,
  observedAt: T0,
  nextSendAt: null,
  clearsAt: null,
  capacity: null,
  counters: NO_COUNTERS,
  lastKnown: null,
  ...over,
});

/** A campaign that sends, and one that sends nothing for a reason. */
export const well = (n = 1): Verdict => verdictOf(n, 'healthy');
export const ill = (n = 1, code: CauseCode = 'no_future_window'): Verdict =>
  verdictOf(n, 'blocked', [causeOf(code)]);

/** Rules that tell everything harsh at once. */
export const AT_ONCE: AlertRules = {
  ...ALERT_PRESETS.standard,
  bySeverity: {
    ...ALERT_PRESETS.standard.bySeverity,
    red: { channel: 'notify', forMinutes: 0, renotifyHours: null },
    amber: { channel: 'notify', forMinutes: 0, renotifyHours: null },
  },
  byCause: {},
};

export const NO_TAGS: TagsByCampaign = new Map();

/** The book of a workspace whose first round is over and found nothing. */
export const knownBook = (at: InstantMs = T0): AlertBook => ({
  ...emptyBook(W, at),
  baselineSince: null,
  startedAt: at,
  steppedAt: at,
});

/** What one check sees; the rest is as in a calm workspace. */
export type Check = Partial<Omit<AlertStep, 'book' | 'now'>>;

/** Minutes between two checks. */
const STEP = 5;

/** What some checks in a row brought. */
export interface Played {
  readonly notices: AlertOutcome['notices'];
  readonly log: AlertOutcome['log'];
  readonly cleared: AlertOutcome['cleared'];
  readonly ended: AlertOutcome['ended'];
}

/** Plays checks, every five minutes, of one world after another. Minutes count from the start. */
export const player = (start: AlertBook = knownBook(), rules: AlertRules = AT_ONCE) => {
  let book = start;
  let open: readonly string[] = [];
  let last = -STEP;
  const checkAt = (minute: number, verdicts: readonly Verdict[], rest: Check): AlertOutcome => {
    const outcome = stepAlerts({
      book,
      verdicts,
      incidents: [],
      workspaceState: { kind: 'ok' },
      tagsByCampaign: NO_TAGS,
      silences: [],
      rules,
      now: T0 + minute * MINUTE_MS,
      isSweepClean: true,
      changes: [],
      openNotices: open,
      ...rest,
    });
    book = outcome.book;
    const shown = new Set([...open, ...outcome.notices.map(({ id }) => id)]);
    open = [...shown].filter((id) => !outcome.cleared.includes(id));
    last = minute;
    return outcome;
  };
  return {
    book: (): AlertBook => book,
    open: (): readonly string[] => open,
    /** One check only. */
    once: (minute: number, verdicts: readonly Verdict[], rest: Check = {}): Played =>
      checkAt(minute, verdicts, rest),
    /** Every check up to and at a minute. */
    until: (minute: number, verdicts: readonly Verdict[], rest: Check = {}): Played => {
      const outcomes: AlertOutcome[] = [];
      while (last + STEP <= minute) outcomes.push(checkAt(last + STEP, verdicts, rest));
      return {
        notices: outcomes.flatMap(({ notices }) => notices),
        log: outcomes.flatMap(({ log }) => log),
        cleared: outcomes.flatMap(({ cleared }) => cleared),
        ended: outcomes.flatMap(({ ended }) => ended),
      };
    },
  };
};

/** The id of what `ill` campaigns are told by. */
export const PROBLEM = `problem|${W}|no_future_window`;

/** Rules with something else for what is red. */
export const red = (over: Partial<AlertRules['bySeverity']['red']>): AlertRules => ({
  ...AT_ONCE,
  bySeverity: { ...AT_ONCE.bySeverity, red: { ...AT_ONCE.bySeverity.red, ...over } },
});

export const kindsIn = ({ notices }: { readonly notices: readonly { readonly kind: string }[] }) =>
  notices.map(({ kind }) => kind);

/** Of the first campaign. */
export const silence = (over: Partial<Silence> = {}): Silence => ({
  id: 'silence',
  kind: 'snoozed',
  scope: { kind: 'campaign', workspaceId: W, campaignId: campaignId(1) },
  note: '',
  at: T0,
  until: null,
  ...over,
});
