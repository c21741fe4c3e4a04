import fc from 'fast-check';
import type { AlertBook, ChangeMark } from '#incidents';
import {
  ALERT_PRESETS,
  type AlertLogRecord,
  type AlertRules,
  type CampaignId,
  type CauseCode,
  HOUR_MS,
  type InstantMs,
  MINUTE_MS,
  type Notice,
  type Silence,
  type Verdict,
  type WorkspaceId,
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

const TAG = '44444444-4444-4444-8444-444444444444';
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

export const CODES = ['no_future_window', 'campaign_bounce_protect', 'empty_tag'] as const;

const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Condition>({ kind: 'well' }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...CODES).map((code): Condition => ({ kind: 'blocked', code })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<CauseCode>('inbox_login_lost', 'warmup_banned')
      .map((code): Condition => ({ kind: 'degraded', code })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Condition>(
      { kind: 'unknown' },
      { kind: 'paused' },
      { kind: 'resting' },
    ),
  },
);

const segments = <Kind>(kind: fc.Arbitrary<Kind>, most: number) =>
  fc.array(fc.record({ kind, steps: fc.integer({ min: 1, max: most }) }), {
    minLength: 1,
    maxLength: 12,
  });

/** How one campaign goes, in checks: up to some hours of each kind, often only minutes. */
const line: fc.Arbitrary<readonly Condition[]> = fc
  .oneof(segments(condition, 4), segments(condition, 40))
  .map(lineUp);

export const states: fc.Arbitrary<readonly WorkspaceState[]> = segments(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<WorkspaceState>({ kind: 'ok' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<WorkspaceState>(
        { kind: 'offline', since: T0 },
        { kind: 'api_down', since: T0, message: '' },
        { kind: 'key_rejected', since: T0, message: '' },
      ),
    },
  ),
  30,
).map(lineUp);

const MOST_STEPS = 400;
const stepAt = fc.integer({ min: 0, max: MOST_STEPS }).map((step) => T0 + step * STEP_MS);

const scope: fc.Arbitrary<Silence['scope']> = fc.oneof(
  fc.constantFrom(1, 2, 3).map((n) => ({
    kind: 'campaign' as const,
    workspaceId: W,
    campaignId: campaignId(n),
  })),
  fc.constant({ kind: 'tag' as const, workspaceId: W, tagId: TAG }),
  fc.constant({ kind: 'workspace' as const, workspaceId: W }),
  fc
    .record({ code: fc.constantFrom(...CODES), workspaceId: fc.constantFrom(W, null) })
    .map(({ code, workspaceId }) => ({
      kind: 'cause' as const,
      workspaceId: workspaceId as WorkspaceId | null,
      code,
    })),
);

export const silences: fc.Arbitrary<readonly Silence[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('acknowledged' as const, 'snoozed' as const, 'muted' as const),
      scope,
      at: stepAt,
      hours: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    }),
    { maxLength: 4 },
  )
  .map((all) =>
    all.map(({ kind, scope: covered, at, hours }, n) => ({
      id: `silence ${n}`,
      kind,
      scope: covered,
      note: '',
      at,
      until: hours === null || kind !== 'snoozed' ? null : at + hours * HOUR_MS,
    })),
  );

export const changes: fc.Arbitrary<readonly ChangeMark[]> = fc.array(
  fc.record({ campaignId: fc.constantFrom(campaignId(1), campaignId(2), null), at: stepAt }),
  { maxLength: 4 },
);

/** Up to three campaigns, with nothing said by anybody. */
export const lines: fc.Arbitrary<readonly (readonly Condition[])[]> = fc.array(line, {
  minLength: 1,
  maxLength: 3,
});

/** A history in which nobody says or changes anything, and nothing breaks above the campaigns. */
export const plain = (rules: fc.Arbitrary<AlertRules>): fc.Arbitrary<History> =>
  fc.record({ lines, rules }).map(({ lines: each, rules: chosen }) => ({
    moments: momentsOf(each),
    silences: [],
    changes: [],
    rules: chosen,
  }));

const quietHours: fc.Arbitrary<AlertRules['quietHours']> = fc.option(
  fc.record({
    fromMinute: fc.integer({ min: 0, max: 1_439 }),
    toMinute: fc.integer({ min: 0, max: 1_439 }),
    timeZone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata'),
    except: fc.constantFrom([], ['red' as const]),
  }),
  { nil: null },
);

/** Rules of any kind. */
export const rules: fc.Arbitrary<AlertRules> = fc
  .record({
    preset: fc.constantFrom('calm' as const, 'standard' as const, 'everything' as const),
    forMinutes: fc.constantFrom(0, 10, 30),
    renotifyHours: fc.constantFrom(null, 1, 4),
    quietHours,
    digest: fc.option(
      fc.record({ atMinute: fc.integer({ min: 0, max: 1_439 }), timeZone: fc.constant('UTC') }),
      { nil: null },
    ),
  })
  .map(({ preset, forMinutes, renotifyHours, quietHours: quiet, digest }) => {
    const given: AlertRules = ALERT_PRESETS[preset];
    return {
      ...given,
      bySeverity: {
        ...given.bySeverity,
        red: { channel: 'notify', forMinutes, renotifyHours },
      },
      quietHours: quiet,
      digest,
    };
  });

/** Everything at once. */
export const anyHistory: fc.Arbitrary<History> = fc
  .record({ lines, states, silences, changes, rules })
  .map(({ lines: each, states: all, silences: said, changes: made, rules: chosen }) => ({
    moments: momentsOf(each, all),
    silences: said,
    changes: made,
    rules: chosen,
  }));
