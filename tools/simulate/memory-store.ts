import { type CampaignId, SECOND_MS, type WorkspaceId } from '#model';
import type {
  FleetRecord,
  HistoryRecord,
  InboxFleetRecord,
  IncidentRecord,
  JournalRecord,
  ObservationRecord,
  WorkspaceRecord,
} from '#store/read';
import { type Slice, StoreError, type StoreWriter } from '#store/write';

/** Everything stored of one workspace. */
export interface Rows {
  readonly workspace: WorkspaceRecord;
  readonly journal: JournalRecord | undefined;
  readonly observations: ReadonlyMap<CampaignId, ObservationRecord>;
  readonly fleet: FleetRecord | undefined;
  readonly inboxes: InboxFleetRecord | undefined;
  readonly history: readonly HistoryRecord[];
}

/** What the watcher uses of the store. */
export type WatchedStore = Pick<
  StoreWriter,
  | 'workspaces'
  | 'journal'
  | 'observations'
  | 'fleet'
  | 'inboxes'
  | 'openIncidents'
  | 'commitSlice'
  | 'pruneHistory'
>;

/** The store in memory, with the rules of the real one: a slice whole or not at all, instants in whole seconds. */
export interface MemoryStore extends WatchedStore {
  readonly rows: ReadonlyMap<WorkspaceId, Rows>;
  readonly incidents: ReadonlyMap<string, IncidentRecord>;
  putWorkspace(workspace: WorkspaceRecord): void;
  removeWorkspace(id: WorkspaceId): void;
}

const inSeconds = (journal: JournalRecord): JournalRecord => ({
  ...journal,
  checkedAt: Object.fromEntries(
    Object.entries(journal.checkedAt).map(([id, at]) => [
      id,
      Math.floor(at / SECOND_MS) * SECOND_MS,
    ]),
  ),
});

const observationsAfter = (
  before: ReadonlyMap<CampaignId, ObservationRecord>,
  { observations = [], goneCampaignIds = [] }: Slice,
): ReadonlyMap<CampaignId, ObservationRecord> => {
  if (observations.length + goneCampaignIds.length === 0) return before;
  const after = new Map(before);
  for (const record of observations) after.set(record.campaignId, record);
  for (const id of goneCampaignIds) after.delete(id);
  return after;
};

/** An empty store. */
export const createMemoryStore = (): MemoryStore => {
  const rows = new Map<WorkspaceId, Rows>();
  const incidents = new Map<string, IncidentRecord>();
  return {
    rows,
    incidents,
    workspaces: async () =>
      [...rows.values()].map(({ workspace }) => workspace).sort((a, b) => a.order - b.order),
    journal: async (id) => rows.get(id)?.journal,
    observations: async (id) => [...(rows.get(id)?.observations.values() ?? [])],
    fleet: async (id) => rows.get(id)?.fleet,
    inboxes: async (id) => rows.get(id)?.inboxes,
    openIncidents: async () => [...incidents.values()].filter(({ state }) => state !== 'resolved'),
    pruneHistory: async (before) => {
      for (const [id, row] of rows) {
        rows.set(id, { ...row, history: row.history.filter(({ at }) => at >= before) });
      }
    },
    commitSlice: async (slice) => {
      const standing = rows.get(slice.workspaceId);
      if (standing?.workspace.generation !== slice.journal.generation) {
        throw new StoreError('superseded');
      }
      rows.set(slice.workspaceId, {
        workspace: slice.workspace ?? standing.workspace,
        journal: inSeconds(slice.journal),
        observations: observationsAfter(standing.observations, slice),
        fleet: slice.fleet ?? standing.fleet,
        inboxes: slice.inboxes ?? standing.inboxes,
        history: [...standing.history, ...(slice.history ?? [])],
      });
      for (const record of slice.incidents ?? []) {
        incidents.set(`${record.incident.id} ${record.incident.since}`, record);
      }
    },
    putWorkspace: (workspace) => {
      const standing = rows.get(workspace.id);
      rows.set(workspace.id, {
        journal: undefined,
        observations: new Map(),
        fleet: undefined,
        inboxes: undefined,
        history: [],
        ...standing,
        workspace,
      });
    },
    removeWorkspace: (id) => {
      rows.delete(id);
      for (const [key, { workspaceIds }] of incidents) {
        if (workspaceIds.every((workspaceId) => workspaceId === id)) incidents.delete(key);
      }
    },
  };
};
