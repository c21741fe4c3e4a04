import { type InstantMs, MINUTE_MS, type Verdict } from '#model';

/** An answer older than this is no longer the present: twice the longest time between two checks of a watched campaign. */
export const STALE_AFTER_MS = 15 * MINUTE_MS;

/** Whether what was read at `checkedAt` is too old to be shown as the present; null was never read. */
export const isStale = (checkedAt: InstantMs | null, now: InstantMs): boolean =>
  checkedAt === null || now - checkedAt > STALE_AFTER_MS;

/**
 * A verdict as it may be shown now. A stale one turns into `unknown` and keeps its health as last known;
 * its causes stay, for they are what was last seen.
 */
export const freshen = (verdict: Verdict, checkedAt: InstantMs | null, now: InstantMs): Verdict => {
  if (verdict.health === 'unknown' || !isStale(checkedAt, now)) return verdict;
  const at = checkedAt ?? verdict.observedAt;
  return {
    ...verdict,
    health: 'unknown',
    lastKnown: { health: verdict.health, code: verdict.code, at },
  };
};
