import type { WorkspaceId } from '#model';
import type {
  FleetRecord,
  InboxFleetRecord,
  IncidentRecord,
  JournalRecord,
  ObservationRecord,
  WorkspaceRecord,
} from '#store/read';
import type { StoreWriter } from '#store/write';

/** Everything stored about one workspace, as the product's own check left it. */
export interface CampaignRecords {
  readonly workspace: WorkspaceRecord;
  readonly journal: JournalRecord;
  readonly observations: readonly ObservationRecord[];
  readonly fleet: FleetRecord;
  readonly inboxes: InboxFleetRecord;
  readonly incidents: readonly IncidentRecord[];
}

/** Reads the records of a workspace. Throws when something is missing: then it was not checked. */
export const readCampaignRecords = async (
  store: StoreWriter,
  workspaceId: WorkspaceId,
): Promise<CampaignRecords> => {
  const workspace = (await store.workspaces()).find(({ id }) => id === workspaceId);
  const journal = await store.journal(workspaceId);
  const fleet = await store.fleet(workspaceId);
  const inboxes = await store.inboxes(workspaceId);
  if (!workspace || !journal || !fleet) throw new Error('the workspace was not checked');
  return {
    workspace,
    journal,
    observations: await store.observations(workspaceId),
    fleet,
    inboxes: inboxes ?? { workspaceId, inboxes: [], days: [], tags: [], readAt: 0 },
    incidents: await store.openIncidents(),
  };
};
