import { dayNumberAt, isKnownZone, wallClockSpans } from '#forecast';
import type { AlertRules, InstantMs, QuietHours } from '#model';
import { DAY_MS } from '#model';

const DAY_MINUTES = 1_440;

const isWithin = (
  timeZone: string,
  now: InstantMs,
  fromMinute: number,
  toMinute: number,
): boolean =>
  wallClockSpans(timeZone, dayNumberAt(timeZone, now), fromMinute, toMinute).some(
    ([from, to]) => from <= now && now < to,
  );

/** Whether it is quiet now, by the wall clock of the zone. A zone that this browser does not know has no quiet hours. */
export const isQuiet = (quiet: QuietHours | null, now: InstantMs): boolean => {
  if (quiet === null || !isKnownZone(quiet.timeZone)) return false;
  const { fromMinute, toMinute, timeZone } = quiet;
  if (fromMinute < toMinute) return isWithin(timeZone, now, fromMinute, toMinute);
  return isWithin(timeZone, now, fromMinute, DAY_MINUTES) || isWithin(timeZone, now, 0, toMinute);
};

/** The last instant, up to now, at which the morning digest was to be given; null without one. */
export const lastDigestTime = ({ digest }: AlertRules, now: InstantMs): InstantMs | null => {
  if (digest === null || !isKnownZone(digest.timeZone)) return null;
  const { timeZone, atMinute } = digest;
  for (const at of [now, now - DAY_MS]) {
    // Where a clock change leaves the minute out, the day has its digest at the next one that there is.
    const spans = wallClockSpans(timeZone, dayNumberAt(timeZone, at), atMinute, DAY_MINUTES);
    const first = spans[0]?.[0];
    if (first !== undefined && first <= now) return first;
  }
  return null;
};
