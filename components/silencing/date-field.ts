import type { InstantMs } from '#model';

/** An instant as a field of date and time holds it, in a zone: "2026-03-05T09:00". */
export const dateField = (at: InstantMs, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** The instant that such a field holds; null where it is empty or half filled in. An hour that is skipped is the next. */
export const instantOf = (field: string, timeZone: string): InstantMs | null => {
  try {
    return Temporal.PlainDateTime.from(field).toZonedDateTime(timeZone).epochMilliseconds;
  } catch (error) {
    // The one way to learn that a text is no date (Temporal: RangeError).
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 };
const MONDAY = 1;
const WEEK_DAYS = 7;

/** Nine in the morning of the next Monday, or of tomorrow: what is most likely meant by a date. */
export const likelyDate = (
  meant: 'tomorrow' | 'monday',
  now: InstantMs,
  timeZone: string,
): InstantMs => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const days =
    meant === 'tomorrow' ? 1 : (MONDAY - today.dayOfWeek + WEEK_DAYS) % WEEK_DAYS || WEEK_DAYS;
  return today.add({ days }).with(MORNING).epochMilliseconds;
};
