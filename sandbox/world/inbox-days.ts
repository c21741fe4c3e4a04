import { DAY_MS, isoOf, type WorldMs } from './time.ts';

/** Numbers the days by which inboxes count, as days since 1970. */
export type InboxDays = (ms: WorldMs) => number;

/**
 * Days from 00:00 UTC to 00:00 UTC, except before `startMs` in a plan that was moved by `movedMs`: there a day begins
 * when it did for the plan as it was made, so that every inbox has sent by the start what it was meant to have sent.
 * The day of the start is its UTC date in both.
 */
export function createInboxDays(startMs: WorldMs, movedMs: number): InboxDays {
  const utcDay = (ms: WorldMs): number => Math.floor(ms / DAY_MS);
  const ahead = utcDay(startMs) - utcDay(startMs - movedMs);
  return (ms) => (ms >= startMs ? utcDay(ms) : utcDay(ms - movedMs) + ahead);
}

/** `YYYY-MM-DD` of a numbered day. */
export const dateOfDay = (day: number): string => isoOf(day * DAY_MS).slice(0, 10);
