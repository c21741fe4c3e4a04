import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnoseFleet, type FleetInput, GRACE_MS } from '#diagnosis';
import { findIncidents } from '#incidents';
import { base } from '#locales/en/base';
import { causes as causeWords } from '#locales/en/causes';
import { headlines } from '#locales/en/headlines';
import {
  type CampaignFacts,
  type Capacity,
  HEALTHS,
  type Health,
  isUnseen,
  LIFECYCLES,
  type Lifecycle,
  MINUTE_MS,
  NOT_SENDING_REASONS,
  type Observation,
  SENDING_CODES,
  type Verdict,
} from '#model';
import { createWords } from '#words';
import { anyFleet } from './diagnosis-arbitrary.ts';
import {
  campaign,
  counts,
  fleet,
  NOON,
  observe,
  snapshot,
  verdictOf,
} from './diagnosis-fixtures.ts';

const words = createWords(
  { ...base, ...headlines, ...causeWords },
  { locale: 'en', timeZone: 'UTC' },
);
const pairs = (input: FleetInput): [Observation, Verdict][] => {
  const byId = new Map(input.observations.map((one) => [one.campaign.id, one]));
  return diagnoseFleet(input).map((verdict) => [
    byId.get(verdict.campaignId) as Observation,
    verdict,
  ]);
};

const isNothingKnown = ({
  campaign: { lifecycle, notSendingReason },
  reading,
}: Observation): boolean => {
  if (lifecycle === undefined || isUnseen(lifecycle)) return true;
  if (notSendingReason != null) return true;
  // Of a campaign that lives on in its subsequences they speak, where nobody asked for its own status.
  if (reading.kind === 'not_asked' && lifecycle === 'running_subsequences') return false;
  if (reading.kind !== 'read') return true;
  const { code, takenAt } = reading.snapshot;
  return (
    code === null || isUnseen(code) || takenAt === undefined || takenAt > NOON + 60 * MINUTE_MS
  );
};

const NEVER_MUTED = new Set(['blocked', 'degraded', 'limited']);
const STOPS = ['accounts_unhealthy', 'bounce_protect', 'account_suspended', 'paused'];

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
};

const expectFigures = ({ causes, since }: Verdict, now: number): void => {
  const losses = causes.map(({ loss }) => loss).filter((loss) => loss !== null);
  expect(losses.every((loss) => loss >= 0)).toBe(true);
  expect(since).toBeLessThanOrEqual(now);
  expect(numbersIn(causes.map(({ params }) => params)).every(Number.isFinite)).toBe(true);
};

const expectWithinCaps = (
  { today, contendedToday }: Capacity,
  { limitPerDay }: CampaignFacts,
  sentToday = 0,
): void => {
  const cap = typeof limitPerDay === 'number' && limitPerDay > 0 ? limitPerDay : Infinity;
  expect(today.best).toBeLessThanOrEqual(Math.max(cap, sentToday));
  expect(contendedToday ?? 0).toBeLessThanOrEqual(today.mean);
  expect(today.worst).toBeLessThanOrEqual(today.mean);
};

// Time enough for a slow machine under load; nothing here waits for a clock.
const PATIENT = { timeout: 120_000 };

