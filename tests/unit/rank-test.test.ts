import { expect, test } from 'vitest';
import { rankTest } from '../../bench/statistics.ts';

const range = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => from + n);

test('equal samples cannot be told apart', () => {
  expect(rankTest(range(0, 40), range(0, 40))).toEqual({ share: 0.5, p: expect.closeTo(1, 6) });
  expect(rankTest([7, 7, 7], [7, 7, 7])).toEqual({ share: 0.5, p: 1 });
});

test('samples without an overlap are told apart, either way', () => {
  const { share, p } = rankTest(range(100, 40), range(0, 40));
  expect(share).toBe(1);
  expect(p).toBeLessThan(1e-6);
  expect(rankTest(range(0, 40), range(100, 40)).p).toBe(p);
});

const four = (values: readonly number[]): number[] => [0, 1, 2, 3].flatMap(() => values);

// Both p as scipy 1's mannwhitneyu gives them (asymptotic, with continuity).
test('p is that of the normal approximation, corrected for continuity', () => {
  const shifted = range(0, 30).map((n) => n + 3.5);
  expect(rankTest(shifted, range(0, 30))).toEqual({
    share: 0.61,
    p: expect.closeTo(0.145_319_1, 6),
  });
});

test('ties count half and are corrected for', () => {
  const { share, p } = rankTest(four([3, 3, 3, 5, 5, 6, 8]), four([1, 2, 3, 3, 5, 5, 7]));
  expect(share).toBeCloseTo(512 / 784, 9);
  expect(p).toBeCloseTo(0.042_252_2, 6);
});
