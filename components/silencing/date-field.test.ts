import { describe, expect, test } from 'vitest';
import { dateField, instantOf, likelyDate } from './date-field.ts';

const FRIDAY = Date.UTC(2026, 10, 20, 20, 48);
const BERLIN = 'Europe/Berlin';

describe('a field of date and time', () => {
  test('holds an instant as the clock of the zone shows it, and gives it back', () => {
    expect(dateField(FRIDAY, BERLIN)).toBe('2026-11-20T21:48');
    expect(instantOf('2026-11-20T21:48', BERLIN)).toBe(FRIDAY);
    expect(instantOf('2026-11-20T21:48', 'America/New_York')).toBe(FRIDAY + 6 * 3_600_000);
  });

  test('holds an hour that is skipped in spring as the next one', () => {
    expect(instantOf('2026-03-29T02:30', BERLIN)).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  test.each(['', '2026-11-', 'soon', '2026-13-01T09:00'])(
    'that holds %j is no instant',
    (field) => {
      expect(instantOf(field, BERLIN)).toBeNull();
    },
  );
});

describe('the date that is most likely meant', () => {
  test('is nine in the morning of tomorrow, or of the next Monday', () => {
    expect(dateField(likelyDate('tomorrow', FRIDAY, BERLIN), BERLIN)).toBe('2026-11-21T09:00');
    expect(dateField(likelyDate('monday', FRIDAY, BERLIN), BERLIN)).toBe('2026-11-23T09:00');
  });

  test('on a Monday is the next one, never today', () => {
    const monday = Date.UTC(2026, 10, 23, 6);
    expect(dateField(likelyDate('monday', monday, BERLIN), BERLIN)).toBe('2026-11-30T09:00');
  });
});
