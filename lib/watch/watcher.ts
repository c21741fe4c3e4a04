import type { InstantMs, WorkspaceId } from '#model';
import { StoreError, type StoreWriter } from '#store/write';
import { askInstantly } from './ask-instantly.ts';
import type { SliceCommit } from './core/conclude.ts';
import type { AskedAt } from './core/rhythm.ts';
import type { Gateways } from './gateways.ts';
import { loadMemory } from './load-memory.ts';
import { type EffectsPort, runWorkspace } from './run-workspace.ts';

/** What the watcher needs of the world. */
export interface WatcherPort {
  readonly store: StoreWriter;
  readonly now: () => InstantMs;
  readonly gateways: Gateways;
  readonly hasHostPermission: () => Promise<boolean>;
  readonly arm: (dueAt: InstantMs) => Promise<void>;
  /** After every commit: head, badge, signal. */
  readonly onCommitted: () => Promise<void>;
  readonly locks: Pick<LockManager, 'request'>;
}

/** The background's hold on checking. */
export interface Watcher {
  /** Does what is due in every workspace. `isAsked`: a person wants everything read that is not of this moment. */
  wake(isAsked: boolean): Promise<void>;
}

/** Dies with its worker, so that a killed check never blocks the next (QUALITY.md B1). */
const LOCK = 'sendwatch-check';
const LEAST_DELAY_MS = 30_000;

const commitTo =
  (port: WatcherPort) =>
  async (commit: SliceCommit): Promise<boolean> => {
    const { workspace, verdicts, inboxes, after } = commit;
    const { workspaceId } = commit.journal;
    const bucket = port.gateways.known(workspaceId)?.bucket() ?? commit.journal.bucket;
    const journal = { ...commit.journal, bucket };
    try {
      await port.store.commitSlice({
        workspaceId,
        journal,
        ...(workspace && { workspace }),
        observations: commit.changedObservations,
        goneCampaignIds: commit.removedCampaigns,
        ...(verdicts && { fleet: { workspaceId, verdicts } }),
        ...(inboxes && {
          inboxes: { workspaceId, inboxes, readAt: after.journal.inboxesReadAt ?? port.now() },
        }),
        history: commit.history,
      });
    } catch (error) {
      if (error instanceof StoreError && error.problem === 'superseded') return false;
      throw error;
    }
    await port.onCommitted();
    return true;
  };

const checkAll = async (port: WatcherPort, askedAt: AskedAt): Promise<void> => {
  const effects: EffectsPort = {
    now: port.now,
    load: (id) => loadMemory(port.store, id, port.now()),
    ask: (memory, ask) =>
      askInstantly(port.gateways.of(memory), askedAt === null ? 'rest' : 'user', ask, port),
    commit: commitTo(port),
  };
  const workspaces = await port.store.workspaces();
  const check = (id: WorkspaceId) => runWorkspace(effects, id, askedAt);
  // Limits are per workspace, so one slow workspace holds up no other.
  const dues = await Promise.all(workspaces.map(({ id }) => check(id)));
  const times = dues.filter((due): due is InstantMs => due !== null);
  if (times.length > 0) {
    await port.arm(Math.max(Math.min(...times), port.now() + LEAST_DELAY_MS));
  }
};

/** Makes the watcher. Wishes that come while a check runs are met by that check, or by one more, never by one each. */
export const createWatcher = (port: WatcherPort): Watcher => {
  let wishedAt: AskedAt = null;

  const wake = async (isAsked: boolean): Promise<void> => {
    if (isAsked) wishedAt = port.now();
    await port.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      do {
        const askedAt = wishedAt;
        wishedAt = null;
        await checkAll(port, askedAt);
      } while (wishedAt !== null);
    });
  };

  return { wake };
};
