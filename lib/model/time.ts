/** An absolute instant: milliseconds since 1970-01-01T00:00Z. Plain numbers survive every store and message unchanged. */
export type InstantMs = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
