import { HOUR_MS, type InstantMs } from '#model';
import { allowanceOf } from './supply.ts';
import type { Terms } from './terms.ts';
import type { SendingWindow } from './windows.ts';

/** A sender at an even pace: `mails` until it is full, one every `gapMs`. */
interface Source {
  readonly mails: number;
  readonly gapMs: number;
}

/** Time until sources that start together have sent `mails`, and what they send within `limitMs` if that is less. */
const timeToSend = (
  sources: readonly Source[],
  mails: number,
  limitMs: number,
): { readonly timeMs: number } | { readonly sent: number } => {
  if (limitMs <= 0) return { sent: 0 };
  let sent = 0;
  let perMs = 0;
  const paced: { fullAt: number; perMs: number }[] = [];
  for (const { mails: most, gapMs } of sources) {
    if (most <= 0) continue;
    if (gapMs <= 0) sent += most;
    else {
      paced.push({ fullAt: most * gapMs, perMs: 1 / gapMs });
      perMs += 1 / gapMs;
    }
  }
  if (sent >= mails) return { timeMs: 0 };
  paced.sort((a, b) => a.fullAt - b.fullAt);
  let at = 0;
  for (const { fullAt, perMs: own } of paced) {
    const until = Math.min(fullAt, limitMs);
    const timeMs = at + (mails - sent) / perMs;
    if (timeMs <= until) return { timeMs };
    sent += (until - at) * perMs;
    at = until;
    if (at >= limitMs) break;
    perMs -= own;
  }
  return { sent };
};

const walk = (windows: readonly SendingWindow[], timeMs: number): InstantMs | null => {
  let left = timeMs;
  for (const { opensAt, closesAt } of windows) {
    if (left <= closesAt - opensAt) return Math.round(opensAt + left);
    left -= closesAt - opensAt;
  }
  return null;
};

const sourcesOf = (terms: Terms, gapMs: number, part: 'before' | 'after'): Source[] => {
  const rooms = terms.rooms ?? [];
  const sources = rooms.map((room) => ({
    mails: allowanceOf(room)[part],
    gapMs: Math.max(gapMs, room.gapMs),
  }));
  if (!terms.isOneByOne) return sources;
  const together = sources.reduce((sum, { mails }) => sum + mails, 0);
  return [{ mails: terms.rooms === null ? Infinity : together, gapMs }];
};

const computedTime = (terms: Terms): number | null => {
  const gapMs = (terms.shortestGapMs + terms.longestGapMs) / 2;
  const { beforeResetMs, afterResetMs } = terms.left;
  const before = timeToSend(sourcesOf(terms, gapMs, 'before'), terms.limitLeft, beforeResetMs);
  if ('timeMs' in before) return before.timeMs;
  const after = timeToSend(
    sourcesOf(terms, gapMs, 'after'),
    terms.limitLeft - before.sent,
    afterResetMs,
  );
  return 'timeMs' in after ? beforeResetMs + after.timeMs : null;
};

/**
 * When the campaign's own limit will be reached at the mean pace, walking window time only and slowing down as inboxes
 * fill up. Null: not today, reached already, or the pace or window is unknown.
 */
export const limitHitAt = (
  terms: Terms,
  meanToday: number,
  observedPerHour: number | undefined,
): InstantMs | null => {
  const { limitLeft, windowsLeft, isWindowKnown, left } = terms;
  const isReachedToday = limitLeft > 0 && meanToday - terms.sent >= limitLeft;
  if (!isReachedToday || !isWindowKnown) return null;
  if (observedPerHour !== undefined && observedPerHour > 0) {
    return walk(windowsLeft, (limitLeft / observedPerHour) * HOUR_MS);
  }
  if (terms.rooms === null && !terms.isOneByOne) return null;
  const timeMs = computedTime(terms);
  // Whole mails may fit where an even pace ends a moment short: then the limit falls on the close of the window.
  return walk(windowsLeft, timeMs ?? left.beforeResetMs + left.afterResetMs);
};
