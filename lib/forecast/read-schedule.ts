import type { CampaignSchedule, InstantMs, ScheduleEntry } from '#model';
import { dayOfDate, isKnownZone, zoneDay } from './zone-days.ts';

/** What keeps a schedule from being read: nothing there, a time of day, a zone or a date that cannot be understood. */
export type ScheduleProblem = 'no_schedule' | 'times' | 'zone' | 'dates';

/** An entry with at least one enabled day whose parts are all understood. */
export interface ReadableEntry {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly days: readonly boolean[];
  readonly timeZone: string;
}

/** A schedule ready for arithmetic. */
export interface ReadableSchedule {
  readonly kind: 'readable';
  /** The first entry's zone: campaign limits reset at its midnight. */
  readonly timeZone: string;
  readonly entries: readonly ReadableEntry[];
  /** First and last day number of the campaign in `timeZone`, both included; ±Infinity is open. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** The same as instants: nothing is sent before `startsAt`, nothing at or after `endsAt`. */
  readonly startsAt: InstantMs;
  readonly endsAt: InstantMs;
}

export type ScheduleReading =
  | ReadableSchedule
  | { readonly kind: 'unreadable'; readonly why: ScheduleProblem };

const unreadable = (why: ScheduleProblem): ScheduleReading => ({ kind: 'unreadable', why });

const isMinute = (minute: number | undefined, most: number): minute is number =>
  minute !== undefined && Number.isInteger(minute) && minute >= 0 && minute <= most;

const readEntry = (entry: ScheduleEntry): ReadableEntry | ScheduleProblem => {
  const { fromMinute, toMinute, timeZone, days } = entry;
  if (!isMinute(fromMinute, 1_439) || !isMinute(toMinute, 1_440)) return 'times';
  if (timeZone === undefined || !isKnownZone(timeZone)) return 'zone';
  return { fromMinute, toMinute, days, timeZone };
};

/** Reads a schedule; an entry without an enabled day opens nothing, so its times may be anything. Never throws. */
export const readSchedule = (schedule: CampaignSchedule | undefined): ScheduleReading => {
  const first = schedule?.entries[0];
  if (schedule === undefined || first === undefined) return unreadable('no_schedule');
  const { timeZone } = first;
  if (timeZone === undefined || !isKnownZone(timeZone)) return unreadable('zone');
  const entries: ReadableEntry[] = [];
  for (const entry of schedule.entries) {
    if (!entry.days.includes(true)) continue;
    const read = readEntry(entry);
    if (typeof read === 'string') return unreadable(read);
    entries.push(read);
  }
  const firstDay = schedule.startDate === null ? -Infinity : dayOfDate(schedule.startDate);
  const lastDay = schedule.endDate === null ? Infinity : dayOfDate(schedule.endDate);
  if (firstDay === undefined || lastDay === undefined) return unreadable('dates');
  return {
    kind: 'readable',
    timeZone,
    entries,
    firstDay,
    lastDay,
    startsAt: Number.isFinite(firstDay) ? zoneDay(timeZone, firstDay).startsAt : -Infinity,
    endsAt: Number.isFinite(lastDay) ? zoneDay(timeZone, lastDay).endsAt : Infinity,
  };
};
