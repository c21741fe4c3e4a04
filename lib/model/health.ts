/** The seven health words, worst first: the order of every list (DIAGNOSIS.md 1). */
export const HEALTHS = [
  'blocked',
  'degraded',
  'unknown',
  'limited',
  'waiting',
  'healthy',
  'inactive',
] as const;

export type Health = (typeof HEALTHS)[number];

const RANK: Readonly<Record<Health, number>> = {
  blocked: 0,
  degraded: 1,
  unknown: 2,
  limited: 3,
  waiting: 4,
  healthy: 5,
  inactive: 6,
};

/** Place in the worst-first order: 0 is the worst. */
export const healthRank = (health: Health): number => RANK[health];

/** Whether a person has to act: the campaigns that the badge counts. */
export const needsPerson = (health: Health): boolean =>
  health === 'blocked' || health === 'degraded';

/** How many campaigns have each health. */
export type HealthCounts = Readonly<Record<Health, number>>;

/** The counts of a fleet without campaigns. */
export const NO_CAMPAIGNS: HealthCounts = {
  blocked: 0,
  degraded: 0,
  unknown: 0,
  limited: 0,
  waiting: 0,
  healthy: 0,
  inactive: 0,
};

/** Counts the health words of a fleet; every word is present, 0 when it does not occur. */
export const countHealths = (verdicts: Iterable<{ readonly health: Health }>): HealthCounts => {
  const counts: Record<Health, number> = { ...NO_CAMPAIGNS };
  for (const { health } of verdicts) counts[health] += 1;
  return counts;
};
