import { DAY_MS, type InstantMs, MINUTE_MS } from '#model';

/** A stretch of one local day with one offset from UTC. A day without a clock change has exactly one. */
export interface DaySegment {
  readonly startsAt: InstantMs;
  readonly endsAt: InstantMs;
  readonly offsetMs: number;
}

/** One calendar day of a zone: 24 hours, on days with a clock change 23 or 25. */
export interface ZoneDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly startsAt: InstantMs;
  readonly endsAt: InstantMs;
  readonly segments: readonly DaySegment[];
}

const EPOCH = new Temporal.PlainDate(1970, 1, 1);
// Temporal takes microseconds per answer and a fleet asks for the same days thousands of times.
const DAYS_KEPT_PER_ZONE = 1_000;
const known = new Map<string, Map<number, ZoneDay> | null>();

const daysOf = (timeZone: string): Map<number, ZoneDay> | null => {
  const found = known.get(timeZone);
  if (found !== undefined) return found;
  let days: Map<number, ZoneDay> | null = new Map();
  try {
    EPOCH.toZonedDateTime(timeZone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    days = null;
  }
  // Names come from outside: an endless variety of them must not fill the memory.
  if (known.size >= DAYS_KEPT_PER_ZONE) known.clear();
  known.set(timeZone, days);
  return days;
};

/** Whether this browser knows the zone. Aliases that IANA has retired (America/Godthab) count as known. */
export const isKnownZone = (timeZone: string): boolean => daysOf(timeZone) !== null;

const measure = (timeZone: string, dayNumber: number): ZoneDay => {
  const date = EPOCH.add({ days: dayNumber });
  const start = date.toZonedDateTime(timeZone);
  const startsAt = start.epochMilliseconds;
  const endsAt = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const segments: DaySegment[] = [];
  let from = start;
  while (from.epochMilliseconds < endsAt) {
    const change = from.getTimeZoneTransition('next');
    const until = Math.min(change?.epochMilliseconds ?? endsAt, endsAt);
    segments.push({
      startsAt: from.epochMilliseconds,
      endsAt: until,
      offsetMs: from.offsetNanoseconds / 1e6,
    });
    if (change === null || until >= endsAt) break;
    from = change;
  }
  return { date: date.toString(), startsAt, endsAt, segments };
};

/** The day with this number (0 is 1970-01-01) in a known zone; throws RangeError for a zone `isKnownZone` denies. */
export const zoneDay = (timeZone: string, dayNumber: number): ZoneDay => {
  const days = daysOf(timeZone);
  if (days === null) throw new RangeError(`Unknown time zone: ${timeZone}`);
  const found = days.get(dayNumber);
  if (found !== undefined) return found;
  if (days.size >= DAYS_KEPT_PER_ZONE) days.clear();
  const day = measure(timeZone, dayNumber);
  days.set(dayNumber, day);
  return day;
};

/** Number of the local day that an instant falls on in a known zone. */
export const dayNumberAt = (timeZone: string, at: InstantMs): number => {
  let dayNumber = Math.floor(at / DAY_MS);
  while (at < zoneDay(timeZone, dayNumber).startsAt) dayNumber -= 1;
  while (at >= zoneDay(timeZone, dayNumber).endsAt) dayNumber += 1;
  return dayNumber;
};

/** Day of the week of a day number, 0 is Sunday. */
export const weekdayOf = (dayNumber: number): number => (((dayNumber + 4) % 7) + 7) % 7;

/** `YYYY-MM-DD` of a day number. */
export const dateOfDay = (dayNumber: number): string => EPOCH.add({ days: dayNumber }).toString();

/** Day number of a `YYYY-MM-DD`; undefined when it is not a date of the calendar. */
export const dayOfDate = (date: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) return undefined;
  const dayNumber = ms / DAY_MS;
  return dateOfDay(dayNumber) === date ? dayNumber : undefined;
};

/**
 * The instants of a local day whose wall clock stands at or after `fromMinute` and before `toMinute` (0 to 1,440).
 * A skipped hour gives nothing, a repeated hour counts twice: the way a scheduler that compares the wall clock behaves.
 */
export const wallClockSpans = (
  timeZone: string,
  dayNumber: number,
  fromMinute: number,
  toMinute: number,
): [InstantMs, InstantMs][] => {
  const spans: [InstantMs, InstantMs][] = [];
  for (const segment of zoneDay(timeZone, dayNumber).segments) {
    const midnight = dayNumber * DAY_MS - segment.offsetMs;
    const from = Math.max(midnight + fromMinute * MINUTE_MS, segment.startsAt);
    const to = Math.min(midnight + toMinute * MINUTE_MS, segment.endsAt);
    if (from < to) spans.push([from, to]);
  }
  return spans;
};
