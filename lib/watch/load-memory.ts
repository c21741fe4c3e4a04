import type { InstantMs, WorkspaceId } from '#model';
import type { JournalRecord, WorkspaceRecord } from '#store/read';
import type { StoreWriter } from '#store/write';
import type { Memory } from './core/memory.ts';

/** Requests a second that a fresh workspace starts with (INSTANTLY.md 1.4; QUALITY.md B3). */
const FRESH_RATE_PER_SECOND = 5;

const freshJournal = (workspace: WorkspaceRecord, now: InstantMs): JournalRecord => ({
  workspaceId: workspace.id,
  generation: workspace.generation,
  listedAt: null,
  sweptAt: {},
  loopStepsMs: [],
  stretchedMs: null,
  checkedAt: {},
  notBefore: null,
  failures: 0,
  bucket: { tokens: FRESH_RATE_PER_SECOND, updatedAt: now, ratePerSecond: FRESH_RATE_PER_SECOND },
});

/** The journal of a workspace, or a fresh one. What was learned with an older key is still true under a new one. */
export const loadJournal = async (
  store: Pick<StoreWriter, 'journal'>,
  workspace: WorkspaceRecord,
  now: InstantMs,
): Promise<JournalRecord> => ({
  ...((await store.journal(workspace.id)) ?? freshJournal(workspace, now)),
  generation: workspace.generation,
});

/** All that is stored of a workspace; null when it is gone. What could not be read starts afresh. */
export const loadMemory = async (
  store: StoreWriter,
  workspaceId: WorkspaceId,
  now: InstantMs,
): Promise<Memory | null> => {
  const workspace = (await store.workspaces()).find(({ id }) => id === workspaceId);
  if (!workspace) return null;
  const [journal, observations, fleet, inboxes, incidents] = await Promise.all([
    loadJournal(store, workspace, now),
    store.observations(workspaceId),
    store.fleet(workspaceId),
    store.inboxes(workspaceId),
    store.openIncidents(),
  ]);
  return {
    workspace,
    journal,
    observations: new Map(observations.map((record) => [record.campaignId, record])),
    verdicts: new Map((fleet?.verdicts ?? []).map((verdict) => [verdict.campaignId, verdict])),
    inboxes: new Map((inboxes?.inboxes ?? []).map((inbox) => [inbox.address, inbox])),
    inboxDays: inboxes?.days ?? [],
    tags: inboxes?.tags ?? [],
    incidents: incidents.filter(({ workspaceIds }) => workspaceIds.includes(workspaceId)),
  };
};
