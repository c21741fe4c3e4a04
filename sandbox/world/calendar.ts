import { DAY_MS, type WorldMs } from './time.ts';

/** One entry of a schedule. `to` at or before `from` means on the next day. */
export interface ScheduleEntry {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Weekdays on which the window opens; 0 is Sunday. */
  readonly days: readonly number[];
  readonly timezone: string;
}

/** When a campaign may send; dates are local and both included. */
export interface Schedule {
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly entries: readonly ScheduleEntry[];
}

/** A stretch of time in which sending is allowed: `fromMs` included, `toMs` not. */
export interface SendingWindow {
  readonly fromMs: WorldMs;
  readonly toMs: WorldMs;
}

/** Answers when a schedule is open. Remembers what it worked out, as it is asked for every mail. */
export interface Calendar {
  windowAt(ms: WorldMs): SendingWindow | null;
  /** The next opening after an instant; null when there is none any more. */
  nextOpening(ms: WorldMs): WorldMs | null;
}

// A week holds every weekday; the rest is for zones ahead or behind.
const SEARCH_DAYS = 10;

/** Two days before the start date, so that no zone misses it. */
const earliestMs = ({ startDate }: Schedule): WorldMs =>
  startDate === null ? 0 : Date.parse(startDate) - 2 * DAY_MS;

function windowOn(
  entry: ScheduleEntry,
  schedule: Schedule,
  day: Temporal.PlainDate,
): SendingWindow | null {
  const date = day.toString();
  if (schedule.startDate !== null && date < schedule.startDate) return null;
  if (schedule.endDate !== null && date > schedule.endDate) return null;
  if (!entry.days.includes(day.dayOfWeek % 7)) return null;
  const at = (on: Temporal.PlainDate, time: string): WorldMs =>
    on.toZonedDateTime({ timeZone: entry.timezone, plainTime: time }).epochMilliseconds;
  const closesOn = entry.to <= entry.from ? day.add({ days: 1 }) : day;
  return { fromMs: at(day, entry.from), toMs: at(closesOn, entry.to) };
}

/** A calendar for one schedule, with daylight saving as the zone has it. */
export function createCalendar(schedule: Schedule): Calendar {
  const byUtcDay = new Map<number, readonly SendingWindow[]>();

  const windowsNear = (utcDay: number): readonly SendingWindow[] => {
    const known = byUtcDay.get(utcDay);
    if (known !== undefined) return known;
    const windows = schedule.entries
      .flatMap((entry) => {
        const middle = Temporal.Instant.fromEpochMilliseconds(utcDay * DAY_MS + DAY_MS / 2)
          .toZonedDateTimeISO(entry.timezone)
          .toPlainDate();
        return [-2, -1, 0, 1, 2].map((days) => windowOn(entry, schedule, middle.add({ days })));
      })
      .filter((window) => window !== null)
      .filter(({ fromMs, toMs }) => toMs > fromMs)
      .sort((a, b) => a.fromMs - b.fromMs);
    byUtcDay.set(utcDay, windows);
    return windows;
  };

  return {
    windowAt: (ms) =>
      windowsNear(Math.floor(ms / DAY_MS)).find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs) ??
      null,
    nextOpening: (ms) => {
      const first = Math.floor(Math.max(ms, earliestMs(schedule)) / DAY_MS);
      for (let day = first; day < first + SEARCH_DAYS; day++) {
        const next = windowsNear(day).find(({ fromMs }) => fromMs > ms);
        if (next !== undefined) return next.fromMs;
      }
      return null;
    },
  };
}
