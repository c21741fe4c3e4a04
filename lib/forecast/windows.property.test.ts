import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CampaignSchedule, DAY_MS, HOUR_MS, MINUTE_MS } from '#model';
import { lengthOf, windowsBetween } from './windows.ts';

const ms = (text: string) => Date.parse(text);

const ZONES = [
  'UTC',
  'America/Detroit',
  'America/Godthab',
  'Australia/Currie',
  'Asia/Kathmandu',
  'Etc/GMT+12',
  'Africa/Cairo',
  'America/St_Johns',
  'Pacific/Apia',
];

const anySchedule: fc.Arbitrary<CampaignSchedule> = fc.record({
  startDate: fc.constant(null),
  endDate: fc.option(
    fc
      .integer({ min: 20_000, max: 21_000 })
      .map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10)),
  ),
  entries: fc.array(
    fc.record({
      name: fc.constant(undefined),
      fromMinute: fc.nat(1_439),
      toMinute: fc.nat(1_440),
      days: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      timeZone: fc.constantFrom(...ZONES),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** The rule itself, asked of one instant: is the wall clock of some entry inside its times on an enabled day? */
const isOpenByWallClock = (schedule: CampaignSchedule, at: number): boolean => {
  const dateIn = (zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const first = schedule.entries[0]?.timeZone ?? '';
  if (schedule.endDate !== null && dateIn(first).toPlainDate().toString() > schedule.endDate)
    return false;
  return schedule.entries.some(({ fromMinute = 0, toMinute = 0, days, timeZone = '' }) => {
    const local = dateIn(timeZone);
    const minute = local.hour * 60 + local.minute;
    const isOn = days[local.dayOfWeek % 7] === true;
    const wasOn = days[(local.dayOfWeek + 6) % 7] === true;
    if (toMinute > fromMinute) return isOn && minute >= fromMinute && minute < toMinute;
    return (isOn && minute >= fromMinute) || (wasOn && minute < toMinute);
  });
};

test('agrees with the wall clock at every instant, through clock changes', () => {
  fc.assert(
    fc.property(
      anySchedule,
      fc.integer({
        min: ms('2025-01-01T00:00:00Z') / MINUTE_MS,
        max: ms('2027-12-31T00:00:00Z') / MINUTE_MS,
      }),
      (schedule, minute) => {
        const at = minute * MINUTE_MS;
        const isOpen = windowsBetween(schedule, at, at + MINUTE_MS)?.length === 1;
        expect(isOpen).toBe(isOpenByWallClock(schedule, at));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('windows are in order, apart, and add up over any cut', () => {
  fc.assert(
    fc.property(
      anySchedule,
      fc.integer({ min: 0, max: 1_000 }),
      fc.nat(20 * 24),
      fc.nat(20 * 24),
      (schedule, day, a, b) => {
        const from = ms('2025-03-01T00:00:00Z') + day * DAY_MS;
        const middle = from + a * HOUR_MS;
        const to = middle + b * HOUR_MS;
        const windows = windowsBetween(schedule, from, to) ?? [];
        windows.forEach(({ opensAt, closesAt }, at) => {
          expect(opensAt).toBeLessThan(closesAt);
          expect(opensAt).toBeGreaterThan(windows[at - 1]?.closesAt ?? -Infinity);
        });
        const parts = [
          windowsBetween(schedule, from, middle),
          windowsBetween(schedule, middle, to),
        ];
        expect(lengthOf(windows)).toBe(parts.reduce((sum, part) => sum + lengthOf(part ?? []), 0));
      },
    ),
    { numRuns: 200 },
  );
});
