import { expect, test } from 'vitest';
import { HOUR_MS } from '#model';
import { causeOf, T0, verdictOf } from './fixtures.ts';
import { resolveSnooze } from './snooze.ts';

const none = { verdicts: [] };

test('an hour, and a date that lies ahead', () => {
  expect(resolveSnooze({ kind: 'hour' }, none, T0)).toBe(T0 + HOUR_MS);
  expect(resolveSnooze({ kind: 'date', at: T0 + 5 }, none, T0)).toBe(T0 + 5);
  expect(resolveSnooze({ kind: 'date', at: T0 }, none, T0)).toBeNull();
});

test('the next window: of several campaigns the first, the opening before any mail', () => {
  const resting = verdictOf(1, 'waiting', [
    causeOf('out_of_schedule', 'blue', { params: { opensAt: T0 + 3 * HOUR_MS } }),
  ]);
  const next = verdictOf(2, 'blocked', [], { nextSendAt: T0 + 4 * HOUR_MS });
  const past = verdictOf(3, 'blocked', [], { nextSendAt: T0 - HOUR_MS });
  const choice = { kind: 'next_window' } as const;
  expect(resolveSnooze(choice, { verdicts: [next, resting, past] }, T0)).toBe(T0 + 3 * HOUR_MS);
  expect(resolveSnooze(choice, { verdicts: [past] }, T0)).toBeNull();
});

test('when it clears: at that time, else when it is over', () => {
  const limit = verdictOf(1, 'waiting', [], { clearsAt: T0 + 2 * HOUR_MS });
  const choice = { kind: 'clears' } as const;
  expect(resolveSnooze(choice, { verdicts: [limit] }, T0)).toBe(T0 + 2 * HOUR_MS);
  expect(resolveSnooze(choice, none, T0)).toBeNull();
});
