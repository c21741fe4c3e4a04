import { type Cause, type CauseCode, DAY_MS, type InstantMs, type Verdict } from '#model';
import type { ActionRecord, HistoryRecord } from '#store/read';

/** The causes that a person mends with the same few steps each time. */
export const GUIDES = {
  reconnect: ['inbox_login_lost', 'inboxes_disconnected'],
  bounces: ['campaign_bounce_protect'],
  limit: ['daily_limit_met'],
  leads: ['waiting_for_leads', 'campaign_completed', 'leads_running_out'],
} as const satisfies Readonly<Record<string, readonly CauseCode[]>>;
export type GuideKind = keyof typeof GUIDES;

/** What has to be done, in its order; `watch` is done by us. */
const STEPS = {
  reconnect: ['open', 'mend', 'watch'],
  bounces: ['mend', 'resume', 'watch'],
  limit: ['change', 'watch'],
  leads: ['open', 'watch'],
} as const satisfies Readonly<Record<GuideKind, readonly string[]>>;
export type StepName = (typeof STEPS)[GuideKind][number];

/** One step: `done` by the evidence of facts, never because a button was pressed. */
export interface Step {
  readonly name: StepName;
  readonly state: 'done' | 'now' | 'later';
}

/** A short way out of one cause, and how far it is. */
export interface Guide {
  readonly kind: GuideKind;
  readonly steps: readonly Step[];
  /** The cause as it stands; null once it is over. */
  readonly cause: Cause | null;
  /** Since when it is over; null while it lasts. */
  readonly overAt: InstantMs | null;
  /** Whether the campaign sends again. */
  readonly isSending: boolean;
}

/** Of a problem that is over is told for a day. */
const TOLD_FOR_MS = DAY_MS;

const kindOf = (code: string): GuideKind | null =>
  (Object.keys(GUIDES) as GuideKind[]).find((kind) =>
    GUIDES[kind].some((one: CauseCode) => one === code),
  ) ?? null;

/** Whether a cause has a guide. */
export const hasGuide = (code: string): boolean => kindOf(code) !== null;

/** The guide out of the worst of these causes that has one; null where none has. */
export const guideKindOf = (causes: readonly Cause[]): GuideKind | null => {
  const cause = causes.find(({ code }) => hasGuide(code));
  return cause ? kindOf(cause.code) : null;
};

/** What we did about it ourselves since it began. */
const isChanged = (
  kind: GuideKind,
  { campaignId, since }: Verdict,
  actions: readonly ActionRecord[],
): boolean => {
  const wanted = kind === 'limit' ? 'set_campaign_limit' : 'activate_campaign';
  return actions.some(
    ({ change, at, outcome }) =>
      change.kind === wanted &&
      change.campaignId === campaignId &&
      at >= since &&
      (outcome.kind === 'waiting' || outcome.kind === 'verified'),
  );
};

const stepsOf = (kind: GuideKind, doneUntil: number): readonly Step[] =>
  STEPS[kind].map((name, place) => ({
    name,
    state: place < doneUntil ? 'done' : place === doneUntil ? 'now' : 'later',
  }));

/** The latest end of a cause with a guide, as the history tells it: the change after which it was gone. */
const lastEnd = (
  history: readonly HistoryRecord[],
  now: InstantMs,
): { readonly kind: GuideKind; readonly at: InstantMs } | null => {
  for (let place = history.length - 1; place > 0; place -= 1) {
    const [before, after] = [history[place - 1], history[place]];
    if (!before || !after || now - after.at > TOLD_FOR_MS) return null;
    const ended = before.causeCodes.find(
      (code) => hasGuide(code) && !after.causeCodes.includes(code),
    );
    const kind = ended === undefined ? null : kindOf(ended);
    if (kind !== null) return { kind, at: after.at };
  }
  return null;
};

/**
 * The way out of the worst cause that has one, or that a cause is over. `history`: changes of this campaign's verdict,
 * oldest first. `mended`: of the inboxes it names, how many can send again.
 */
export const guideOf = (
  verdict: Verdict,
  history: readonly HistoryRecord[],
  actions: readonly ActionRecord[],
  mended: number,
  now: InstantMs,
): Guide | null => {
  const isSending = verdict.health === 'healthy' || verdict.health === 'limited';
  const cause = verdict.causes.find(({ code }) => hasGuide(code));
  const kind = cause && kindOf(cause.code);
  if (cause && kind) {
    const last = STEPS[kind].length - 1;
    const done = isChanged(kind, verdict, actions)
      ? last
      : kind === 'reconnect' && mended > 0
        ? 1
        : 0;
    return { kind, cause, steps: stepsOf(kind, done), overAt: null, isSending };
  }
  const end = lastEnd(history, now);
  if (!end) return null;
  const steps = stepsOf(end.kind, STEPS[end.kind].length);
  return { kind: end.kind, cause: null, steps, overAt: end.at, isSending };
};
