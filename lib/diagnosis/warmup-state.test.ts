import { expect, test } from 'vitest';
import type { InboxAddress, InboxWarmup } from '#model';
import { warmupState } from './warmup-state.ts';

const warmup = (score: number | null, shares: readonly (number | null)[] = []): InboxWarmup => ({
  address: 'ann@a.example' as InboxAddress,
  score,
  sent: null,
  received: null,
  landedInbox: null,
  landedSpam: null,
  days: shares.map((share, place) => ({
    date: `2026-11-${String(place + 10)}`,
    sent: 20,
    received: 20,
    landedInbox: share === null ? null : share,
    landedSpam: share === null ? null : 20 - share,
  })),
});

test.each([
  [90, 'on_aim'],
  [89.9, 'healthy'],
  [80, 'healthy'],
  [79.9, 'low'],
  [0, 'low'],
  [null, 'unknown'],
] as const)('a score of %s is %s', (score, health) => {
  expect(warmupState(warmup(score)).health).toBe(health);
});

test('an inbox without figures is unknown, not healthy', () => {
  expect(warmupState(undefined)).toEqual({
    health: 'unknown',
    score: null,
    trend: 'unknown',
    landed: null,
    landedBefore: null,
  });
});

test.each([
  ['falling', [20, 20, 18, 18]],
  ['rising', [16, 16, 20, 20]],
  ['steady', [19, 19, 19, 19]],
  // One mail of 40 is 2.5 %.
  ['steady', [20, 20, 19, 20]],
  ['unknown', [20]],
  ['unknown', [null, null, 20, 20]],
] as const)('%s, where %j of 20 mails a day landed in the inbox', (trend, shares) => {
  expect(warmupState(warmup(95, shares)).trend).toBe(trend);
});

test('of the days those are counted that tell both where mails landed', () => {
  expect(warmupState(warmup(95, [20, null, 10, 10, null, 10])).landedBefore).toBe(0.75);
});
