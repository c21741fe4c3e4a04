import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CampaignSchedule, CONSTRAINTS, MINUTE_MS } from '#model';
import { capacityOf, lossOf, lossPerConstraint, withoutConstraint } from './capacity.ts';
import type { CapacityInput, InboxRoom } from './capacity-input.ts';
import { exampleA, inboxRoom } from './example.test-data.ts';
import { todayAt } from './today.ts';

const START = Date.parse('2026-01-01T00:00:00Z') / MINUTE_MS;
const END = Date.parse('2026-12-31T00:00:00Z') / MINUTE_MS;
// Days of 23 and 25 hours in Detroit and Belgrade, so that they are met more often than by chance.
const CLOCK_CHANGES = ['2026-03-08', '2026-11-01', '2026-03-29', '2026-10-25'].map(
  (date) => Date.parse(`${date}T00:00:00Z`) / MINUTE_MS,
);

const anyNow = fc
  .oneof(
    fc.integer({ min: START, max: END }),
    fc
      .tuple(fc.constantFrom(...CLOCK_CHANGES), fc.integer({ min: -600, max: 1_800 }))
      .map(([day, minute]) => day + minute),
  )
  .map((minute) => minute * MINUTE_MS);

const anySchedule: fc.Arbitrary<CampaignSchedule> = fc.record({
  startDate: fc.constant(null),
  endDate: fc.constant(null),
  entries: fc.array(
    fc.record({
      name: fc.constant(undefined),
      fromMinute: fc.nat(1_439),
      toMinute: fc.nat(1_440),
      days: fc.constant([true, true, true, true, true, true, true]),
      timeZone: fc.constantFrom(
        'America/Detroit',
        'Europe/Belgrade',
        'Pacific/Auckland',
        'Asia/Kathmandu',
        'UTC',
      ),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

const orUnknown = <Value>(value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined, freq: 8 });

const anyRoom: fc.Arbitrary<InboxRoom> = fc
  .record({
    limitPerDay: orUnknown(fc.option(fc.nat(60))),
    rampLimitPerDay: orUnknown(fc.option(fc.nat(40))),
    sentToday: orUnknown(fc.nat(50)),
    gapMinutes: orUnknown(fc.nat(40)),
    isUp: orUnknown(fc.boolean()),
  })
  .map((over) => inboxRoom('any', over));

const named = (rooms: readonly InboxRoom[]) =>
  ({
    kind: 'each',
    rooms: rooms.map((room, at) => ({ ...room, address: inboxRoom(`any-${at}`).address })),
  }) as const;

const anyInput: fc.Arbitrary<CapacityInput> = fc
  .record({
    now: anyNow,
    schedule: anySchedule,
    sentToday: orUnknown(fc.nat(200)),
    limitPerDay: orUnknown(fc.option(fc.nat(600))),
    newLeadsPerDay: orUnknown(fc.option(fc.integer({ min: -1, max: 200 }))),
    newLeadsToday: orUnknown(fc.nat(200)),
    gapMinutes: orUnknown(fc.option(fc.integer({ min: 0, max: 30 }))),
    randomGapMinutes: orUnknown(fc.option(fc.nat(30))),
    isOneByOne: orUnknown(fc.boolean()),
    inboxes: fc.array(anyRoom, { maxLength: 8 }).map(named),
    uncontactedLeads: orUnknown(fc.nat(500)),
    followUpsDue: orUnknown(fc.nat(200)),
  })
  .map((over) => exampleA(over));

const meanOf = (input: CapacityInput): number => capacityOf(input)?.today.mean ?? Infinity;
const roomsOf = ({ inboxes }: CapacityInput) => (inboxes?.kind === 'each' ? inboxes.rooms : []);

const neverFalls = (
  name: string,
  raise: (input: CapacityInput, by: number) => CapacityInput,
): void => {
  test(`with ${name}`, () => {
    fc.assert(
      fc.property(anyInput, fc.nat(60), (input, by) => {
        expect(meanOf(raise(input, by))).toBeGreaterThanOrEqual(meanOf(input));
      }),
      { numRuns: 500 },
    );
  });
};

const withRooms = (
  input: CapacityInput,
  change: (room: InboxRoom) => InboxRoom,
): CapacityInput => ({
  ...input,
  inboxes: { kind: 'each', rooms: roomsOf(input).map(change) },
});

const plus = <Absent extends null | undefined>(figure: number | Absent, by: number) =>
  typeof figure === 'number' ? figure + by : figure;

describe('capacity never falls', () => {
  neverFalls('a higher limit', (input, by) => {
    const { limitPerDay } = input;
    // 0 is no cap, so it is not below 1.
    return limitPerDay === 0 ? input : { ...input, limitPerDay: plus(limitPerDay, by) };
  });
  neverFalls('more new leads a day', (input, by) => ({
    ...input,
    newLeadsPerDay: plus(input.newLeadsPerDay, by),
  }));
  neverFalls('more leads', (input, by) => ({
    ...input,
    uncontactedLeads: plus(input.uncontactedLeads, by),
  }));
  neverFalls('more follow-ups', (input, by) => ({
    ...input,
    followUpsDue: plus(input.followUpsDue, by),
  }));
  neverFalls('higher inbox limits', (input, by) =>
    withRooms(input, (room) => ({ ...room, limitPerDay: plus(room.limitPerDay, by) })),
  );
  neverFalls('more ramp', (input, by) =>
    withRooms(input, (room) => ({ ...room, rampLimitPerDay: plus(room.rampLimitPerDay, by) })),
  );
  neverFalls('inboxes repaired', (input) => withRooms(input, (room) => ({ ...room, isUp: true })));
  neverFalls('an inbox added', (input) => ({
    ...input,
    inboxes: { kind: 'each', rooms: [...roomsOf(input), inboxRoom('new')] },
  }));
  neverFalls('a shorter gap', (input, by) => ({
    ...input,
    gapMinutes:
      typeof input.gapMinutes === 'number' ? Math.max(0, input.gapMinutes - by) : input.gapMinutes,
  }));
  neverFalls('one by one off', (input) => ({ ...input, isOneByOne: false }));
  neverFalls('a window that closes later', (input, by) => {
    const [first, ...rest] = input.schedule?.entries ?? [];
    if (first === undefined || input.schedule === undefined) return input;
    const { fromMinute = 0, toMinute = 0 } = first;
    const isSameKind = toMinute <= fromMinute;
    const toLater = Math.min(isSameKind ? fromMinute : 1_440, toMinute + by);
    return {
      ...input,
      schedule: { ...input.schedule, entries: [{ ...first, toMinute: toLater }, ...rest] },
    };
  });
});

test('every cap holds, worst ≤ mean ≤ best, nothing sent is unsent', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const capacity = capacityOf(input);
      if (capacity === null) return;
      const { today, remaining } = capacity;
      const sent = input.sentToday ?? 0;
      expect(today.worst).toBeLessThanOrEqual(today.mean);
      expect(today.mean).toBeLessThanOrEqual(today.best);
      expect(today.worst).toBeGreaterThanOrEqual(sent);
      expect(remaining.mean).toBe(today.mean - sent);
      expect(Number.isFinite(today.best)).toBe(true);
      if (typeof input.limitPerDay === 'number' && input.limitPerDay > 0) {
        expect(today.best).toBeLessThanOrEqual(Math.max(sent, input.limitPerDay));
      }
      const left = todayAt(input.schedule, input.now)?.minutesLeft ?? 0;
      const gap = input.gapMinutes ?? 0;
      if (gap > 0)
        expect(remaining.best).toBeLessThanOrEqual(roomsOf(input).length * Math.floor(left / gap));
      if (input.uncontactedLeads !== undefined && input.followUpsDue !== undefined) {
        expect(remaining.best).toBeLessThanOrEqual(input.uncontactedLeads + input.followUpsDue);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('no loss is below 0, more lifted never costs, and the bottleneck is the greatest loss', () => {
  fc.assert(
    fc.property(anyInput, fc.subarray([...CONSTRAINTS]), (input, constraints) => {
      const capacity = capacityOf(input);
      if (capacity === null) return;
      const losses = lossPerConstraint(input);
      for (const constraint of CONSTRAINTS) {
        expect(losses[constraint] ?? 0).toBeGreaterThanOrEqual(0);
        expect(losses[constraint]).toBe(lossOf(input, constraint)?.mean ?? null);
      }
      const together = lossOf(input, ...constraints);
      if (together !== null) {
        for (const one of constraints)
          expect(together.mean).toBeGreaterThanOrEqual(losses[one] ?? 0);
      }
      const { bottleneck } = capacity;
      const most = Math.max(...Object.values(losses).map((loss) => loss ?? Infinity));
      if (most > 0) {
        expect(bottleneck === null ? Number.NaN : (losses[bottleneck] ?? Infinity)).toBe(most);
        expect(bottleneck && withoutConstraint(input, bottleneck)).toEqual(
          capacity.withoutBottleneck,
        );
      }
    }),
    { numRuns: 1_000 },
  );
});

test('the order of inboxes changes nothing', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const rooms = roomsOf(input).toReversed();
      expect(capacityOf({ ...input, inboxes: { kind: 'each', rooms } })).toEqual(capacityOf(input));
    }),
  );
});

test('the limit’s hour is in a window of today, exactly when the limit is reached', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const capacity = capacityOf(input);
      if (capacity === null) return;
      const { limitPerDay, sentToday = 0, now, schedule } = input;
      const isReached =
        typeof limitPerDay === 'number' &&
        limitPerDay > sentToday &&
        capacity.today.mean === limitPerDay;
      expect(capacity.limitHitAt !== null).toBe(isReached);
      if (capacity.limitHitAt === null) return;
      const windows = todayAt(schedule, now)?.windowsLeft ?? [];
      const at = capacity.limitHitAt;
      expect(windows.some(({ opensAt, closesAt }) => opensAt <= at && at <= closesAt)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('the day of a clock change has 23 or 25 hours of window', () => {
  const always = (timeZone: string): CampaignSchedule => ({
    startDate: null,
    endDate: null,
    entries: [
      {
        name: undefined,
        fromMinute: 0,
        toMinute: 0,
        days: [true, true, true, true, true, true, true],
        timeZone,
      },
    ],
  });
  const mean = (now: string) =>
    meanOf(
      exampleA({
        now: Date.parse(now),
        schedule: always('America/Detroit'),
        limitPerDay: null,
        gapMinutes: 60,
        randomGapMinutes: 0,
        inboxes: { kind: 'each', rooms: [inboxRoom('a', { limitPerDay: null })] },
      }),
    );
  expect(mean('2026-03-08T05:00:00Z')).toBe(23);
  expect(mean('2026-11-01T04:00:00Z')).toBe(25);
  expect(mean('2026-05-14T04:00:00Z')).toBe(24);
});
