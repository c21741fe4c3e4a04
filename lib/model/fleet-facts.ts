import type { CampaignId, SubsequenceId } from './ids.ts';
import type { Lifecycle, Unseen } from './lifecycle.ts';
import type { SnapshotReading } from './observation.ts';
import type { InstantMs } from './time.ts';

/** What campaign analytics say about leads and bounces (INSTANTLY.md 2.6). Undefined is unknown, never 0. */
export interface LeadFacts {
  readonly campaignId: CampaignId;
  readonly leads: number | undefined;
  readonly contacted: number | undefined;
  readonly completed: number | undefined;
  /** Over the campaign's whole life, or the days asked for. */
  readonly sent: number | undefined;
  readonly bounced: number | undefined;
  readonly newLeadsContacted: number | undefined;
  readonly readAt: InstantMs;
}

/** How many mails a campaign had sent today when we looked: the series behind silent stops and the observed pace. */
export interface SentSample {
  readonly at: InstantMs;
  readonly sent: number;
}

/** One subsequence of a campaign and its sending status. */
export interface SubsequenceFacts {
  readonly id: SubsequenceId;
  readonly parentId: CampaignId;
  readonly name: string;
  readonly lifecycle: Lifecycle | Unseen | undefined;
  readonly reading: SnapshotReading;
}
