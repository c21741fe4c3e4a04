import { useEffect, useState } from 'preact/hooks';
import type { CampaignId, Verdict, WorkspaceId } from '#model';
import type {
  CampaignTagsRecord,
  InboxFleetRecord,
  ObservationRecord,
  TagLabel,
} from '#store/read';
import { tagsByCampaign } from './covering.ts';

/** What the tags of one campaign are read from. */
export interface TagPorts {
  readObservation(
    workspaceId: WorkspaceId,
    campaignId: CampaignId,
  ): Promise<ObservationRecord | undefined>;
  readInboxes(): Promise<readonly InboxFleetRecord[]>;
  readCampaignTags(): Promise<readonly CampaignTagsRecord[]>;
}

/** The tags that a campaign stands under; none until they were read. */
export const useTags = (
  ports: TagPorts,
  { workspaceId, campaignId }: Verdict,
): readonly TagLabel[] => {
  const [tags, setTags] = useState<readonly TagLabel[]>([]);
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const [observation, inboxes, campaignTags] = await Promise.all([
        ports.readObservation(workspaceId, campaignId),
        ports.readInboxes(),
        ports.readCampaignTags(),
      ]);
      if (!observation || isGone) return;
      const own = inboxes.filter((fleet) => fleet.workspaceId === workspaceId);
      const sources = { campaigns: [observation.campaign], inboxes: own, campaignTags };
      const ids = tagsByCampaign(sources).get(campaignId) ?? [];
      setTags(own.flatMap((fleet) => fleet.tags).filter(({ id }) => ids.includes(id)));
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [ports, workspaceId, campaignId]);
  return tags;
};
