import type { Priority } from '#gateway';
import { type CampaignId, DAY_MS, type InstantMs, needsPerson, type WorkspaceId } from '#model';
import { StoreError, type StoreWriter } from '#store/write';
import { askInstantly } from './ask-instantly.ts';
import type { Ask } from './core/ask.ts';
import type { SliceCommit } from './core/conclude.ts';
import type { Attention, Memory } from './core/memory.ts';
import type { Gateways } from './gateways.ts';
import { loadMemory } from './load-memory.ts';
import { type EffectsPort, runWorkspace } from './run-workspace.ts';

/** What the watcher needs of the world. */
export interface WatcherPort {
  readonly store: StoreWriter;
  readonly now: () => InstantMs;
  readonly gateways: Gateways;
  /** Wished interval of a campaign that runs well, in ms, as the user set it. */
  readonly runningMs: () => Promise<number>;
  readonly hasHostPermission: () => Promise<boolean>;
  /** Null: nothing is watched, so that nothing has to wake. */
  readonly arm: (dueAt: InstantMs | null) => Promise<void>;
  /** After every commit: head, badge, signal. */
  readonly onCommitted: () => Promise<void>;
  readonly locks: Pick<LockManager, 'request'>;
}

/** The background's hold on checking. */
export interface Watcher {
  /** Does what is due in every workspace. `isAsked`: a person wants everything read that is not of this moment. */
  wake(isAsked: boolean): Promise<void>;
  /** A campaign is on a screen now: it is asked about more often, and at once if it was not looked at before. */
  look(campaignId: CampaignId): Promise<void>;
}

/** Dies with its worker, so that a killed check never blocks the next (QUALITY.md B1). */
const LOCK = 'sendwatch-check';
const LEAST_DELAY_MS = 30_000;

/** History kept when the disk is full: enough for the last day's picture. */
const HISTORY_WHEN_FULL_MS = DAY_MS;

/** Writes; when the disk is full, gives up old history and tries once more (QUALITY.md A6 row 45). */
const makingRoom = async (
  { store, now }: Pick<WatcherPort, 'store' | 'now'>,
  write: () => Promise<void>,
): Promise<void> => {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof StoreError) || error.problem !== 'quota_exceeded') throw error;
    await store.pruneHistory(now() - HISTORY_WHEN_FULL_MS);
    await write();
  }
};

const commitTo =
  (port: WatcherPort) =>
  async (commit: SliceCommit): Promise<boolean> => {
    const { workspace, verdicts, inboxes } = commit;
    const { workspaceId } = commit.journal;
    const bucket = port.gateways.known(workspaceId)?.bucket() ?? commit.journal.bucket;
    const journal = { ...commit.journal, bucket };
    const write = (): Promise<void> =>
      port.store.commitSlice({
        workspaceId,
        journal,
        ...(workspace && { workspace }),
        observations: commit.changedObservations,
        goneCampaignIds: commit.removedCampaigns,
        ...(verdicts && { fleet: { workspaceId, verdicts } }),
        ...(inboxes && {
          inboxes: { workspaceId, ...inboxes, readAt: port.now() },
        }),
        history: commit.history,
        incidents: commit.changedIncidents,
      });
    try {
      await makingRoom(port, write);
    } catch (error) {
      if (error instanceof StoreError && error.problem === 'superseded') return false;
      throw error;
    }
    await port.onCommitted();
    return true;
  };

const priorityOf = (ask: Ask, { verdicts }: Memory, { askedAt, visible }: Attention): Priority => {
  if (askedAt !== null) return 'user';
  if (ask.kind !== 'status') return 'rest';
  if (visible.has(ask.campaignId)) return 'visible';
  const health = verdicts.get(ask.campaignId)?.health;
  return health === undefined || needsPerson(health) ? 'problem' : 'rest';
};

const checkAll = async (port: WatcherPort, attention: Attention): Promise<void> => {
  const effects: EffectsPort = {
    now: port.now,
    load: (id) => loadMemory(port.store, id, port.now()),
    runningMs: port.runningMs,
    ask: async (memory, ask) => {
      const gateway = await port.gateways.of(memory);
      return askInstantly(gateway, priorityOf(ask, memory, attention), ask, port);
    },
    commit: commitTo(port),
  };
  const workspaces = await port.store.workspaces();
  const check = (id: WorkspaceId) => runWorkspace(effects, id, attention);
  // Limits are per workspace, so one slow workspace holds up no other.
  const dues = await Promise.all(workspaces.map(({ id }) => check(id)));
  const left = new Set((await port.store.workspaces()).map(({ id }) => id));
  const times = dues.filter(
    (due, at): due is InstantMs => due !== null && left.has(workspaces[at]?.id as WorkspaceId),
  );
  await port.arm(
    times.length > 0 ? Math.max(Math.min(...times), port.now() + LEAST_DELAY_MS) : null,
  );
};

/** How long a campaign counts as looked at after its panel or row last asked for it. */
const VISIBLE_FOR_MS = 60_000;

/** Makes the watcher. Wishes that come while a check runs are met by that check, or by one more, never by one each. */
export const createWatcher = (port: WatcherPort): Watcher => {
  let wishedAt: InstantMs | null = null;
  const seenAt = new Map<CampaignId, InstantMs>();

  const visibleNow = (): ReadonlySet<CampaignId> => {
    for (const [id, at] of seenAt) if (port.now() - at > VISIBLE_FOR_MS) seenAt.delete(id);
    return new Set(seenAt.keys());
  };

  const wake = async (isAsked: boolean): Promise<void> => {
    if (isAsked) wishedAt = port.now();
    await port.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      do {
        const askedAt = wishedAt;
        wishedAt = null;
        await checkAll(port, { askedAt, visible: visibleNow() });
      } while (wishedAt !== null);
    });
  };

  return {
    wake,
    look: (campaignId) => {
      const isNew = !seenAt.has(campaignId);
      seenAt.set(campaignId, port.now());
      return isNew ? wake(false) : Promise.resolve();
    },
  };
};
