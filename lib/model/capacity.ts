import type { InstantMs } from './time.ts';

/** What can hold a campaign's volume back today (DIAGNOSIS.md 4). */
export const CONSTRAINTS = [
  'campaign_limit',
  'new_lead_limit',
  'inbox_limits',
  'slow_ramp',
  'inboxes_down',
  'sending_gap',
  'one_by_one',
  'leads',
  'window',
] as const;

export type Constraint = (typeof CONSTRAINTS)[number];

/** A figure that depends on random waits: with the longest, the mean and the shortest gap. */
export interface GapRange {
  readonly worst: number;
  readonly mean: number;
  readonly best: number;
}

/** What a campaign can send today, in mails. */
export interface Capacity {
  /** By the end of today under all limits, those already sent included. */
  readonly today: GapRange;
  /** `today` less what is sent already. */
  readonly remaining: GapRange;
  readonly bottleneck: Constraint | null;
  /** `today` with the bottleneck lifted; null without a bottleneck. */
  readonly withoutBottleneck: GapRange | null;
  /** What binds once the bottleneck is lifted. */
  readonly nextBottleneck: Constraint | null;
  /** When the campaign's own limit will be reached at the mean pace; null if not today. */
  readonly limitHitAt: InstantMs | null;
  /** Inputs that were unknown and taken as not binding; the figures are then upper bounds. */
  readonly assumed: readonly string[];
  /** Share of `today` (mean) that is left when campaigns share inboxes; null when not computed. */
  readonly contendedToday: number | null;
}
