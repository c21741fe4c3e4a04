/** An absolute instant: milliseconds since 1970-01-01T00:00Z. Plain numbers survive every store and message unchanged. */
export type InstantMs = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/**
 * The UTC day of an instant, `YYYY-MM-DD`: Instantly counts mails and limits by it (INSTANTLY.md 2.6).
 * Throws RangeError beyond the calendar.
 */
export const utcDate = (at: InstantMs): string => new Date(at).toISOString().slice(0, 10);
