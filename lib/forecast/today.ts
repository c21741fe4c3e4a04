import { type CampaignSchedule, type InstantMs, MINUTE_MS } from '#model';
import { readSchedule } from './read-schedule.ts';
import { lengthOf, readableWindows, type SendingWindow } from './windows.ts';
import { dayNumberAt, zoneDay } from './zone-days.ts';

/**
 * The campaign's today: the calendar day of its own zone, because its limits reset at that midnight. An overnight
 * window is cut there: the part after midnight is tomorrow's, with tomorrow's limit.
 */
export interface Today {
  /** `YYYY-MM-DD` in the campaign's zone. */
  readonly date: string;
  readonly startsAt: InstantMs;
  readonly endsAt: InstantMs;
  /** Windows of the whole day. */
  readonly windows: readonly SendingWindow[];
  /** What is left of them, from `now` on. */
  readonly windowsLeft: readonly SendingWindow[];
  readonly minutes: number;
  readonly minutesPassed: number;
  readonly minutesLeft: number;
}

/** The campaign's today around `now`; null when the schedule cannot be read. */
export const todayAt = (schedule: CampaignSchedule | undefined, now: InstantMs): Today | null => {
  const reading = readSchedule(schedule);
  if (reading.kind === 'unreadable') return null;
  const dayNumber = dayNumberAt(reading.timeZone, now);
  const { date, startsAt, endsAt } = zoneDay(reading.timeZone, dayNumber);
  const windows = readableWindows(reading, startsAt, endsAt);
  const windowsLeft = windows
    .filter(({ closesAt }) => closesAt > now)
    .map(({ opensAt, closesAt }) => ({ opensAt: Math.max(opensAt, now), closesAt }));
  const minutes = lengthOf(windows) / MINUTE_MS;
  const minutesLeft = lengthOf(windowsLeft) / MINUTE_MS;
  return {
    date,
    startsAt,
    endsAt,
    windows,
    windowsLeft,
    minutes,
    minutesPassed: minutes - minutesLeft,
    minutesLeft,
  };
};
