import { openWriter } from '#store/write';
import type { CampaignRecords } from './campaign-records.ts';

/** Stores the records of one workspace as the background does. Bundled at bench time and run in an extension page. */
export const fillStore = async (records: CampaignRecords): Promise<number> => {
  const { workspace, journal, observations, fleet, inboxes, incidents } = records;
  const writer = openWriter();
  await writer.putWorkspace(workspace);
  await writer.commitSlice({
    workspaceId: workspace.id,
    journal,
    observations,
    fleet,
    inboxes,
    incidents,
  });
  const head = await writer.refreshHead();
  await writer.close();
  return head.rows.length;
};
