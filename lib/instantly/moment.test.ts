import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate, parseInstant, parseMinuteOfDay } from './moment.ts';

describe('parseInstant', () => {
  test.each([
    ['2026-03-05T23:09:56.011Z', Date.UTC(2026, 2, 5, 23, 9, 56, 11)],
    ['2026-03-05T23:09:56Z', Date.UTC(2026, 2, 5, 23, 9, 56)],
    ['2026-03-05T23:09Z', Date.UTC(2026, 2, 5, 23, 9)],
    ['2026-03-05T23:09:56.011234Z', Date.UTC(2026, 2, 5, 23, 9, 56, 11)],
    ['2026-03-05T23:09:56+02:00', Date.UTC(2026, 2, 5, 21, 9, 56)],
    ['2026-03-05T23:09:56-0530', Date.UTC(2026, 2, 6, 4, 39, 56)],
    ['2000-01-01T00:00:00Z', Date.UTC(2000, 0, 1)],
    ['2100-12-31T23:59:59.999Z', Date.UTC(2100, 11, 31, 23, 59, 59, 999)],
  ])('%s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  test.each([
    '',
    '2026-03-05',
    '2026-03-05T23:09:56',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-03-05T25:00:00Z',
    '1999-12-31T23:59:59.999Z',
    '2101-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T00:00:00Z',
    '+020260-03-05T00:00:00Z',
    '1772752196011',
    'Thu, 05 Mar 2026 23:09:56 GMT',
    'x2026-03-05T23:09:56Z',
    '2026-03-05T23:09:56Zx',
    '2026-03-05T23:09:56Z[UTC]',
  ])('not an instant: %s', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test('reads back what a date writes', () => {
    const dates = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseInstant(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});

describe('parseDate', () => {
  test.each([
    ['2026-09-25', '2026-09-25'],
    ['2028-02-29', '2028-02-29'],
    ['2026-09-25T00:00:00.000Z', '2026-09-25'],
    ['2000-01-01', '2000-01-01'],
    ['2100-12-31', '2100-12-31'],
  ])('%s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  test.each([
    '',
    '2026-02-29',
    '2026-9-5',
    '1999-12-31',
    '2101-01-01',
    '25.09.2026',
    '2026-09-25x',
    ' 2026-09-25',
    '20260925',
  ])('not a date: %s', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('parseMinuteOfDay', () => {
  test.each([
    ['00:00', 0],
    ['09:05', 545],
    ['9:05', 545],
    ['17:30:00', 1_050],
    ['23:59', 1_439],
    ['24:00', 1_440],
  ])('%s', (text, expected) => {
    expect(parseMinuteOfDay(text)).toBe(expected);
  });

  test.each([
    '',
    '24:01',
    '25:00',
    '09:60',
    '9',
    '09:5',
    '-1:00',
    '09.00',
    '9am',
    '09:00x',
    'x09:00',
  ])('not a time: %s', (text) => {
    expect(parseMinuteOfDay(text)).toBeUndefined();
  });
});
