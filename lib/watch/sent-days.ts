import { DAY_MS, type InstantMs, MINUTE_MS, utcDate } from '#model';
import type { SentDay, SentDaysRecord } from '#store/read';

/** How far back days are kept: the longest range that is shown. */
const MOST_DAYS = 90;
/** Today's count moves all day; asking for it more often would show nothing that matters. */
const FRESH_MS = 10 * MINUTE_MS;

/** A span of days, `YYYY-MM-DD`, both included. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/**
 * The days that have to be asked for; null when what is known is fresh. A day that was over when it was read does not
 * change: since nobody says whose midnight counts, it is over once it is over everywhere, a day after its UTC end.
 */
export const daysToAsk = (
  known: Pick<SentDaysRecord, 'readAt'> | undefined,
  now: InstantMs,
): DaySpan | null => {
  const first = now - (MOST_DAYS - 1) * DAY_MS;
  // With a clock that was set back, what was read "later" is asked for anew.
  const isOfNow = known !== undefined && known.readAt <= now;
  if (isOfNow && now - known.readAt < FRESH_MS) return null;
  const open = isOfNow ? known.readAt - 2 * DAY_MS : first;
  // An end is read as its own midnight (INSTANTLY.md 2.6): only tomorrow's takes in today.
  return { from: utcDate(Math.max(first, open)), to: utcDate(now + DAY_MS) };
};

/** What is known after an answer about a span: the days of the span as answered, those before as they were. */
export const daysAfter = (
  known: readonly SentDay[],
  answered: readonly SentDay[],
  { from }: DaySpan,
  now: InstantMs,
): readonly SentDay[] => {
  const first = utcDate(now - (MOST_DAYS - 1) * DAY_MS);
  return [...known.filter(({ date }) => date < from && date >= first), ...answered].toSorted(
    (a, b) => (a.date < b.date ? -1 : 1),
  );
};
