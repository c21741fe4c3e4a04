import fc from 'fast-check';
import { HOUR_MS } from '#model';
import { CODES, lines, plain } from './alert-arbitrary.ts';
import { type Condition, type History, lineUp, momentsOf, TELL_ALL } from './alert-histories.ts';

// Histories that are made for one question each.

/** A campaign that is well and blocked in turns, each for over an hour, so that nothing holds its messages back. */
export const slowTurns: fc.Arbitrary<readonly Condition[]> = fc
  .array(
    fc.record({
      code: fc.constantFrom(...CODES),
      ill: fc.integer({ min: 1, max: 40 }),
      well: fc.integer({ min: 14, max: 40 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((turns) =>
    turns.flatMap(({ code, ill, well }) =>
      lineUp<Condition>([
        { kind: { kind: 'well' }, steps: well + 13 },
        { kind: { kind: 'blocked', code }, steps: ill },
        { kind: { kind: 'well' }, steps: 13 },
      ]),
    ),
  );

export const turnsByFor: fc.Arbitrary<History> = fc
  .record({
    each: fc.array(slowTurns, { minLength: 1, maxLength: 3 }),
    forMinutes: fc.constantFrom(0, 10, 30),
  })
  .map(({ each, forMinutes }) => ({
    moments: momentsOf(each),
    silences: [],
    changes: [],
    rules: {
      ...TELL_ALL,
      bySeverity: {
        ...TELL_ALL.bySeverity,
        red: { channel: 'notify', forMinutes, renotifyHours: null },
      },
    },
  }));

export const onlyOwn: fc.Arbitrary<History> = plain(fc.constant(TELL_ALL));

/** A campaign that never settles: ill and well for minutes only, all day. */
export const restless: fc.Arbitrary<History> = fc
  .array(
    fc.record({
      code: fc.constantFrom(...CODES),
      ill: fc.integer({ min: 1, max: 3 }),
      well: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 40, maxLength: 60 },
  )
  .map((turns) => ({
    moments: momentsOf([
      turns.flatMap(({ code, ill, well }) =>
        lineUp<Condition>([
          { kind: { kind: 'blocked', code }, steps: ill },
          { kind: { kind: 'well' }, steps: well },
        ]),
      ),
    ]),
    silences: [],
    changes: [],
    rules: TELL_ALL,
  }));

/** One check in which up to 500 campaigns of a workspace fail, of several causes. */
export const storm: fc.Arbitrary<History> = fc
  .record({
    count: fc.integer({ min: 20, max: 500 }),
    codes: fc.subarray([...CODES], { minLength: 1 }),
  })
  .map(({ count, codes }) => ({
    moments: momentsOf(
      Array.from({ length: count }, (_, n): readonly Condition[] =>
        lineUp<Condition>([
          { kind: { kind: 'well' }, steps: 3 },
          { kind: { kind: 'blocked', code: codes[n % codes.length] ?? 'empty_tag' }, steps: 12 },
        ]),
      ),
    ),
    silences: [],
    changes: [],
    rules: TELL_ALL,
  }));

export const withSleep: fc.Arbitrary<History> = fc
  .record({ lines, at: fc.integer({ min: 3, max: 30 }), unclean: fc.integer({ min: 1, max: 5 }) })
  .map(({ lines: each, at, unclean }) => ({
    moments: momentsOf(each, [], 60).map((moment, step) => ({
      ...moment,
      at: moment.at + (step >= at ? 9 * HOUR_MS : 0),
      isSweepClean: step < at || step >= at + unclean,
    })),
    silences: [],
    changes: [],
    rules: TELL_ALL,
  }));
