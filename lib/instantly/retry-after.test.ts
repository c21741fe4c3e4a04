import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 21, 12, 0, 0);
const delay = (header: string) => (parseRetryAfter(header, NOW) ?? Number.NaN) - NOW;

describe('parseRetryAfter', () => {
  test('no header, no instant', () => {
    expect(parseRetryAfter(null, NOW)).toBeUndefined();
  });

  test.each([
    ['1', 1_000],
    ['2', 2_000],
    ['30', 30_000],
    ['899', 899_000],
    ['900', 900_000],
    ['901', 900_000],
    ['1e12', 900_000],
    ['1e400', 900_000],
    ['99999999999999999999', 900_000],
    ['1.5', 1_500],
    ['+7', 7_000],
    [' 7 ', 7_000],
    ['0', 1_000],
    ['0.2', 1_000],
    ['-5', 1_000],
    ['-1e12', 1_000],
    ['5E0', 5_000],
  ])('%s seconds', (header, expected) => {
    expect(delay(header)).toBe(expected);
  });

  test.each([
    ['Sat, 21 Nov 2026 12:00:45 GMT', 45_000],
    ['Sat, 21 Nov 2026 12:14:59 GMT', 899_000],
    ['Sat, 21 Nov 2026 12:15:01 GMT', 900_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 900_000],
    ['Sat, 21 Nov 2026 12:00:00 GMT', 1_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 1_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 1_000],
  ])('date %s', (header, expected) => {
    expect(delay(header)).toBe(expected);
  });

  test.each([
    '',
    'soon',
    '7 minutes',
    '0x10',
    'Infinity',
    'NaN',
    '5,5',
    '1 2',
    '2030-01-01',
    '1 Jan 2030',
    'Sat, 21 Nov 2026 12:00:45 PST',
    'Sat, 21 Nov 2026 12:00:45 GMT; x',
    'x Sat, 21 Nov 2026 12:00:45 GMT',
    'Xxx, 99 Yyy 2026 12:00:45 GMT',
  ])('unreadable: %s', (header) => {
    expect(delay(header)).toBe(1_000);
  });

  test('whatever it says, it lies between one second and 15 minutes', () => {
    const header = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.integer().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(header, (text) => {
        expect(delay(text)).toBeGreaterThanOrEqual(1_000);
        expect(delay(text)).toBeLessThanOrEqual(900_000);
      }),
    );
  });
});
