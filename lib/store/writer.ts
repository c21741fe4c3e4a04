import type { InstantMs, WorkspaceId } from '#model';
import { type AskedRecord, writeAsked } from './asked.ts';
import { type Connection, createConnection } from './connection.ts';
import { createOpener, wrap } from './envelope.ts';
import { eraseWorkspace } from './erase-workspace.ts';
import { buildHead } from './head.ts';
import { packHead, timesOf } from './head-packing.ts';
import { clearSessionHead, putSessionHead } from './head-place.ts';
import { createQueue } from './in-turn.ts';
import { isCacheThere, openForWriting } from './open-cache.ts';
import { isPruningDue, PAST_LIMITS, type PastLimits, prunePast } from './prune-past.ts';
import { createReader, type StoreReader } from './reader.ts';
import { isWorkspaceRecord } from './record-guards.ts';
import type {
  Head,
  HistoryRecord,
  IncidentRecord,
  JournalRecord,
  WorkspaceRecord,
} from './records.ts';
import { type Slice, writeSlice } from './slice.ts';
import { StoreError } from './store-error.ts';
import { inOneTransaction, type WriteTransaction } from './transaction.ts';

/** The background's hold on the store. Every function throws StoreError; none leaves half of its work behind. */
export interface StoreWriter extends StoreReader {
  /** Stores one slice whole or not at all; `superseded` when the workspace is gone or has a newer key. */
  commitSlice(slice: Slice): Promise<void>;
  putWorkspace(workspace: WorkspaceRecord): Promise<void>;
  /** Puts a workspace and one slice of it in place of every row there was of it, all or nothing. */
  replaceWorkspace(workspace: WorkspaceRecord, slice: Slice): Promise<void>;
  /** Changes a workspace as it stands at this moment; undefined when it is gone. */
  updateWorkspace(
    id: WorkspaceId,
    change: (workspace: WorkspaceRecord) => WorkspaceRecord,
  ): Promise<WorkspaceRecord | undefined>;
  /** Erases every row of a workspace and builds the head anew. The key is the vault's to erase. */
  removeWorkspace(id: WorkspaceId): Promise<void>;
  /** Adds past records beside those that are there; one that is there already is replaced by itself. */
  addPast(history: readonly HistoryRecord[], incidents: readonly IncidentRecord[]): Promise<void>;
  /** Keeps answers that a person asked for; those of a workspace that is gone are dropped. */
  putAsked(records: readonly AskedRecord[]): Promise<void>;
  /**
   * Builds the head from what is stored and puts it where the popup looks, as far as it changed: to be called after
   * commits. Where only times moved, only they are written.
   */
  refreshHead(): Promise<Head>;
  /**
   * Once a day, erases changes of verdicts and past incidents that are older than 90 days, a bounded number at a time:
   * to be called after commits. On any other call it costs one small read.
   */
  prunePast(limits?: PastLimits): Promise<void>;
  /** Erases changes of verdicts from before an instant. */
  pruneHistory(before: InstantMs): Promise<void>;
}

/** Opens the store for writing, in the background only. A cache that cannot be used is made anew (`cacheReset`). */
export const openWriter = (now: () => InstantMs = Date.now): StoreWriter => {
  const opener = createOpener();
  const connection = createConnection((onLost) => openForWriting(onLost, now));
  const isPresent = async (): Promise<boolean> => connection.isOpen() || (await isCacheThere());
  /** The cache where there is one: looking, or an answer that comes after everything was erased, makes none. */
  const present: Connection = {
    ...connection,
    use: async (work) => ((await isPresent()) ? connection.use(work) : undefined),
  };
  const reader = createReader(present, opener);

  const write = async <T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> => {
    const outcome = await connection.use(async (cache) => ({
      value: await inOneTransaction(cache, work),
    }));
    if (outcome === undefined) throw new StoreError('unavailable');
    return outcome.value;
  };

  // Checks of several workspaces end at the same time: none may put an older head over a newer one.
  const inTurn = createQueue();
  const buildAnew = async (): Promise<Head> => {
    const [workspaces, fleets, incidents] = await Promise.all([
      reader.workspaces(),
      reader.fleets(),
      reader.openIncidents(),
    ]);
    const journals = await Promise.all(workspaces.map(({ id }) => reader.journal(id)));
    const head = buildHead({
      workspaces,
      fleets,
      incidents,
      journals: journals.filter((journal): journal is JournalRecord => journal !== undefined),
    });
    if (!(await isPresent())) return head;
    const packed = packHead(head);
    const keep = () =>
      write((transaction) => transaction.objectStore('meta').put(wrap(packed), 'head'));
    await putSessionHead(packed, timesOf(head), keep);
    return head;
  };

  return {
    ...reader,
    refreshHead: () => inTurn(buildAnew),
    commitSlice: async (slice) => {
      const isStored = await present.use(async (cache) => {
        await inOneTransaction(cache, (transaction) => writeSlice(transaction, opener, slice));
        return true;
      });
      if (isStored === undefined) throw new StoreError('superseded');
    },
    putWorkspace: async (workspace) => {
      await write((transaction) =>
        transaction.objectStore('workspaces').put(wrap(workspace), workspace.id),
      );
    },
    replaceWorkspace: (workspace, slice) =>
      write(async (transaction) => {
        await eraseWorkspace(transaction, opener, workspace.id);
        await transaction.objectStore('workspaces').put(wrap(workspace), workspace.id);
        await writeSlice(transaction, opener, slice);
      }),
    updateWorkspace: (id, change) =>
      present.use((cache) =>
        inOneTransaction(cache, async (transaction) => {
          const workspaces = transaction.objectStore('workspaces');
          const standing = opener.one(await workspaces.get(id), isWorkspaceRecord);
          if (standing === undefined) return undefined;
          const changed = change(standing);
          await workspaces.put(wrap(changed), id);
          return changed;
        }),
      ),
    removeWorkspace: (id) =>
      inTurn(async () => {
        await clearSessionHead();
        await write((transaction) => eraseWorkspace(transaction, opener, id));
        await buildAnew();
      }),
    addPast: (history, incidents) =>
      write(async (transaction) => {
        const [past, occurrences] = [
          transaction.objectStore('history'),
          transaction.objectStore('incidents'),
        ];
        await Promise.all([
          ...history.map((one) => past.put(wrap(one), [one.workspaceId, one.campaignId, one.at])),
          ...incidents.map((one) =>
            occurrences.put(wrap(one), [one.incident.id, one.incident.since]),
          ),
        ]);
      }),
    putAsked: async (records) => {
      await present.use((cache) =>
        inOneTransaction(cache, (transaction) => writeAsked(transaction, records)),
      );
    },
    prunePast: async (limits = PAST_LIMITS) => {
      const isDue = await present.use(async (cache) =>
        isPruningDue(opener, await cache.get('meta', 'pruned'), now()),
      );
      if (!isDue) return;
      await write((transaction) => prunePast(transaction, opener, now(), limits));
    },
    pruneHistory: async (before) => {
      await write(async (transaction) => {
        const byTime = transaction.objectStore('history').index('byTime');
        let cursor = await byTime.openCursor(IDBKeyRange.upperBound(before, true));
        while (cursor !== null) {
          await cursor.delete();
          cursor = await cursor.continue();
        }
      });
    },
  };
};
