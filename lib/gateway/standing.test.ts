import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InstantlyError, type InstantlyErrorKind } from '#instantly';
import { fullJitterMs, LONGEST_PAUSE_MS, resumeAt } from './backoff.ts';
import { admit, mostAtOnce, type Standing, settle, withBudget } from './standing.ts';
import { newBucket } from './token-bucket.ts';

const T0 = 1_795_000_000_000;
const half = () => 0.5;

const standingOf = (parts: Partial<Standing> = {}): Standing => ({
  generation: 1,
  bucket: newBucket(T0, 4),
  budgetPercent: 5,
  ceiling: 4,
  latch: null,
  notBefore: null,
  probeAt: null,
  failures: 0,
  troubledAt: null,
  ...parts,
});

const failing = (standing: Standing, kind: InstantlyErrorKind, at: number, notBefore?: number) =>
  settle(standing, { error: new InstantlyError(kind, { notBefore }), startedAt: at - 1 }, at, half);

describe('pauses', () => {
  it('are random up to a bound that doubles, and at most 15 minutes', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const pauseMs = fullJitterMs(failures, () => random);
        expect(pauseMs).toBeGreaterThanOrEqual(0);
        expect(pauseMs).toBeLessThanOrEqual(Math.min(LONGEST_PAUSE_MS, 2_000 * 2 ** failures));
      }),
    );
    expect(fullJitterMs(2, () => 1)).toBe(8_000);
  });

  it('that Instantly asks for hold within 1 s to 15 min, whatever it says', () => {
    for (const asked of [undefined, T0 - 5_000, T0, T0 + 1e15, Number.POSITIVE_INFINITY]) {
      const pauseMs = resumeAt(asked, 50, T0, Math.random) - T0;
      expect(pauseMs).toBeGreaterThanOrEqual(1_000);
      expect(pauseMs).toBeLessThanOrEqual(LONGEST_PAUSE_MS);
    }
    expect(resumeAt(T0 + 30_000, 0, T0, half)).toBe(T0 + 30_000);
  });
});

describe('admission', () => {
  it('refuses everyone while the key is latched or Instantly asked for a pause', () => {
    const latched = admit(standingOf({ latch: 'no_plan' }), 'user', T0);
    expect(latched).toMatchObject({ kind: 'refuse', error: { problem: 'latched' } });
    const paused = standingOf({ notBefore: T0 + 9 });
    expect(admit(paused, 'user', T0)).toMatchObject({
      kind: 'refuse',
      error: { problem: 'paused', until: T0 + 9 },
    });
    expect(admit(paused, 'user', T0 + 9).kind).toBe('go');
  });

  it('lets only a person try before the next probe', () => {
    const down = standingOf({ probeAt: T0 + 30_000, failures: 3 });
    expect(admit(down, 'visible', T0)).toMatchObject({ error: { until: T0 + 30_000 } });
    expect(admit(down, 'user', T0).kind).toBe('go');
  });

  it('forgets pauses of a clock that was set back since', () => {
    const held = standingOf({ notBefore: T0 + 60_000, probeAt: T0 + 60_000 });
    expect(admit(held, 'rest', T0 - 3_600_000).kind).not.toBe('refuse');
    expect(admit(held, 'rest', T0 + 1_000).kind).toBe('refuse');
  });

  it('waits for a token no longer because the clock was set back', () => {
    const empty = standingOf({ bucket: { tokens: 0, updatedAt: T0, ratePerSecond: 4 } });
    const hourBefore = T0 - 3_600_000;
    const first = admit(empty, 'rest', hourBefore);
    if (first.kind !== 'wait') throw new Error(first.kind);
    expect(first.waitMs).toBe(250);
    expect(admit(first.standing, 'rest', hourBefore + 250).kind).toBe('go');
  });

  it('waits for a token, but never longer than a worker surely lives', () => {
    const empty = { tokens: 0, updatedAt: T0, ratePerSecond: 4 };
    expect(admit(standingOf({ bucket: empty }), 'rest', T0)).toMatchObject({
      kind: 'wait',
      waitMs: 250,
    });
    const crawling = standingOf({ bucket: { ...empty, ratePerSecond: 0.1 } });
    expect(admit(crawling, 'rest', T0)).toMatchObject({ error: { until: T0 + 10_000 } });
  });
});

