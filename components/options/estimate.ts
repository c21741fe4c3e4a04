import type { HealthCounts } from '#model';

/** What checking costs one workspace. */
export interface CheckingCost {
  /** Requests a minute on average, all rounds together, as far as the budget lets them. */
  readonly perMinute: number;
  /** `perMinute` as a share of Instantly's limit, 0 to 1. */
  readonly share: number;
  /** Requests that no minute exceeds. */
  readonly most: number;
  /** Minutes that one round over all watched campaigns takes when the budget is too small for the rhythm; else null. */
  readonly stretchedMinutes: number | null;
}

/** What Instantly allows a workspace, over all its tools (INSTANTLY.md 1.4). */
export const INSTANTLY_LIMIT_PER_MINUTE = 6_000;
// The rhythm of QUALITY.md B3: a page of the list holds 100 campaigns and is read every 2 minutes, as are the inboxes
// with an error; a campaign with a problem is asked about every minute, one outside its hours every 15.
const CAMPAIGNS_PER_PAGE = 100;
const LIST_MINUTES = 2;
const RESTING_MINUTES = 15;

/** Estimates what checking a workspace costs, from how many of its campaigns have which health. */
export const estimateCost = (
  counts: HealthCounts,
  checkEveryMinutes: number,
  budgetPercent: number,
): CheckingCost => {
  const most = (INSTANTLY_LIMIT_PER_MINUTE * budgetPercent) / 100;
  const problems = counts.blocked + counts.degraded + counts.unknown;
  const running = counts.healthy + counts.limited;
  const campaigns = problems + running + counts.waiting + counts.inactive;
  const rounds = (Math.ceil(campaigns / CAMPAIGNS_PER_PAGE) + 1) / LIST_MINUTES;
  const statuses =
    problems +
    running / checkEveryMinutes +
    counts.waiting / Math.max(RESTING_MINUTES, checkEveryMinutes);
  const perMinute = Math.min(rounds + statuses, most);
  const isTooMuch = rounds + statuses > most;
  const watched = problems + running + counts.waiting;
  return {
    perMinute,
    share: perMinute / INSTANTLY_LIMIT_PER_MINUTE,
    most,
    stretchedMinutes: isTooMuch ? watched / Math.max(1, most - rounds) : null,
  };
};
