import type { CampaignId, CauseCode, InstantMs, Silence, WorkspaceId } from '#model';

/** What a silence may cover: an alert, or a campaign with the cause that is named for it. */
export interface Silenceable {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId | null;
  /** Null: whatever its cause is. */
  readonly code: CauseCode | null;
}

/** The tags of campaigns, and of the inboxes that they send from. */
export type TagsByCampaign = ReadonlyMap<CampaignId, readonly string[]>;

const ORDER: Readonly<Record<Silence['kind'], number>> = {
  expected: 0,
  muted: 1,
  snoozed: 2,
  acknowledged: 3,
};

/** Whether a silence is about this, be it over or not. */
export const isCovering = (
  { scope }: Silence,
  { workspaceId, campaignId, code }: Silenceable,
  tags: TagsByCampaign,
): boolean => {
  if (scope.workspaceId !== null && scope.workspaceId !== workspaceId) return false;
  switch (scope.kind) {
    case 'workspace':
      return true;
    case 'cause':
      return scope.code === code;
    case 'campaign':
      return scope.campaignId === campaignId;
    case 'tag':
      return campaignId !== null && (tags.get(campaignId) ?? []).includes(scope.tagId);
  }
};

/** Whether its end by the clock lies ahead, or it has none. */
export const isRunning = ({ until }: Silence, now: InstantMs): boolean =>
  until === null || now < until;

/** The silence that holds for an alert or a campaign; of several the one that a person meant most; undefined: none. */
export const silenceOf = (
  subject: Silenceable,
  silences: readonly Silence[],
  tagsByCampaign: TagsByCampaign,
  now: InstantMs,
): Silence | undefined =>
  silences
    .filter((one) => isRunning(one, now) && isCovering(one, subject, tagsByCampaign))
    .toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])[0];

/** Whether a silence ends by itself when all that it covers is over. */
const endsWithTrouble = ({ kind, until }: Silence): boolean =>
  kind === 'acknowledged' || (kind === 'snoozed' && until === null);

/**
 * Silences that are over: their time has come, or nothing of what they cover stands any more. `standing` are the alerts
 * of every workspace that such a silence may reach; null while that cannot be said.
 */
export const endedSilences = (
  silences: readonly Silence[],
  standing: readonly Silenceable[] | null,
  tagsByCampaign: TagsByCampaign,
  now: InstantMs,
): readonly Silence[] =>
  silences.filter(
    (one) =>
      !isRunning(one, now) ||
      (endsWithTrouble(one) &&
        one.at < now &&
        standing !== null &&
        !standing.some((alert) => isCovering(one, alert, tagsByCampaign))),
  );
