import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS, type WebhookProblem } from '#model';
import {
  afterAttempt,
  deliveriesOf,
  keepWorth,
  nextAttemptAt,
  nextFor,
  type Outcome,
} from './delivery.ts';
import { AT, delivery, notice } from './fixtures.ts';

const failed = (problem: WebhookProblem, notBefore?: number): Outcome => ({
  kind: 'failed',
  problem,
  notBefore,
});
const refused = (status: number) => failed({ code: 'refused', status });
const NONE: ReadonlySet<string> = new Set();

describe('deliveries of notices', () => {
  test('one for each webhook, whose id can stand in a header and is the same every time', () => {
    const hooks = [{ id: 'a' }, { id: 'b' }];
    const odd = notice({ id: 'problem:ü\r\nX-Evil: 1:daily_limit_met' });
    const made = deliveriesOf([notice(), odd], hooks, AT);
    expect(new Set(made.map(({ id }) => id)).size).toBe(4);
    for (const { id } of made) expect(id).toMatch(/^[!-~]{1,200}$/);
    const again = deliveriesOf([notice(), odd], hooks, AT + 5);
    expect(again.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
  });

  test('the same notice told again later is another delivery', () => {
    const [first] = deliveriesOf([notice()], [{ id: 'a' }], AT);
    const [again] = deliveriesOf([notice({ at: AT + 1, isRepeated: true })], [{ id: 'a' }], AT);
    expect(again?.id).not.toBe(first?.id);
  });
});

describe('which is sent next', () => {
  const older = delivery({ id: 'older', notBefore: AT + 60_000 });
  const newer = delivery({ id: 'newer', at: AT + 1 });

  test('the oldest of the webhook, and none before it', () => {
    expect(nextFor([older, newer], 'w', AT)).toBeUndefined();
    expect(nextFor([older, newer], 'w', AT + 60_000)).toBe(older);
    expect(nextFor([older, newer], 'other', AT + 60_000)).toBeUndefined();
  });

  test('after the clock was set back nothing waits for an instant that nobody meant', () => {
    expect(nextFor([older], 'w', AT - DAY_MS)).toBe(older);
  });

  test('the alarm is for the first of them, and for none that waits for a person', () => {
    const elsewhere = delivery({ id: 'x', webhookId: 'v', notBefore: AT + 30_000 });
    expect(nextAttemptAt([older, newer, elsewhere], NONE)).toBe(AT + 30_000);
    expect(nextAttemptAt([older, newer, elsewhere], new Set(['v']))).toBe(AT + 60_000);
    expect(nextAttemptAt([], NONE)).toBeNull();
  });
});

describe('what is not worth sending any more', () => {
  test('to a webhook that is gone, or a day old', () => {
    const fresh = delivery();
    const gone = delivery({ id: 'g', webhookId: 'gone' });
    const old = delivery({ id: 'o', at: AT - DAY_MS });
    expect(keepWorth([old, gone, fresh], new Set(['w']), AT)).toEqual([fresh]);
  });

  test('more than 50 for one webhook: the oldest give way', () => {
    const many = Array.from({ length: 70 }, (_, n) => delivery({ id: `d${n}` }));
    const kept = keepWorth(many, new Set(['w']), AT);
    expect(kept.map(({ id }) => id)).toEqual(many.slice(20).map(({ id }) => id));
  });

  test('nothing to drop is the same list', () => {
    const all = [delivery()];
    expect(keepWorth(all, new Set(['w']), AT)).toBe(all);
  });
});

describe('after an attempt', () => {
  test('delivered: it is over', () => {
    expect(afterAttempt(delivery(), { kind: 'delivered' }, AT, 0)).toBeNull();
  });

  test.each([
    [{ code: 'timeout' }],
    [{ code: 'offline' }],
    [{ code: 'refused', status: 408 }],
    [{ code: 'refused', status: 425 }],
    [{ code: 'refused', status: 429 }],
    [{ code: 'refused', status: 500 }],
    [{ code: 'refused', status: 503 }],
  ] as const)('%j is tried again, however often it came', (problem) => {
    const after = afterAttempt(delivery({ attempts: 40 }), failed(problem), AT, 0.5);
    expect(after).toMatchObject({ attempts: 41, id: delivery().id });
  });

  test.each([
    [refused(400)],
    [refused(401)],
    [refused(404)],
    [refused(410)],
    [failed({ code: 'redirected' })],
  ])('%j is believed the third time', (outcome) => {
    const second = afterAttempt(delivery({ attempts: 1 }), outcome, AT, 0);
    expect(second).toMatchObject({ attempts: 2 });
    expect(afterAttempt(delivery({ attempts: 2 }), outcome, AT, 0)).toBeNull();
  });

  test.each(['locked', 'permission_missing', 'storage_failed'] as const)(
    '%s is no attempt, and once it is put right nothing has to wait',
    (code) => {
      const before = delivery({ attempts: 2 });
      expect(afterAttempt(before, failed({ code }), AT, 1)).toBe(before);
    },
  );

  test('the wait grows from 15 s to 15 min, and never shrinks below half of its step', () => {
    const waits = [0, 1, 2, 3, 4, 5, 20, 300].map((attempts) =>
      [0, 1].map(
        (random) =>
          (afterAttempt(delivery({ attempts }), refused(500), AT, random)?.notBefore ?? 0) - AT,
      ),
    );
    expect(waits.map((pair) => pair.map((ms) => ms / 1_000))).toEqual([
      [15, 30],
      [30, 60],
      [60, 120],
      [120, 240],
      [240, 480],
      [450, 900],
      [450, 900],
      [450, 900],
    ]);
  });

  test('what the receiver asks for is kept to, up to 15 minutes, and never shortens the wait', () => {
    const asked = (ms: number) =>
      (afterAttempt(delivery(), failed({ code: 'refused', status: 429 }, AT + ms), AT, 0)
        ?.notBefore ?? 0) - AT;
    expect(asked(5 * MINUTE_MS)).toBe(5 * MINUTE_MS);
    expect(asked(DAY_MS)).toBe(15 * MINUTE_MS);
    expect(asked(Number.POSITIVE_INFINITY)).toBe(15 * MINUTE_MS);
    expect(asked(-DAY_MS)).toBe(15_000);
  });
});

test('whatever happens, a delivery ends within a day and keeps its id', () => {
  const outcome = fc.oneof(
    fc.integer({ min: 100, max: 599 }).map(refused),
    fc.constantFrom(failed({ code: 'timeout' }), failed({ code: 'offline' })),
    fc.constant(failed({ code: 'redirected' })),
    fc
      .double({ min: 0, max: 1e15, noNaN: true })
      .map((asked) => failed({ code: 'refused', status: 429 }, asked)),
  );
  fc.assert(
    fc.property(
      fc.infiniteStream(outcome),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (outcomes, randoms) => {
        let now = AT;
        let waiting = [delivery()];
        let attempts = 0;
        while (waiting.length > 0) {
          const next = nextFor(waiting, 'w', now);
          if (next !== undefined) {
            expect(next.id).toBe(delivery().id);
            const after = afterAttempt(next, outcomes.next().value, now, randoms.next().value);
            waiting = after === null ? [] : [after];
            attempts += 1;
          }
          now = Math.max(now + 1, nextAttemptAt(waiting, NONE) ?? now);
          waiting = [...keepWorth(waiting, new Set(['w']), now)];
          expect(now - AT).toBeLessThanOrEqual(DAY_MS + 15 * MINUTE_MS);
        }
        // Half of 15 min is the shortest of the long waits.
        expect(attempts).toBeLessThan(210);
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});
