import fc from 'fast-check';
import type { ChangeMark } from '#incidents';
import {
  ALERT_PRESETS,
  type AlertRules,
  type CauseCode,
  HOUR_MS,
  type Silence,
  type WorkspaceId,
  type WorkspaceState,
} from '#model';
import { campaignId, T0, W } from '../../lib/incidents/alerting/fixtures.ts';
import {
  type Condition,
  type History,
  lineUp,
  momentsOf,
  STEP_MS,
  TAG,
} from './alert-histories.ts';

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

const states: fc.Arbitrary<readonly WorkspaceState[]> = segments(
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

const silences: fc.Arbitrary<readonly Silence[]> = fc
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

const changes: fc.Arbitrary<readonly ChangeMark[]> = fc.array(
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
const rules: fc.Arbitrary<AlertRules> = fc
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
