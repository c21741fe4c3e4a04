import { type CampaignSchedule, type InstantMs, MINUTE_MS } from '#model';
import { type ReadableEntry, type ReadableSchedule, readSchedule } from './read-schedule.ts';
import { dayNumberAt, wallClockSpans, weekdayOf } from './zone-days.ts';

/** A stretch of time in which a campaign may send; `closesAt` itself is outside. */
export interface SendingWindow {
  readonly opensAt: InstantMs;
  readonly closesAt: InstantMs;
}

const MINUTES_A_DAY = 1_440;

const spansOfEntry = (
  entry: ReadableEntry,
  fromMs: InstantMs,
  toMs: InstantMs,
  spans: [InstantMs, InstantMs][],
): void => {
  const { timeZone, fromMinute, toMinute, days } = entry;
  const isOvernight = toMinute <= fromMinute;
  const last = dayNumberAt(timeZone, toMs);
  // The window of the day before may reach over midnight into the span asked for.
  for (let day = dayNumberAt(timeZone, fromMs) - 1; day <= last; day += 1) {
    if (days[weekdayOf(day)] !== true) continue;
    if (isOvernight) {
      spans.push(...wallClockSpans(timeZone, day, fromMinute, MINUTES_A_DAY));
      spans.push(...wallClockSpans(timeZone, day + 1, 0, toMinute));
    } else {
      spans.push(...wallClockSpans(timeZone, day, fromMinute, toMinute));
    }
  }
};

/** The union of windows, in order and apart; windows that touch become one, empty ones vanish. */
export const mergeWindows = (windows: readonly SendingWindow[]): SendingWindow[] => {
  const merged: { opensAt: InstantMs; closesAt: InstantMs }[] = [];
  for (const { opensAt, closesAt } of windows.toSorted((a, b) => a.opensAt - b.opensAt)) {
    const before = merged.at(-1);
    if (opensAt >= closesAt) continue;
    if (before !== undefined && opensAt <= before.closesAt) {
      before.closesAt = Math.max(before.closesAt, closesAt);
    } else merged.push({ opensAt, closesAt });
  }
  return merged;
};

/** Windows of a schedule that was already read, cut to [fromMs, toMs), merged and in order. */
export const readableWindows = (
  schedule: ReadableSchedule,
  fromMs: InstantMs,
  toMs: InstantMs,
): SendingWindow[] => {
  const earliest = Math.max(fromMs, schedule.startsAt);
  const latest = Math.min(toMs, schedule.endsAt);
  if (!(earliest < latest)) return [];
  const spans: [InstantMs, InstantMs][] = [];
  for (const entry of schedule.entries) spansOfEntry(entry, earliest, latest, spans);
  const cut = spans.map(([from, to]) => ({
    opensAt: Math.max(from, earliest),
    closesAt: Math.min(to, latest),
  }));
  return mergeWindows(cut);
};

/**
 * Windows of all entries together, cut to [fromMs, toMs), merged and in order; null when the schedule cannot be read.
 * `to` at or before `from` is overnight and belongs to the day it opens on; equal times are 24 hours. The campaign's
 * dates cut by instant at midnight of its own zone, also through an overnight window.
 */
export const windowsBetween = (
  schedule: CampaignSchedule | undefined,
  fromMs: InstantMs,
  toMs: InstantMs,
): readonly SendingWindow[] | null => {
  const reading = readSchedule(schedule);
  return reading.kind === 'readable' ? readableWindows(reading, fromMs, toMs) : null;
};

/** Length of windows together, in milliseconds. */
export const lengthOf = (windows: readonly SendingWindow[]): number =>
  windows.reduce((sum, { opensAt, closesAt }) => sum + closesAt - opensAt, 0);

/** In-schedule minutes from one instant to a later one, 0 if not later; null when the schedule cannot be read. */
export const scheduleMinutesBetween = (
  schedule: CampaignSchedule | undefined,
  fromMs: InstantMs,
  toMs: InstantMs,
): number | null => {
  const windows = windowsBetween(schedule, fromMs, toMs);
  return windows === null ? null : lengthOf(windows) / MINUTE_MS;
};
