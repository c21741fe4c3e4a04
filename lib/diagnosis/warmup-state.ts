import type { InboxWarmup } from '#model';

/** How far the warmup of an inbox has brought it; without a score nothing is known, which is not healthy. */
export type WarmupHealth = 'low' | 'unknown' | 'healthy' | 'on_aim';

/** Whether more or fewer of its warmup mails land in the inbox than did before. */
export type WarmupTrend = 'falling' | 'steady' | 'rising' | 'unknown';

export interface WarmupState {
  readonly health: WarmupHealth;
  /** 0 to 100. */
  readonly score: number | null;
  readonly trend: WarmupTrend;
  /** Share of the warmup mails that landed in the inbox, of the later half of the days, and of those before; null: too few. */
  readonly landed: number | null;
  readonly landedBefore: number | null;
}

/** Scores from which an inbox is healthy, and at which one aims (DIAGNOSIS.md 3.3). */
export const HEALTHY_SCORE = 80;
export const AIM_SCORE = 90;

// Fewer mails than these, and one mail more in spam would be a trend.
const FEWEST_MAILS = 20;
const TELLING_DIFFERENCE = 0.03;

const healthOf = (score: number | null): WarmupHealth => {
  if (score === null) return 'unknown';
  if (score >= AIM_SCORE) return 'on_aim';
  return score >= HEALTHY_SCORE ? 'healthy' : 'low';
};

const landedShare = (days: InboxWarmup['days']): number | null => {
  let inInbox = 0;
  let all = 0;
  for (const { landedInbox, landedSpam } of days) {
    // A day of which one is missing says nothing of the share.
    if (landedInbox === null || landedSpam === null) continue;
    inInbox += landedInbox;
    all += landedInbox + landedSpam;
  }
  return all < FEWEST_MAILS ? null : inInbox / all;
};

const trendOf = (landed: number | null, before: number | null): WarmupTrend => {
  if (landed === null || before === null) return 'unknown';
  if (landed - before >= TELLING_DIFFERENCE) return 'rising';
  return before - landed >= TELLING_DIFFERENCE ? 'falling' : 'steady';
};

/** Judges the warmup of one inbox; undefined where Instantly has no figures of it. */
export const warmupState = (warmup: InboxWarmup | undefined): WarmupState => {
  const days = warmup?.days ?? [];
  const middle = Math.floor(days.length / 2);
  const landed = landedShare(days.slice(middle));
  const landedBefore = landedShare(days.slice(0, middle));
  const score = warmup?.score ?? null;
  return {
    health: healthOf(score),
    score,
    trend: trendOf(landed, landedBefore),
    landed,
    landedBefore,
  };
};
