/** An absolute instant of the world's clock, in milliseconds since 1970. */
export type WorldMs = number;

/** The instant the demo's plans are made for: a Thursday, 10:10 on the American east coast, 15:10 in London. */
export const DEFAULT_START_MS: WorldMs = Date.UTC(2026, 10, 19, 15, 10);

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The instant as Instantly writes it. */
export const isoOf = (ms: WorldMs): string => new Date(ms).toISOString();

/** `YYYY-MM-DD` in UTC, the day by which inbox limits count. */
export const utcDateOf = (ms: WorldMs): string => isoOf(ms).slice(0, 10);

/** The first 00:00 UTC after an instant. */
export const nextUtcMidnight = (ms: WorldMs): WorldMs => (Math.floor(ms / DAY_MS) + 1) * DAY_MS;

/** The first local midnight (or first instant of a day without one) after an instant. */
export function nextLocalMidnight(ms: WorldMs, timeZone: string): WorldMs {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timeZone)
    .add({ days: 1 })
    .startOfDay().epochMilliseconds;
}
