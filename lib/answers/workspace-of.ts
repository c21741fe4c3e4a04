import type { CampaignId, WorkspaceId } from '#model';
import type { StoreReader } from '#store/read';

/** The workspace that a campaign belongs to; undefined where no such campaign is known. */
export const workspaceOf = async (
  store: StoreReader,
  campaignId: CampaignId,
): Promise<WorkspaceId | undefined> =>
  (await store.fleets()).find(({ verdicts }) =>
    verdicts.some((verdict) => verdict.campaignId === campaignId),
  )?.workspaceId;
