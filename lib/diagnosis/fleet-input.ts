import type {
  CampaignId,
  InboxDay,
  InboxFacts,
  InstantMs,
  LeadFacts,
  Observation,
  SentSample,
  SubsequenceFacts,
  Verdict,
  WorkspaceId,
} from '#model';

/** Everything one workspace's verdicts are made from. Nothing else flows in: same input, same verdicts, in any order. */
export interface FleetInput {
  readonly workspaceId: WorkspaceId;
  readonly observations: readonly Observation[];
  readonly inboxes: readonly InboxFacts[];
  readonly inboxDays: readonly InboxDay[];
  readonly leads: ReadonlyMap<CampaignId, LeadFacts>;
  readonly subsequences: ReadonlyMap<CampaignId, readonly SubsequenceFacts[]>;
  /** Oldest first or not: sorted inside. */
  readonly sentSeries: ReadonlyMap<CampaignId, readonly SentSample[]>;
  readonly previous: ReadonlyMap<CampaignId, Verdict>;
  /** Whether the key may list inboxes; an empty list then means that there are none. */
  readonly isInboxReadingAllowed: boolean;
  readonly now: InstantMs;
  /** Since when we could not ask; everything is then unknown. */
  readonly oursStaleSince?: InstantMs | undefined;
  /** How often Instantly was seen to renew a snapshot in schedule; its staleness is judged by three times that. */
  readonly snapshotCadenceMs?: number | undefined;
}
