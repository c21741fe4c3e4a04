import { describe, expect, test } from 'vitest';
import { chartDataOf, daysIn, sumDays } from './sent-days.ts';

const NOW = Date.UTC(2026, 10, 20, 23, 30);
const day = (date: string, sent: number | null) => ({ date, sent });

test('the limit is a level line beside the days; one that is not known draws none', () => {
  const days = [day('2026-11-19', null), day('2026-11-20', 4)];
  expect(chartDataOf(days, 50)).toEqual([
    [19, 20].map((date) => Date.UTC(2026, 10, date) / 1_000),
    [null, 4],
    [50, 50],
  ]);
  expect(chartDataOf(days, null)[2]).toEqual([null, null]);
});

describe('the days of a range', () => {
  const known = [day('2026-11-20', 4), day('2026-11-18', 0), day('2026-11-13', 9)];

  test('go up to today, and a day between that nobody knows stays a gap', () => {
    expect(daysIn(known, 7, NOW)).toEqual([
      day('2026-11-18', 0),
      day('2026-11-19', null),
      day('2026-11-20', 4),
    ]);
    expect(daysIn(known, 30, NOW)).toHaveLength(8);
  });

  test('are at least yesterday and today', () => {
    expect(daysIn([day('2026-11-19', 3), day('2026-11-20', 4)], 1, NOW)).toHaveLength(2);
  });

  test('are none when nothing in it is known', () => {
    expect(daysIn([day('2026-11-01', 5)], 7, NOW)).toEqual([]);
    expect(daysIn([], 90, NOW)).toEqual([]);
  });
});

test('workspaces add up, and a count that is missing hides none that is there', () => {
  const sums = sumDays([
    [day('2026-11-19', 3), day('2026-11-20', null)],
    [day('2026-11-19', 4), day('2026-11-20', 2), day('2026-11-18', null)],
  ]);
  expect(sums).toEqual([day('2026-11-19', 7), day('2026-11-20', 2), day('2026-11-18', null)]);
});
