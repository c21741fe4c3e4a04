import { type InstantMs, SECOND_MS } from '#model';

/** Messages that one tab may send in any one second; a panel needs one or two. */
export const MESSAGES_PER_SECOND = 20;

/** When each tab's messages of the last second were let in. */
export type TabRates = ReadonlyMap<number | undefined, readonly InstantMs[]>;

export const NO_RATES: TabRates = new Map();

// A stamp from the future is left over from before the clock was set back.
const isRecent = (at: InstantMs, now: InstantMs): boolean => at > now - SECOND_MS && at <= now;

/**
 * Whether a tab may send one more message now, in a sliding window of a second. Only messages that were let in count,
 * so a tab that floods is heard at the allowed rate again and again; silent tabs are forgotten.
 */
export const takeMessage = (
  rates: TabRates,
  tabId: number | undefined,
  now: InstantMs,
): { readonly rates: TabRates; readonly isAllowed: boolean } => {
  const recent = new Map<number | undefined, readonly InstantMs[]>();
  for (const [id, instants] of rates) {
    const kept = instants.filter((at) => isRecent(at, now));
    if (kept.length > 0) recent.set(id, kept);
  }
  const sent = recent.get(tabId) ?? [];
  const isAllowed = sent.length < MESSAGES_PER_SECOND;
  if (isAllowed) recent.set(tabId, [...sent, now]);
  return { rates: recent, isAllowed };
};