describe('another share of the limit', () => {
  it('counts at once for who had all that was allowed, and lifts no slowness after a refusal', () => {
    const raised = withBudget(standingOf(), 10);
    expect(raised.ceiling).toBeCloseTo(9.9, 1);
    expect(raised.bucket.ratePerSecond).toBe(raised.ceiling);
    expect(withBudget(raised, 1).bucket.ratePerSecond).toBeCloseTo(0.92, 2);
    const slowed = failing(standingOf(), 'rate_limited', T0 + 5);
    expect(withBudget(slowed, 10).bucket.ratePerSecond).toBe(2);
  });
});

describe('what is learned from an answer', () => {
  it('a refused key or plan latches', () => {
    expect(failing(standingOf(), 'key_rejected', T0 + 5).latch).toBe('key_rejected');
    expect(failing(standingOf(), 'no_plan', T0 + 5).latch).toBe('no_plan');
  });

  it('a missing scope does not: Instantly answers', () => {
    const after = failing(standingOf({ failures: 2 }), 'scope_missing', T0 + 5);
    expect(after).toMatchObject({ latch: null, failures: 0, notBefore: null });
  });

  it('a 429 halves the pace and pauses', () => {
    const after = failing(standingOf(), 'rate_limited', T0 + 5, T0 + 20_005);
    expect(after.bucket.ratePerSecond).toBe(2);
    expect(after.notBefore).toBe(T0 + 20_005);
  });

  it('five 429 to requests that were out together are one', () => {
    let standing = standingOf();
    for (let n = 0; n < 5; n += 1) {
      const error = new InstantlyError('rate_limited');
      standing = settle(standing, { error, startedAt: T0 }, T0 + 100 + n, half);
    }
    expect(standing.bucket.ratePerSecond).toBe(2);
    expect(standing.failures).toBe(1);
  });

  it('a success from before a 429 is no recovery from it', () => {
    const limited = failing(standingOf(), 'rate_limited', T0 + 100);
    expect(settle(limited, { error: null, startedAt: T0 }, T0 + 200, half)).toBe(limited);
  });

  it('a clock that was set back leaves nothing behind once something was asked', () => {
    const limited = failing(standingOf(), 'rate_limited', T0 + 100, T0 + 60_000);
    const dayBefore = T0 - 86_400_000;
    const rested = { ...limited, bucket: newBucket(T0, 4) };
    const admission = admit(rested, 'rest', dayBefore);
    if (admission.kind !== 'go') throw new Error(admission.kind);
    expect(admit(admission.standing, 'rest', dayBefore + 1_000).kind).toBe('go');
    const again = failing(admission.standing, 'rate_limited', dayBefore + 2, dayBefore + 30_000);
    expect(again.notBefore).toBe(dayBefore + 30_000);
  });

  it('three rounds of failure leave one probe in half a minute, a success opens the way', () => {
    let standing = standingOf();
    for (const n of [1, 2, 3]) standing = failing(standing, 'offline', T0 + n * 10);
    expect(mostAtOnce(standing)).toBe(1);
    expect(standing.probeAt).toBe(T0 + 30 + 25_000);
    const again = failing(standing, 'server_fault', T0 + 60_000);
    expect(again.probeAt).toBe(T0 + 60_000 + 25_000);
    const well = settle(again, { error: null, startedAt: T0 + 95_000 }, T0 + 95_100, half);
    expect(well).toMatchObject({ failures: 0, probeAt: null });
    expect(mostAtOnce(well)).toBe(5);
  });
});
