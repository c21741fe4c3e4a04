import { expect, test } from 'vitest';
import { NOW, verdict } from './fixtures.ts';
import { freshen, isStale, STALE_AFTER_MS } from './freshness.ts';

test('an answer is fresh up to the limit, stale just past it, and stale when there never was one', () => {
  expect(isStale(NOW - STALE_AFTER_MS, NOW)).toBe(false);
  expect(isStale(NOW - STALE_AFTER_MS - 1, NOW)).toBe(true);
  expect(isStale(null, NOW)).toBe(true);
});

test('a stale verdict is unknown and says what was last known, and when', () => {
  const at = NOW - STALE_AFTER_MS - 1;
  const shown = freshen(verdict(1, 'healthy', { code: 'healthy' }), at, NOW);
  expect(shown.health).toBe('unknown');
  expect(shown.lastKnown).toEqual({ health: 'healthy', code: 'healthy', at });
});

test('a fresh verdict stays as it is, and one that is unknown keeps what it knew last', () => {
  const fresh = verdict(1, 'blocked');
  expect(freshen(fresh, NOW, NOW)).toBe(fresh);
  const unknown = verdict(2, 'unknown', { lastKnown: { health: 'limited', code: null, at: 5 } });
  expect(freshen(unknown, 6, NOW)).toBe(unknown);
});
