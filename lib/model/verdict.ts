import type { Capacity } from './capacity.ts';
import type { Cause } from './cause.ts';
import type { Health } from './health.ts';
import type { CampaignId, WorkspaceId } from './ids.ts';
import type { InboxCounts } from './observation.ts';
import type { InstantMs } from './time.ts';

/** Today's figures of a campaign, as Instantly reported them. Undefined is unknown, never 0. */
export interface Counters {
  readonly sentToday: number | undefined;
  readonly limitPerDay: number | null | undefined;
  readonly newLeadsToday: number | undefined;
  readonly newLeadsPerDay: number | null | undefined;
  readonly inboxes: InboxCounts | undefined;
  readonly followUpsWaiting: number | undefined;
  readonly nextFollowUpAt: InstantMs | undefined;
}

/** Figures of which Instantly reported none. */
export const NO_COUNTERS: Counters = {
  sentToday: undefined,
  limitPerDay: undefined,
  newLeadsToday: undefined,
  newLeadsPerDay: undefined,
  inboxes: undefined,
  followUpsWaiting: undefined,
  nextFollowUpAt: undefined,
};

/** What was last known for sure, kept while the present is unknown. */
export interface LastKnown {
  readonly health: Health;
  readonly code: string | null;
  readonly at: InstantMs;
}

/** The answer about one campaign: computed once where it is observed, stored, shown everywhere (ARCHITECTURE.md 2). */
export interface Verdict {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId;
  /** As Instantly sent it. Untrusted text: may be empty, huge or hostile. */
  readonly name: string;
  readonly health: Health;
  /** Effective code at Instantly, raw where this version does not know it; null when there is none. */
  readonly code: string | null;
  /** Ranked, the first is the one to read. Empty only when there is nothing to say (healthy). */
  readonly causes: readonly Cause[];
  /** Since when this health lasts, as far as anyone saw. */
  readonly since: InstantMs;
  /** When the facts behind this verdict were read. */
  readonly observedAt: InstantMs;
  readonly nextSendAt: InstantMs | null;
  readonly clearsAt: InstantMs | null;
  readonly capacity: Capacity | null;
  readonly counters: Counters;
  readonly lastKnown: LastKnown | null;
}
