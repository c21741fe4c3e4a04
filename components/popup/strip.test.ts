import { expect, test } from 'vitest';
import { type Health, HOUR_MS, MINUTE_MS } from '#model';
import { campaignId, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { pastDay } from './strip.ts';

const change = (hoursAgo: number, health: Health, previousHealth: Health | null) => ({
  workspaceId: WORKSPACE,
  campaignId: campaignId(1),
  at: NOW - hoursAgo * HOUR_MS,
  health,
  previousHealth,
  code: null,
  causeCodes: [],
});
const stored = (since: number, checkedAt = NOW) => ({
  verdict: verdict(1, 'blocked', { since }),
  checkedAt,
});

test('48 half-hours from the recorded changes, the newest last', () => {
  const { cells } = pastDay(
    stored(NOW - 2 * HOUR_MS),
    [
      change(30, 'waiting', null),
      change(10, 'healthy', 'waiting'),
      change(2, 'blocked', 'healthy'),
    ],
    NOW,
  );
  expect(cells).toHaveLength(48);
  expect(cells.slice(0, 28)).toEqual(Array(28).fill('waiting'));
  expect(cells.slice(28, 44)).toEqual(Array(16).fill('healthy'));
  expect(cells.slice(44)).toEqual(Array(4).fill('blocked'));
});

test('a half-hour shows what lasted longest in it; of equals the worse', () => {
  const { cells } = pastDay(
    stored(NOW - 10 * MINUTE_MS),
    [change(1, 'healthy', null), change(0.25, 'blocked', 'healthy')],
    NOW,
  );
  expect(cells.at(-1)).toBe('blocked');
  const later = pastDay(
    stored(NOW - 10 * MINUTE_MS),
    [change(1, 'healthy', null), change(0.2, 'blocked', 'healthy')],
    NOW,
  );
  expect(later.cells.at(-1)).toBe('healthy');
});

test('time that nobody watched is nothing, before and after', () => {
  const { cells } = pastDay(stored(NOW - 3 * HOUR_MS, NOW - HOUR_MS), [], NOW);
  expect(cells.slice(0, 42)).toEqual(Array(42).fill(null));
  expect(cells.slice(42, 46)).toEqual(Array(4).fill('blocked'));
  expect(cells.slice(46)).toEqual([null, null]);
});
