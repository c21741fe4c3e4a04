import { cause, type Rule } from '../../cause.ts';

/** It was changed, or its window opened, so shortly ago that Instantly has not got round to it. */
export const recentlyChanged: Rule = ({ grace, timeZone }) =>
  grace
    ? cause('recently_changed', 'blue', {
        params: { why: grace.why, changedAt: grace.from, timeZone: timeZone ?? null },
        clearsAt: grace.until,
      })
    : null;
