import { type CampaignSchedule, DAY_MS, type InstantMs } from '#model';
import { type ReadableSchedule, readSchedule, type ScheduleProblem } from './read-schedule.ts';
import { readableWindows } from './windows.ts';

/** How a schedule stands at an instant. `never`: no window lies ahead, at all. */
export type ScheduleState =
  | { readonly kind: 'unknown'; readonly why: ScheduleProblem }
  | { readonly kind: 'never'; readonly why: 'no_days' | 'ended' | 'dates_leave_nothing' }
  | {
      readonly kind: 'inside';
      /** null: open for longer than a week without a break. */
      readonly openedAt: InstantMs | null;
      /** null: stays open for longer than two weeks without a break. */
      readonly closesAt: InstantMs | null;
      /** The opening after `closesAt`; null when none lies ahead or it does not close. */
      readonly reopensAt: InstantMs | null;
    }
  | {
      readonly kind: 'outside';
      readonly opensAt: InstantMs;
      readonly closedAt: InstantMs | null;
      /** Whether the campaign's start date still lies ahead. */
      readonly isBeforeStart: boolean;
    };

// Days repeat weekly; the second week covers an opening that a skipped hour swallows.
const AHEAD_MS = 16 * DAY_MS;
const BACK_MS = 8 * DAY_MS;

const firstOpening = (schedule: ReadableSchedule, from: InstantMs): InstantMs | null => {
  const start = Math.max(from, schedule.startsAt);
  return readableWindows(schedule, start, start + AHEAD_MS)[0]?.opensAt ?? null;
};

/** Where an instant stands in the schedule: inside a window, before the next one, or past all. Never throws. */
export const scheduleAt = (
  schedule: CampaignSchedule | undefined,
  now: InstantMs,
): ScheduleState => {
  const reading = readSchedule(schedule);
  if (reading.kind === 'unreadable') return { kind: 'unknown', why: reading.why };
  if (reading.entries.length === 0) return { kind: 'never', why: 'no_days' };
  const windows = readableWindows(reading, now - BACK_MS, now + AHEAD_MS);
  const at = windows.findIndex(({ opensAt, closesAt }) => opensAt <= now && now < closesAt);
  const current = windows[at];
  if (current !== undefined) {
    const { opensAt, closesAt } = current;
    const isEndSeen = closesAt < now + AHEAD_MS;
    return {
      kind: 'inside',
      openedAt: opensAt > now - BACK_MS ? opensAt : null,
      closesAt: isEndSeen ? closesAt : null,
      reopensAt: isEndSeen ? firstOpening(reading, closesAt) : null,
    };
  }
  const opensAt = firstOpening(reading, now);
  if (opensAt === null) {
    return { kind: 'never', why: now >= reading.endsAt ? 'ended' : 'dates_leave_nothing' };
  }
  const closed = windows.findLast(({ closesAt }) => closesAt <= now);
  return {
    kind: 'outside',
    opensAt,
    closedAt: closed?.closesAt ?? null,
    isBeforeStart: now < reading.startsAt,
  };
};

/** The first in-schedule instant at or after `at`: itself when inside a window. Null: none ahead, or unreadable. */
export const firstWindowInstant = (
  schedule: CampaignSchedule | undefined,
  at: InstantMs,
): InstantMs | null => {
  const reading = readSchedule(schedule);
  return reading.kind === 'readable' ? firstOpening(reading, at) : null;
};

/** The next time a window opens strictly after `now`; null when none lies ahead or the schedule cannot be read. */
export const nextOpening = (
  schedule: CampaignSchedule | undefined,
  now: InstantMs,
): InstantMs | null => {
  const state = scheduleAt(schedule, now);
  if (state.kind === 'inside') return state.reopensAt;
  return state.kind === 'outside' ? state.opensAt : null;
};
