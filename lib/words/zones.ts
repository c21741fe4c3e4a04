import type { InstantMs } from '#model';

/** Whether a zone is known here. */
export const isZone = (timeZone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch (error) {
    // The one way to learn that a zone name is unknown here (ECMA-402: RangeError).
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const days = new Map<string, Intl.DateTimeFormat>();
/** The day of an instant in a zone that is known, as one text. */
export const dayIn = (instant: InstantMs, timeZone: string): string => {
  let format = days.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    days.set(timeZone, format);
  }
  return format.format(instant);
};
