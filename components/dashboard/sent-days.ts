import { DAY_MS, type InstantMs, utcDate } from '#model';
import type { SentDay } from '#store/read';

/** Days as uPlot takes them: seconds since 1970, mails sent, and the limit as a level line. */
export type ChartData = [number[], (number | null)[], (number | null)[]];

/** Makes the two lines of the chart; a limit that is not known has none. */
export const chartDataOf = (days: readonly SentDay[], limitPerDay: number | null): ChartData => [
  days.map(({ date }) => Date.parse(date) / 1_000),
  days.map(({ sent }) => sent),
  days.map(() => limitPerDay),
];

/** The days of several workspaces as one; a day that only some of them know is the sum of those. */
export const sumDays = (all: readonly (readonly SentDay[])[]): readonly SentDay[] => {
  const sums = new Map<string, number | null>();
  for (const { date, sent } of all.flat()) {
    const before = sums.get(date) ?? null;
    sums.set(date, sent === null ? before : (before ?? 0) + sent);
  }
  return [...sums].map(([date, sent]) => ({ date, sent }));
};

/** One day alone draws no line. */
const LEAST_DAYS = 2;

/**
 * The days of a range up to today (UTC), oldest first, from the first that is known. A day between them that Instantly
 * did not speak of is null: a gap in the line, not a zero.
 */
export const daysIn = (
  known: readonly SentDay[],
  range: number,
  now: InstantMs,
): readonly SentDay[] => {
  const sentOn = new Map(known.map(({ date, sent }) => [date, sent]));
  const count = Math.max(range, LEAST_DAYS);
  const dates = Array.from({ length: count }, (_, n) => utcDate(now - (count - 1 - n) * DAY_MS));
  const first = dates.findIndex((date) => sentOn.has(date));
  return first < 0
    ? []
    : dates.slice(first).map((date) => ({ date, sent: sentOn.get(date) ?? null }));
};