describe('over generated fleets', PATIENT, () => {
  // 10,000 fleets in all over the properties of this file.
  test('null, missing, failed and unseen are never healthy, nor is what the lifecycle forbids', () => {
    fc.assert(
      fc.property(anyFleet, (input) => {
        for (const [observation, { health }] of pairs(input)) {
          expect(HEALTHS).toContain(health);
          if (health !== 'healthy') continue;
          expect(isNothingKnown(observation)).toBe(false);
          expect(['active', 'running_subsequences']).toContain(observation.campaign.lifecycle);
        }
      }),
      { numRuns: 3_000 * 10 },
    );
  });

  test('figures are figures: losses at least 0, capacity within its caps, contended at most alone', () => {
    fc.assert(
      fc.property(anyFleet, (input) => {
        for (const [{ campaign: facts }, verdict] of pairs(input)) {
          expectFigures(verdict, input.now);
          if (verdict.capacity)
            expectWithinCaps(verdict.capacity, facts, verdict.counters.sentToday);
        }
      }),
      { numRuns: 2_500 * 10 },
    );
  });

  test('the order of everything that goes in changes nothing', () => {
    fc.assert(
      fc.property(anyFleet, (input) => {
        const turned: FleetInput = {
          ...input,
          observations: input.observations.toReversed(),
          inboxes: input.inboxes.toReversed(),
          inboxDays: input.inboxDays.toReversed(),
          sentSeries: new Map([...input.sentSeries].map(([key, list]) => [key, list.toReversed()])),
        };
        const verdicts = diagnoseFleet(input);
        // One inbox told twice for one day has no order to be independent of.
        const isOnce =
          new Set(input.inboxDays.map(({ address }) => address)).size === input.inboxDays.length;
        if (isOnce) expect(diagnoseFleet(turned)).toEqual(verdicts);
        const find = (list: readonly Verdict[]) =>
          findIncidents({ verdicts: list, inboxes: input.inboxes, previous: [], now: input.now });
        expect(find(verdicts.toReversed())).toEqual(find(verdicts));
      }),
      { numRuns: 2_000 * 10 },
    );
  });

  test('within 15 minutes of a change nothing is worse than waiting, except stops and doubt', () => {
    fc.assert(
      fc.property(anyFleet, fc.nat(14), (input, minutes) => {
        const updatedAt = input.now - minutes * MINUTE_MS;
        const changed = {
          ...input,
          observations: input.observations.map((one) => ({
            ...one,
            campaign: { ...one.campaign, updatedAt },
          })),
        };
        for (const [{ campaign: facts, reading }, { health, code }] of pairs(changed)) {
          const isStop =
            STOPS.includes(String(facts.lifecycle)) ||
            facts.notSendingReason === 'instantly_error' ||
            /bounce_protect|accounts_unhealthy|suspended/.test(
              `${code} ${reading.kind === 'read' ? String(reading.snapshot.summaryCode) : ''}`,
            );
          if (!isStop) expect(NEVER_MUTED).not.toContain(health);
        }
      }),
      { numRuns: 1_500 * 10 },
    );
    expect(GRACE_MS).toBe(15 * MINUTE_MS);
  });

  test('every cause has words, and no word has a hole', () => {
    fc.assert(
      fc.property(anyFleet, (input) => {
        for (const { causes } of diagnoseFleet(input)) {
          for (const cause of causes) {
            const spoken = words.cause(cause, input.now);
            expect(spoken.headline, cause.code).not.toBe('');
            const isQuoted = cause.params['message'] === '{hole}';
            if (!isQuoted)
              expect(Object.values(spoken).join(' ')).not.toMatch(/[{}]|undefined|NaN/);
          }
        }
      }),
      { numRuns: 1_000 * 10 },
    );
  });
});

const BY_LIFECYCLE: Readonly<Partial<Record<Lifecycle, Health>>> = {
  draft: 'inactive',
  paused: 'inactive',
  completed: 'inactive',
  accounts_unhealthy: 'blocked',
  bounce_protect: 'blocked',
  account_suspended: 'blocked',
};

describe('the full product of codes, lifecycles and reasons', PATIENT, () => {
  const reasons = [null, undefined, ...NOT_SENDING_REASONS];
  const product = SENDING_CODES.flatMap((code) =>
    LIFECYCLES.flatMap((lifecycle) => reasons.map((reason) => [code, lifecycle, reason] as const)),
  );

  test('is always judged, and by its lifecycle first', () => {
    for (const [code, lifecycle, notSendingReason] of product) {
      const facts = campaign(1, { lifecycle, notSendingReason });
      const { health, causes } = verdictOf(observe(facts, snapshot(code)));
      expect(health).toBe(BY_LIFECYCLE[lifecycle] ?? health);
      expect(health === 'healthy' || causes.length > 0).toBe(true);
      expect(code === 'healthy' || health !== 'healthy').toBe(true);
    }
  });
});

describe('more is never less', PATIENT, () => {
  const todayOf = (limitPerDay: number, disconnected: number, toMinute = 1_020): number => {
    const facts = campaign(1, { limitPerDay });
    const entries = (facts.schedule?.entries ?? []).map((entry) => ({ ...entry, toMinute }));
    const { capacity } = verdictOf(
      observe(
        { ...facts, schedule: { startDate: null, endDate: null, entries } },
        snapshot('healthy', { inboxCounts: counts({ available: 5 - disconnected, disconnected }) }),
      ),
    );
    return capacity?.today.mean ?? 0;
  };

  test('a higher limit, a longer window, a mended inbox', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 300 }),
        fc.nat(100),
        fc.nat(4),
        (limit, more, disconnected) => {
          const now = todayOf(limit, disconnected);
          expect(todayOf(limit + more, disconnected)).toBeGreaterThanOrEqual(now);
          expect(todayOf(limit, Math.max(0, disconnected - 1))).toBeGreaterThanOrEqual(now);
          expect(todayOf(limit, disconnected, 1_020 + more)).toBeGreaterThanOrEqual(now);
        },
      ),
      { numRuns: 300 * 10 },
    );
  });

  test('nothing at all gives no verdicts', () => expect(diagnoseFleet(fleet([]))).toEqual([]));
});
