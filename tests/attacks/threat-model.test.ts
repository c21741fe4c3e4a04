import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const ROWS = [
  10, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
].concat([
  34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 50, 51, 52, 53, 54, 61, 62, 63, 64,
]);

const table = [
  ...readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8').matchAll(
    /^\| (\d+) \| ([^|]*) \| ([^|]*) \|$/gm,
  ),
].map(([, row, , told]) => ({ row: Number(row), told: String(told) }));

/** Files that a row names as its tests: those before its first "open", by their paths. */
const filesOf = (told: string): string[] =>
  [...(told.split('open')[0] ?? '').matchAll(/`((?:tests|lib)\/[^`]+\.test\.ts)`/g)].map(
    ([, path]) => String(path),
  );

const namesRow = (code: string, row: number): boolean =>
  [...code.matchAll(/rows? (\d+(?:(?:,| and| to) \d+)*)/g)].some(([, numbers = '']) => {
    const [first = 0, last = first] = numbers.split(/\D+/).map(Number);
    return row === first || row === last || (numbers.includes('to') && row > first && row < last);
  });

describe('the table of attacks', () => {
  test('has every row that is promised, once', () => {
    expect(table.map(({ row }) => row)).toEqual(ROWS);
  });

  test.each(table)(
    'row $row names tests that carry its number, or says that it is open',
    (line) => {
      const files = filesOf(line.told);
      if (files.length === 0) expect(line.told).toContain('open');
      const named = files.filter((path) =>
        namesRow(readFileSync(join(ROOT, path), 'utf8'), line.row),
      );
      if (files.length > 0) expect(named.length).toBeGreaterThan(0);
    },
  );

  test.each(table)(
    'row $row: each of its attack tests has a control beside it',
    ({ row, told }) => {
      for (const path of filesOf(told).filter((file) => file.startsWith('tests/attacks/'))) {
        const code = readFileSync(join(ROOT, path), 'utf8');
        if (!namesRow(code, row)) continue;
        expect(code).toMatch(/, control: /);
      }
    },
  );

  test('control: a number that no test carries is noticed', () => {
    expect(namesRow("test('row 12: x')", 13)).toBe(false);
    expect(namesRow("test('rows 27 to 30: x')", 29)).toBe(true);
    expect(namesRow("test('rows 62 and 63: x')", 63)).toBe(true);
  });
});
