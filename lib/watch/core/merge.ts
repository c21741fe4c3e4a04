import type { CampaignFacts, CampaignId, InstantMs } from '#model';
import type { ObservationRecord } from '#store/read';

const sameState = (a: CampaignFacts, b: CampaignFacts): boolean =>
  JSON.stringify([a.lifecycle, a.notSendingReason, a.updatedAt]) ===
  JSON.stringify([b.lifecycle, b.notSendingReason, b.updatedAt]);

/** What a complete list of campaigns does to what was known. */
export interface MergedList {
  readonly observations: ReadonlyMap<CampaignId, ObservationRecord>;
  /** Campaigns whose state on the list is new: their sending status is due at once. */
  readonly changed: ReadonlySet<CampaignId>;
}

/**
 * Lays a list over what was known: readings stay, and campaigns that a complete list no longer holds go.
 * Half a list says nothing about what is missing.
 */
export const mergeList = (
  known: ReadonlyMap<CampaignId, ObservationRecord>,
  listed: readonly CampaignFacts[],
  isComplete: boolean,
  now: InstantMs,
): MergedList => {
  const observations = new Map<CampaignId, ObservationRecord>(isComplete ? [] : known);
  const changed = new Set<CampaignId>();
  for (const campaign of listed) {
    const before = known.get(campaign.id);
    if (!before || !sameState(before.campaign, campaign)) changed.add(campaign.id);
    observations.set(campaign.id, {
      workspaceId: campaign.workspaceId,
      campaignId: campaign.id,
      campaign,
      listedAt: now,
      reading: before?.reading ?? { kind: 'not_asked' },
      leads: before?.leads ?? null,
      subsequences: before?.subsequences ?? null,
      sentChanges: before?.sentChanges ?? [],
    });
  }
  return { observations, changed };
};
