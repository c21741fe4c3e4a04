import type { CampaignId, CauseCode, InstantMs, Silence, Verdict, WorkspaceId } from '#model';

/** What a silence may cover: a campaign with its first cause. */
export interface Covered {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId | null;
  readonly code: CauseCode | null;
}

/** The tags of campaigns, and of the inboxes that they send from. */
export type TagsByCampaign = ReadonlyMap<CampaignId, readonly string[]>;

/** A verdict as silences see it. */
export const coveredOf = ({ workspaceId, campaignId, causes }: Verdict): Covered => ({
  workspaceId,
  campaignId,
  code: causes[0]?.code ?? null,
});

const isCovering = (
  { scope }: Silence,
  { workspaceId, campaignId, code }: Covered,
  tags: TagsByCampaign,
): boolean => {
  if (scope.workspaceId !== null && scope.workspaceId !== workspaceId) return false;
  switch (scope.kind) {
    case 'campaign':
      return scope.campaignId === campaignId;
    case 'tag':
      return campaignId !== null && (tags.get(campaignId) ?? []).includes(scope.tagId);
    case 'workspace':
      return true;
    case 'cause':
      return scope.code === code;
  }
};

const ORDER = ['expected', 'muted', 'snoozed', 'acknowledged'] as const;

/** The silences that cover a campaign at an instant, first the one that a person meant most. */
export const silencesOn = (
  covered: Covered,
  silences: readonly Silence[],
  tags: TagsByCampaign,
  now: InstantMs,
): readonly Silence[] =>
  silences
    .filter((one) => (one.until === null || one.until > now) && isCovering(one, covered, tags))
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
