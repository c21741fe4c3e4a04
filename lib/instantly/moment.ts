import type { InstantMs } from '#model';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const DATE = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/s;
const TIME = /^(\d{1,2}):(\d{2})(?::\d{2})?$/;

const isPlausible = (year: number): boolean => year >= 2000 && year <= 2100;

/** An ISO instant with a zone, from 2000 to 2100. Undefined for anything else. */
export const parseInstant = (text: string): InstantMs | undefined => {
  if (!INSTANT.test(text)) return undefined;
  try {
    // Unlike Date, this refuses the 30th of February.
    const instant = Temporal.Instant.from(text);
    const { year } = instant.toZonedDateTimeISO('UTC');
    return isPlausible(year) ? instant.epochMilliseconds : undefined;
  } catch {
    return undefined;
  }
};

/** A calendar date `YYYY-MM-DD` from 2000 to 2100; a time of day behind it is cut off. Undefined for anything else. */
export const parseDate = (text: string): string | undefined => {
  const date = DATE.exec(text)?.[1];
  if (date === undefined) return undefined;
  try {
    return isPlausible(Temporal.PlainDate.from(date).year) ? date : undefined;
  } catch {
    return undefined;
  }
};

/** Minutes after midnight of a wall-clock time `HH:MM`, 0 to 1,440 (`24:00`). Undefined for anything else. */
export const parseMinuteOfDay = (text: string): number | undefined => {
  const [, hours, minutes] = TIME.exec(text) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return undefined;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 1_440 ? minute : undefined;
};
