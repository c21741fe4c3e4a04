import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenBucketState } from '#store/read';
import {
  BURST,
  ceilingPerSecond,
  newBucket,
  resumeBucket,
  slowDown,
  speedUp,
  takeToken,
} from './token-bucket.ts';

const T0 = 1_795_000_000_000;
const CEILING = ceilingPerSecond(5);

/** The most instants that any window of the given length holds. */
const mostWithin = (instants: readonly number[], windowMs: number): number =>
  Math.max(
    0,
    ...instants.map((from) => instants.filter((at) => at >= from && at < from + windowMs).length),
  );

/** Instants of requests that never wait longer than told, over a span, with pauses now and then. */
const askGreedily = (
  start: TokenBucketState,
  pausesMs: readonly number[],
  count: number,
): number[] => {
  let state = start;
  let now = start.updatedAt;
  return Array.from({ length: count }, (_, n) => {
    now += pausesMs[n % Math.max(1, pausesMs.length)] ?? 0;
    for (;;) {
      const taken = takeToken(state, now);
      state = taken.state;
      if (taken.waitMs === 0) return now;
      now += taken.waitMs;
    }
  });
};

describe('token bucket', () => {
  it('gives a burst at once, then one after the other', () => {
    const instants = askGreedily(newBucket(T0, 5), [], 8);
    expect(instants.map((at) => at - T0)).toEqual([0, 0, 0, 0, 0, 200, 400, 600]);
  });

  it('never lets a minute see more than its share of the limit, however it is asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 7 }),
        (budgetPercent, pausesMs) => {
          const start = newBucket(T0, ceilingPerSecond(budgetPercent));
          const instants = askGreedily(start, pausesMs, 700);
          expect(mostWithin(instants, 60_000)).toBeLessThanOrEqual(60 * budgetPercent);
          expect(mostWithin(instants, 1_000)).toBeLessThanOrEqual(
            BURST + Math.ceil(ceilingPerSecond(budgetPercent)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says a wait after which there is a token', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 1 / 30, max: 5, noNaN: true }),
        (tokens, ratePerSecond) => {
          const { state, waitMs } = takeToken({ tokens, updatedAt: T0, ratePerSecond }, T0);
          expect(waitMs).toBeGreaterThan(0);
          expect(takeToken(state, T0 + waitMs).waitMs).toBe(0);
        },
      ),
    );
  });

  it('gives nothing for a clock set back, and a full bucket at most for one set forward', () => {
    const empty = { tokens: 0, updatedAt: T0, ratePerSecond: 5 };
    expect(takeToken(empty, T0 - 86_400_000).state).toMatchObject({
      tokens: 0,
      updatedAt: T0 - 86_400_000,
    });
    expect(takeToken(empty, T0 + 86_400_000).state.tokens).toBe(BURST - 1);
  });

  it('gives no new burst for every life of the worker', () => {
    const stored = { tokens: 5, updatedAt: T0, ratePerSecond: CEILING };
    const resumed = resumeBucket(stored, T0 + 60_000, CEILING);
    expect(askGreedily(resumed, [], 2)[1]).toBeGreaterThan(T0 + 60_000);
  });

  it('takes a stored rate within bounds only', () => {
    const resumed = (ratePerSecond: number) =>
      resumeBucket({ tokens: 1, updatedAt: T0, ratePerSecond }, T0, CEILING).ratePerSecond;
    expect(resumed(1e9)).toBe(CEILING);
    expect(resumed(-1)).toBeCloseTo(1 / 30);
  });

  it('halves its pace after a 429 and never stands still', () => {
    const slowed = slowDown(newBucket(T0, 4), T0 + 10);
    expect(slowed).toEqual({ tokens: 0, updatedAt: T0 + 10, ratePerSecond: 2 });
    const least = Array.from({ length: 40 }).reduce<TokenBucketState>(
      (b) => slowDown(b, T0),
      slowed,
    );
    expect(least.ratePerSecond).toBeCloseTo(1 / 30);
  });

  it('gains a tenth of its ceiling in a minute of success, and stops at it', () => {
    const paced = (start: TokenBucketState, minutes: number): number => {
      let state = start;
      let now = T0;
      while (now < T0 + minutes * 60_000) {
        now += 1_000 / state.ratePerSecond;
        state = speedUp(state, now, 4);
      }
      return state.ratePerSecond;
    };
    const half = { tokens: 0, updatedAt: T0, ratePerSecond: 2 };
    expect(paced(half, 1)).toBeCloseTo(2.4, 1);
    expect(paced(half, 6)).toBe(4);
    expect(paced({ ...half, ratePerSecond: 1 / 30 }, 2)).toBeLessThan(1);
  });
});
