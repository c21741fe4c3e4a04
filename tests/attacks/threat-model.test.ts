import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const ROWS = Array.from({ length: 64 }, (_, n) => n + 1);

const table = [
  ...readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8').matchAll(
    /^\| (\d+) \| ([^|]*) \| ([^|]*) \|$/gm,
  ),
].map(([, row, , told]) => ({ row: Number(row), told: String(told) }));

/** Files that a row names as its tests. */
const filesOf = (told: string): string[] =>
  [...told.matchAll(/`((?:tests|lib)\/[^`]+\.test\.ts)`/g)].map(([, path]) => String(path));

/** Whether a test, or a group of them, carries the number; with `isControl`, whether one that takes the guard away does. */
const namesRow = (code: string, row: number, isControl = false): boolean =>
  [...code.matchAll(/rows? (\d+(?:(?:,| and| to) \d+)*)(, control: )?/g)].some(
    ([, numbers = '', control]) => {
      if (isControl && control === undefined) return false;
      const named = numbers.split(/\D+/).map(Number);
      const [first = 0, last = first] = named;
      return named.includes(row) || (numbers.includes('to') && row > first && row < last);
    },
  );

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('the table of attacks', () => {
  test('has every row that is promised, once', () => {
    expect(table.map(({ row }) => row)).toEqual(ROWS);
  });

  test.each(table)('row $row names tests, and each of them carries its number', ({ row, told }) => {
    const files = filesOf(told);
    expect(files).not.toEqual([]);
    expect(told).not.toMatch(/\bopen\b/);
    expect(files.filter((path) => !namesRow(read(path), row))).toEqual([]);
  });

  test.each(table)(
    'row $row has a control with its number, in what npm test runs',
    ({ row, told }) => {
      const files = filesOf(told).filter((path) => !path.endsWith('.long.test.ts'));
      expect(files.some((path) => namesRow(read(path), row, true))).toBe(true);
    },
  );

  test('control: a number that no test carries is noticed', () => {
    expect(namesRow("test('row 12: x')", 13)).toBe(false);
    expect(namesRow("test('rows 27 to 30: x')", 29)).toBe(true);
    expect(namesRow("test('rows 62 and 63: x')", 63)).toBe(true);
    expect(namesRow("test('row 12: x')", 12, true)).toBe(false);
    expect(namesRow("test('row 12, control: x')", 12, true)).toBe(true);
  });
});
