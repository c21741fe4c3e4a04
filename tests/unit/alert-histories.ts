import type { AlertBook, ChangeMark } from '#incidents';
import {
  ALERT_PRESETS,
  type AlertLogRecord,
  type AlertRules,
  type CampaignId,
  type CauseCode,
  type InstantMs,
  MINUTE_MS,
  type Notice,
  type Silence,
  type Verdict,
  type WorkspaceState,
} from '#model';
import { campaignId, causeOf, T0, verdictOf, W } from '../../lib/incidents/alerting/fixtures.ts';

// Histories of a workspace, and what the alerting makes of them.

/** The alerting, or one without one of its guards. */
export type Machine = Pick<
  typeof import('#incidents'),
  'stepAlerts' | 'joinNotices' | 'digestDue' | 'makeDigest' | 'emptyBook'
>;

export const STEP_MS = 5 * MINUTE_MS;

/** How a campaign is for a while. */
export type Condition =
  | { readonly kind: 'well' | 'unknown' | 'paused' | 'resting' }
  | { readonly kind: 'blocked' | 'degraded'; readonly code: CauseCode };

/** One check: everything that the machine is given. */
export interface Moment {
  readonly at: InstantMs;
  readonly verdicts: readonly Verdict[];
  readonly state: WorkspaceState;
  readonly isSweepClean: boolean;
}

/** A whole history with what a person said meanwhile. */
export interface History {
  readonly moments: readonly Moment[];
  /** Each holds from its own `at`. */
  readonly silences: readonly Silence[];
  readonly changes: readonly ChangeMark[];
  readonly rules: AlertRules;
}

/** What one check brought, after the messages were joined. */
export interface Told {
  readonly moment: Moment;
  /** In force at that check. */
  readonly silences: readonly Silence[];
  readonly book: AlertBook;
  readonly notices: readonly Notice[];
  readonly log: readonly AlertLogRecord[];
}

export const TAG = '44444444-4444-4444-8444-444444444444';
/** The second campaign carries a tag. */
export const TAGS: ReadonlyMap<CampaignId, readonly string[]> = new Map([[campaignId(2), [TAG]]]);

const verdictIn = (n: number, condition: Condition): Verdict => {
  switch (condition.kind) {
    case 'well':
      return verdictOf(n, 'healthy');
    case 'unknown':
      return verdictOf(n, 'unknown', [causeOf('no_status_yet', 'amber')]);
    case 'paused':
      return verdictOf(n, 'inactive', [causeOf('campaign_paused', 'grey')]);
    case 'resting':
      return verdictOf(n, 'waiting', [causeOf('out_of_schedule', 'blue')]);
    case 'blocked':
      return verdictOf(n, 'blocked', [causeOf(condition.code)]);
    case 'degraded':
      return verdictOf(n, 'degraded', [causeOf(condition.code, 'amber', { needsPerson: true })]);
  }
};

/** A stretch of checks of one kind, lined up after each other. */
export const lineUp = <Kind>(
  segments: readonly { readonly kind: Kind; readonly steps: number }[],
): readonly Kind[] =>
  segments.flatMap(({ kind, steps }) => Array.from({ length: steps }, () => kind));

/** The checks of some campaigns, each with a line of its own; a line that ends stays as it is. */
export const momentsOf = (
  lines: readonly (readonly Condition[])[],
  states: readonly WorkspaceState[] = [],
  length: number = Math.max(...lines.map((line) => line.length)),
): readonly Moment[] =>
  Array.from(
    { length },
    (_, at): Moment => ({
      at: T0 + at * STEP_MS,
      verdicts: lines.map((line, n) =>
        verdictIn(n + 1, line[Math.min(at, line.length - 1)] ?? { kind: 'well' }),
      ),
      state: states[at] ?? { kind: 'ok' },
      isSweepClean: true,
    }),
  );

/** Plays a history as the background would: stores what comes back, erases silences that are over. */
export const play = (machine: Machine, history: History): readonly Told[] => {
  const { moments, changes, rules } = history;
  let book = machine.emptyBook(W, moments[0]?.at ?? T0);
  let open: readonly Notice[] = [];
  let lastDigestAt = moments[0]?.at ?? T0;
  const erased = new Set<string>();
  return moments.map((moment): Told => {
    const { at: now, verdicts, state: workspaceState, isSweepClean } = moment;
    const silences = history.silences.filter(({ at, id }) => at <= now && !erased.has(id));
    const outcome = machine.stepAlerts({
      book,
      verdicts,
      incidents: [],
      workspaceState,
      tagsByCampaign: TAGS,
      silences,
      rules,
      now,
      isSweepClean,
      changes: changes.filter(({ at }) => at <= now),
      openNotices: open.map(({ id }) => id),
    });
    book = outcome.book;
    const state = { fleets: [{ book, verdicts }], silences, tagsByCampaign: TAGS, rules, now };
    const joined = machine.joinNotices({ outcomes: [outcome], state, openNotices: open });
    for (const { id } of joined.ended) erased.add(id);
    const isDue = machine.digestDue(state, lastDigestAt);
    const digest = isDue ? machine.makeDigest(state) : null;
    if (digest) {
      book = digest.books[0] ?? book;
      lastDigestAt = now;
    }
    const notices = [...joined.notices, ...(digest ? [digest.notice] : [])];
    const gone = new Set([...joined.cleared, ...notices.map(({ id }) => id)]);
    open = [...open.filter(({ id }) => !gone.has(id)), ...notices];
    return {
      moment,
      silences,
      book,
      notices,
      log: [...outcome.log, ...(digest?.log ?? [])],
    };
  });
};

/** Rules that tell what is red and amber at once, unless a test says otherwise. */
export const TELL_ALL: AlertRules = {
  ...ALERT_PRESETS.standard,
  bySeverity: {
    ...ALERT_PRESETS.standard.bySeverity,
    red: { channel: 'notify', forMinutes: 0, renotifyHours: null },
    amber: { channel: 'notify', forMinutes: 0, renotifyHours: null },
  },
  byCause: { no_status_yet: { channel: 'never' } },
};
