import { type InboxCounts, MINUTE_MS } from '#model';
import type { AssumableInput, InboxRoom, InboxSupply } from './capacity-input.ts';

/** An inbox in arithmetic form: what its own limit and slow ramp leave until 00:00 UTC, and give afresh after it. */
export interface Room {
  readonly isUp: boolean;
  readonly limitLeft: number;
  readonly limitFresh: number;
  readonly rampLeft: number;
  readonly rampFresh: number;
  readonly gapMs: number;
}

/** Collects the names of inputs that were unknown. */
export type Assume = (input: AssumableInput) => void;

const OPEN: Room = {
  isUp: true,
  limitLeft: Infinity,
  limitFresh: Infinity,
  rampLeft: Infinity,
  rampFresh: Infinity,
  gapMs: 0,
};

/** One inbox whose facts were read. */
const roomOf = (inbox: InboxRoom, assume: Assume): Room => {
  if (inbox.isUp === undefined) assume('inboxStatus');
  if (inbox.limitPerDay === undefined || inbox.limitPerDay === null) assume('inboxLimits');
  if (inbox.rampLimitPerDay === undefined) assume('inboxRamp');
  if (inbox.sentToday === undefined) assume('inboxSentToday');
  if (inbox.gapMinutes === undefined) assume('inboxGaps');
  const limit = Math.floor(inbox.limitPerDay ?? Infinity);
  const ramp = Math.floor(inbox.rampLimitPerDay ?? Infinity);
  const sent = inbox.sentToday ?? 0;
  return {
    isUp: inbox.isUp ?? true,
    limitLeft: Math.max(0, limit - sent),
    limitFresh: Math.max(0, limit),
    rampLeft: Math.max(0, ramp - sent),
    rampFresh: Math.max(0, ramp),
    gapMs: Math.max(0, inbox.gapMinutes ?? 0) * MINUTE_MS,
  };
};

const repeat = (room: Room, times: number): Room[] =>
  Array.from({ length: Math.max(0, Math.floor(times)) }, () => room);

/**
 * Inboxes known by count only. `available` and those in their gap send without a known limit; the buckets may overlap
 * or not add up, so each takes at most what the ones before it left of `total`, and the rest counts as down.
 */
const roomsOfCounts = (counts: InboxCounts, assume: Assume): readonly Room[] | null => {
  const { disconnected = 0, atDailyLimit = 0, atSlowRampLimit = 0, inGap = 0 } = counts;
  const named = disconnected + atDailyLimit + atSlowRampLimit + inGap;
  if (counts.total === undefined && counts.available === undefined) return null;
  const available = counts.available ?? Math.max(0, (counts.total ?? 0) - named);
  let left = Math.max(0, (counts.total ?? available + named) - available);
  const take = (wanted: number): number => {
    const taken = Math.min(left, Math.max(0, wanted));
    left -= taken;
    return taken;
  };
  const down = take(disconnected);
  const atLimit = take(atDailyLimit);
  const atRamp = take(atSlowRampLimit);
  const live = available + take(inGap);
  for (const input of ['inboxLimits', 'inboxRamp', 'inboxSentToday', 'inboxGaps'] as const) {
    assume(input);
  }
  return [
    ...repeat(OPEN, live),
    ...repeat({ ...OPEN, limitLeft: 0 }, atLimit),
    ...repeat({ ...OPEN, rampLeft: 0 }, atRamp),
    ...repeat({ ...OPEN, isUp: false }, down + left),
  ];
};

/** Inboxes without repetition: an address that is listed and tagged is still one mailbox. */
export const uniqueInboxes = (inboxes: readonly InboxRoom[]): readonly InboxRoom[] => {
  const addresses = new Set<string>();
  return inboxes.filter(({ address }) => addresses.size < addresses.add(address).size);
};

/** The inboxes of a campaign in arithmetic form; null when nothing at all is known of them. */
export const roomsOf = (
  supply: InboxSupply | undefined,
  assume: Assume,
): readonly Room[] | null => {
  const rooms =
    supply?.kind === 'each'
      ? uniqueInboxes(supply.rooms).map((inbox) => roomOf(inbox, assume))
      : supply && roomsOfCounts(supply.counts, assume);
  if (rooms === undefined || rooms === null) assume('inboxes');
  return rooms ?? null;
};
