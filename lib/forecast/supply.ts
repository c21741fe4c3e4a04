import type { Constraint } from '#model';
import type { Room } from './rooms.ts';
import type { Terms, WindowTime } from './terms.ts';

/** Constraints that a "what if" takes away. */
export type Lifted = ReadonlySet<Constraint>;

export const NOTHING_LIFTED: Lifted = new Set();

/** How many mails one sender fits into a time with a gap between them; no gap is no bound. */
export const slots = (timeMs: number, gapMs: number): number => {
  if (timeMs <= 0) return 0;
  return gapMs <= 0 ? Infinity : Math.floor(timeMs / gapMs);
};

// The phase of the gap at the reset is unknown, so the time after it may hold one mail more than its floor.
const slotsAfterReset = (timeMs: number, gapMs: number): number => {
  if (timeMs <= 0) return 0;
  return gapMs <= 0 ? Infinity : Math.ceil(timeMs / gapMs);
};

/** What one inbox may send before 00:00 UTC and after it, by its limits alone. */
export interface Allowance {
  readonly before: number;
  readonly after: number;
}

/** The allowance of an inbox, 0 while it is down. */
export const allowanceOf = (room: Room): Allowance =>
  room.isUp
    ? {
        before: Math.min(room.limitLeft, room.rampLeft),
        after: Math.min(room.limitFresh, room.rampFresh),
      }
    : { before: 0, after: 0 };

/** Limits and pace of one inbox together in each part of the window: min(a, k). */
export const pacedAllowance = (
  allowance: Allowance,
  time: WindowTime,
  gapMs: number,
): Allowance => ({
  before: Math.min(allowance.before, slots(time.beforeResetMs, gapMs)),
  after: Math.min(allowance.after, slotsAfterReset(time.afterResetMs, gapMs)),
});

interface Sums {
  readonly before: number;
  readonly after: number;
  readonly total: number;
}

/** Σ min(a, k) over inboxes. Written without a record per inbox: a fleet asks it hundreds of thousands of times. */
const sumRooms = (
  rooms: readonly Room[],
  time: WindowTime,
  gapMs: number,
  lifted: Lifted,
): Sums => {
  const isPaced = !lifted.has('sending_gap');
  const isDownLifted = lifted.has('inboxes_down');
  const isLimit = !lifted.has('inbox_limits');
  const isRamp = !lifted.has('slow_ramp');
  const timeMs = time.beforeResetMs + time.afterResetMs;
  let before = 0;
  let after = 0;
  let total = 0;
  for (const room of rooms) {
    if (!room.isUp && !isDownLifted) continue;
    const roomGapMs = isPaced ? Math.max(gapMs, room.gapMs) : 0;
    const mostBefore = Math.min(
      isLimit ? room.limitLeft : Infinity,
      isRamp ? room.rampLeft : Infinity,
      slots(time.beforeResetMs, roomGapMs),
    );
    const mostAfter = Math.min(
      isLimit ? room.limitFresh : Infinity,
      isRamp ? room.rampFresh : Infinity,
      slotsAfterReset(time.afterResetMs, roomGapMs),
    );
    before += mostBefore;
    after += mostAfter;
    total += Math.min(mostBefore + mostAfter, slots(timeMs, roomGapMs));
  }
  return { before, after, total };
};

/** A of DIAGNOSIS.md 4: what all inboxes together can send in the time left, by pace and by their limits. */
export const supplyOf = (terms: Terms, gapMs: number, lifted: Lifted): number => {
  const gap = lifted.has('sending_gap') ? 0 : gapMs;
  const time = lifted.has('window') ? terms.untilMidnight : terms.left;
  const isOneByOne = terms.isOneByOne && !lifted.has('one_by_one');
  const inTurn = slots(time.beforeResetMs + time.afterResetMs, gap);
  if (terms.rooms === null) return isOneByOne || inTurn === 0 ? inTurn : Infinity;
  const { before, after, total } = sumRooms(terms.rooms, time, gap, lifted);
  if (!isOneByOne) return total;
  const inParts =
    Math.min(before, slots(time.beforeResetMs, gap)) +
    Math.min(after, slotsAfterReset(time.afterResetMs, gap));
  return Math.min(total, inParts, inTurn);
};
