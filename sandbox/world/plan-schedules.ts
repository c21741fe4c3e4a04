import type { Schedule } from './calendar.ts';
import type { WorldMs } from './time.ts';

/** Zones by the names people use; Instantly's closed list has no London or New York (INSTANTLY.md 2.2). */
export const ZONES = {
  uk: 'Europe/Isle_of_Man',
  dach: 'Europe/Belgrade',
  eastern: 'America/Detroit',
  central: 'America/Chicago',
  yukon: 'America/Dawson',
  india: 'Asia/Kolkata',
  hongKong: 'Asia/Hong_Kong',
  melbourne: 'Australia/Melbourne',
  dubai: 'Asia/Dubai',
  auckland: 'Pacific/Auckland',
} as const;

const WEEKDAYS = [1, 2, 3, 4, 5] as const;

/** A schedule of one entry. */
export function hours(
  timezone: string,
  from = '09:00',
  to = '17:00',
  days: readonly number[] = WEEKDAYS,
): Schedule {
  return {
    startDate: null,
    endDate: null,
    entries: [{ name: 'Business hours', from, to, days, timezone }],
  };
}

/** `YYYY-MM-DD` in a zone. */
export const localDate = (ms: WorldMs, timezone: string, addDays = 0): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .add({ days: addDays })
    .toString();
