import { expect, test } from 'vitest';
import { minutesOf, timeField } from './time-of-day.ts';

test('every minute of a day comes back as it was', () => {
  for (let minute = 0; minute < 1_440; minute += 1) {
    expect(minutesOf(timeField(minute))).toBe(minute);
  }
  expect([timeField(0), timeField(75), timeField(1_439)]).toEqual(['00:00', '01:15', '23:59']);
});

test.each([
  ['', null],
  ['24:00', null],
  ['08:60', null],
  ['8:00', null],
  ['08:00:30', 480],
  ['08:00:30.5', 480],
])('a field that holds %j is %j', (field, minutes) => {
  expect(minutesOf(field)).toBe(minutes);
});
