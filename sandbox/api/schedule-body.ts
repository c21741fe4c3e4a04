import type { Schedule, ScheduleEntry } from '../world/index.ts';
import { ApiError } from './request.ts';

const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const wrong = (what: string): ApiError => new ApiError(400, `body/campaign_schedule${what}`);

const record = (value: unknown, what: string): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) throw wrong(`${what} must be object`);
  return value as Record<string, unknown>;
};

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function readTime(value: unknown): string {
  if (typeof value !== 'string' || !TIME.test(value)) throw wrong('/timing must match pattern');
  return value;
}

function readDate(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || !DATE.test(value)) throw wrong(' must match format "date"');
  return value;
}

function readEntry(value: unknown): ScheduleEntry {
  const { name, timing, days, timezone } = record(value, '/schedules/0');
  const { from, to } = record(timing, '/schedules/0/timing');
  if (typeof timezone !== 'string' || !isZone(timezone)) {
    throw wrong('/schedules/0/timezone must be equal to one of the allowed values');
  }
  const flags = record(days, '/schedules/0/days');
  return {
    name: String(name),
    from: readTime(from),
    to: readTime(to),
    timezone,
    days: Object.keys(flags)
      .filter((day) => flags[day] === true)
      .map(Number),
  };
}

/** Reads a schedule as a PATCH sends it. Throws 400 when it is not one. */
export function readSchedule(value: unknown): Schedule {
  const { start_date, end_date, schedules } = record(value, '');
  if (!Array.isArray(schedules) || schedules.length === 0) {
    throw wrong(" must have required property 'schedules'");
  }
  return {
    startDate: readDate(start_date),
    endDate: readDate(end_date),
    entries: schedules.map(readEntry),
  };
}
