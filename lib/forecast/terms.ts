import { type InstantMs, MINUTE_MS } from '#model';
import type { AssumableInput, CapacityInput } from './capacity-input.ts';
import { nextInboxReset } from './resets.ts';
import { type Assume, type Room, roomsOf } from './rooms.ts';
import { scheduleAt } from './schedule-at.ts';
import { todayAt } from './today.ts';
import { lengthOf, type SendingWindow } from './windows.ts';

/** Window time, split at 00:00 UTC: inboxes have what is left of their limits before it and fresh ones after it. */
export interface WindowTime {
  readonly beforeResetMs: number;
  readonly afterResetMs: number;
}

/** The quantities of DIAGNOSIS.md 4, every unknown taken as not binding. */
export interface Terms {
  readonly sent: number;
  /** D − S, at least 0. */
  readonly limitLeft: number;
  /** N − n, at least 0. */
  readonly newLeadsLeft: number;
  readonly leads: number;
  readonly followUps: number;
  readonly shortestGapMs: number;
  readonly longestGapMs: number;
  readonly isOneByOne: boolean;
  /** null: nothing is known of the inboxes. */
  readonly rooms: readonly Room[] | null;
  readonly left: WindowTime;
  /** What `left` would be with the window open until the end of the campaign's day. */
  readonly untilMidnight: WindowTime;
  /** Windows left today: of an unreadable schedule the next 24 hours. */
  readonly windowsLeft: readonly SendingWindow[];
  readonly isWindowKnown: boolean;
  readonly assumed: readonly AssumableInput[];
}

const UNREADABLE_DAY_MS = 1_440 * MINUTE_MS;

/** Parts window time at the first 00:00 UTC after `now`. */
export const splitAtReset = (windows: readonly SendingWindow[], now: InstantMs): WindowTime => {
  const reset = nextInboxReset(now);
  const before = windows
    .filter(({ opensAt }) => opensAt < reset)
    .map(({ opensAt, closesAt }) => ({ opensAt, closesAt: Math.min(closesAt, reset) }));
  const beforeResetMs = lengthOf(before);
  return { beforeResetMs, afterResetMs: lengthOf(windows) - beforeResetMs };
};

/** Windows left today and their time, with Instantly's own word on `now` put over ours where they differ. */
const windowTerms = (
  input: CapacityInput,
  assume: Assume,
): Pick<Terms, 'left' | 'untilMidnight' | 'windowsLeft' | 'isWindowKnown'> => {
  const { now, schedule, isInScheduleAtInstantly: theirs } = input;
  const today = todayAt(schedule, now);
  const rest = { opensAt: now, closesAt: today?.endsAt ?? now + UNREADABLE_DAY_MS };
  const untilMidnight = splitAtReset([rest], now);
  if (today === null) {
    assume('window');
    return { left: untilMidnight, untilMidnight, windowsLeft: [rest], isWindowKnown: false };
  }
  const ours = scheduleAt(schedule, now).kind === 'inside';
  if (theirs === undefined || theirs === ours) {
    return {
      left: splitAtReset(today.windowsLeft, now),
      untilMidnight,
      windowsLeft: today.windowsLeft,
      isWindowKnown: true,
    };
  }
  assume('window');
  // They send where we see no window: nobody knows for how long. They rest where we see one: only later ones count.
  const windowsLeft = theirs ? [rest] : today.windowsLeft.filter(({ opensAt }) => opensAt > now);
  return { left: splitAtReset(windowsLeft, now), untilMidnight, windowsLeft, isWindowKnown: true };
};

const known = <Value>(
  value: Value | undefined,
  name: AssumableInput,
  assume: Assume,
): Value | undefined => {
  if (value === undefined) assume(name);
  return value;
};

const leadTerms = (
  input: CapacityInput,
  assume: Assume,
): Pick<Terms, 'newLeadsLeft' | 'leads' | 'followUps'> => {
  const cap = known(input.newLeadsPerDay, 'newLeadsPerDay', assume) ?? Infinity;
  const contacted =
    cap <= 0 || cap === Infinity ? 0 : known(input.newLeadsToday, 'newLeadsToday', assume);
  return {
    newLeadsLeft: Math.max(0, Math.floor(cap) - (contacted ?? 0)),
    leads: known(input.uncontactedLeads, 'uncontactedLeads', assume) ?? Infinity,
    followUps: known(input.followUpsDue, 'followUpsDue', assume) ?? Infinity,
  };
};

/** Brings an input into arithmetic form once, so that every "what if" after it is cheap. */
export const termsOf = (input: CapacityInput): Terms => {
  const names = new Set<AssumableInput>();
  const assume: Assume = (name) => names.add(name);
  const window = windowTerms(input, assume);
  const sent = known(input.sentToday, 'sentToday', assume) ?? 0;
  const limit = known(input.limitPerDay, 'limitPerDay', assume);
  const cap = limit === undefined || limit === null || limit === 0 ? Infinity : Math.floor(limit);
  const gap = known(input.gapMinutes ?? undefined, 'gapMinutes', assume) ?? 0;
  const random = known(input.randomGapMinutes ?? undefined, 'randomGapMinutes', assume) ?? 0;
  return {
    ...window,
    ...leadTerms(input, assume),
    sent,
    limitLeft: Math.max(0, cap - sent),
    shortestGapMs: Math.max(0, gap) * MINUTE_MS,
    longestGapMs: (Math.max(0, gap) + Math.max(0, random)) * MINUTE_MS,
    isOneByOne: known(input.isOneByOne, 'isOneByOne', assume) ?? false,
    rooms: roomsOf(input.inboxes, assume),
    assumed: [...names].sort(),
  };
};
