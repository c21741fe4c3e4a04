import type { CampaignSchedule, InstantMs } from '#model';
import { type ReadableSchedule, readSchedule } from './read-schedule.ts';
import { todayAt } from './today.ts';
import { dateOfDay, dayNumberAt, weekdayOf } from './zone-days.ts';

/** What a lead runway is computed from. */
export interface RunwayInput {
  readonly now: InstantMs;
  readonly schedule: CampaignSchedule | undefined;
  /** Leads that no mail has gone to yet. */
  readonly uncontactedLeads: number | undefined;
  /** New leads that will still be contacted today. */
  readonly newLeadsLeftToday: number;
  /** New leads on each later sending day. */
  readonly newLeadsPerSendingDay: number | undefined;
}

/** How long the leads of a campaign last. Follow-up backlog only makes it later: print the date as "earliest". */
export type Runway =
  | {
      readonly kind: 'dry';
      /** `YYYY-MM-DD` in the campaign's zone: the day on which the last new lead is contacted. */
      readonly date: string;
      /** Sending days that new leads last, today included where some are still contacted today; 0 is dry already. */
      readonly sendingDays: number;
    }
  /** The campaign's end date comes first and leaves leads uncontacted. */
  | { readonly kind: 'ends_first'; readonly leadsLeft: number }
  /** Not within a year. */
  | { readonly kind: 'beyond_a_year' };

const HORIZON_DAYS = 366;

/** Weekdays on which some entry opens. A window's spill over midnight is its opening day's. */
const sendingWeekdays = ({ entries }: ReadableSchedule): boolean[] =>
  Array.from({ length: 7 }, (_, weekday) => entries.some(({ days }) => days[weekday] === true));

/** The day on which a campaign runs out of new leads (DIAGNOSIS.md 4); null when an input is unknown or nothing is sent. */
export const leadRunway = (input: RunwayInput): Runway | null => {
  const { now, schedule, uncontactedLeads, newLeadsPerSendingDay: perDay } = input;
  const reading = readSchedule(schedule);
  const today = todayAt(schedule, now);
  if (reading.kind === 'unreadable' || today === null || uncontactedLeads === undefined)
    return null;
  if (uncontactedLeads <= 0) return { kind: 'dry', date: today.date, sendingDays: 0 };
  const fromToday = today.minutesLeft > 0 ? Math.max(0, input.newLeadsLeftToday) : 0;
  if (fromToday >= uncontactedLeads) return { kind: 'dry', date: today.date, sendingDays: 1 };
  if (perDay === undefined || perDay <= 0) return null;
  const weekdays = sendingWeekdays(reading);
  if (!weekdays.includes(true)) return null;
  const dayNow = dayNumberAt(reading.timeZone, now);
  let left = uncontactedLeads - fromToday;
  let sendingDays = fromToday > 0 ? 1 : 0;
  const first = Math.max(dayNow + 1, reading.firstDay);
  for (let day = first; day <= dayNow + HORIZON_DAYS; day += 1) {
    if (day > reading.lastDay) return { kind: 'ends_first', leadsLeft: Math.ceil(left) };
    if (weekdays[weekdayOf(day)] !== true) continue;
    left -= perDay;
    sendingDays += 1;
    if (left <= 0) return { kind: 'dry', date: dateOfDay(day), sendingDays };
  }
  return { kind: 'beyond_a_year' };
};
