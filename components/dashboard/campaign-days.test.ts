import { expect, test } from 'vitest';
import { chartDataOf } from './campaign-days.ts';

test('days go by date, and a day that nobody knows stays a gap', () => {
  const days = [
    { date: '2026-11-20', sent: 4 },
    { date: '2026-11-18', sent: 0 },
    { date: '2026-11-19', sent: null },
  ];
  expect(chartDataOf(days, 50)).toEqual([
    [18, 19, 20].map((day) => Date.UTC(2026, 10, day) / 1_000),
    [0, null, 4],
    [50, 50, 50],
  ]);
});

test('a limit that is not known draws no line', () => {
  expect(chartDataOf([{ date: '2026-11-20', sent: 4 }], null)[2]).toEqual([null]);
});
