import type { InstantMs } from '#model';
import type { Catalogue } from '#words';
import { writeAction } from './actions.ts';
import { createAlertWriter } from './alert-writer.ts';
import { eraseAlerts } from './alerts.ts';
import { writeAsked } from './asked.ts';
import { type Connection, createConnection } from './connection.ts';
import { createOpener, wrap } from './envelope.ts';
import { eraseWorkspace } from './erase-workspace.ts';
import { buildHead } from './head.ts';
import { packHead, timesOf } from './head-packing.ts';
import { clearSessionHead, putSessionHead } from './head-place.ts';
import { createQueue } from './in-turn.ts';
import { isCacheThere, openForWriting } from './open-cache.ts';
import { isPruningDue, PAST_LIMITS, prunePast } from './prune-past.ts';
import { createReader } from './reader.ts';
import { isWorkspaceRecord } from './record-guards.ts';
import type { Head, JournalRecord } from './records.ts';
import { createSessionWriter } from './session-writer.ts';
import { writeSlice } from './slice.ts';
import { StoreError } from './store-error.ts';
import type { StoreReader } from './store-reader.ts';
import type { StoreWriter } from './store-writer.ts';
import { inOneTransaction, type WriteTransaction } from './transaction.ts';
import { createTroubleNotes, type NoteTrouble, readTrouble } from './trouble.ts';
import { whereKept } from './where-kept.ts';

/** Reads a catalogue in which the headlines of all causes are. */
type ReadHeadlines = () => Promise<Catalogue>;

type HeadStore = Pick<
  StoreReader,
  'workspaces' | 'fleets' | 'openIncidents' | 'alertBooks' | 'journal'
>;

const headOf = async (store: HeadStore, readHeadlines: ReadHeadlines): Promise<Head> => {
  const [headlines, workspaces, fleets, incidents, books] = await Promise.all([
    readHeadlines(),
    store.workspaces(),
    store.fleets(),
    store.openIncidents(),
    store.alertBooks(),
  ]);
  const journals = await Promise.all(workspaces.map(({ id }) => store.journal(id)));
  return buildHead({
    headlines,
    workspaces,
    fleets,
    incidents,
    books,
    journals: journals.filter((journal): journal is JournalRecord => journal !== undefined),
  });
};

const openCacheWriter = (
  now: () => InstantMs,
  note: NoteTrouble,
  readHeadlines: ReadHeadlines,
): StoreWriter => {
  const opener = createOpener();
  const connection = createConnection((onLost) => openForWriting(onLost, now));
  const isPresent = async (): Promise<boolean> => connection.isOpen() || (await isCacheThere());
  /** The cache where there is one: looking, or an answer that comes after everything was erased, makes none. */
  const present: Connection = {
    ...connection,
    use: async (work) => ((await isPresent()) ? connection.use(work) : undefined),
  };
  const reader = createReader(present, opener);

  const written: typeof inOneTransaction = async (cache, work) => {
    try {
      const outcome = await inOneTransaction(cache, work);
      await note(null);
      return outcome;
    } catch (error) {
      if (error instanceof StoreError && error.problem === 'quota_exceeded') await note('full');
      throw error;
    }
  };

  const write = async <T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T> => {
    const outcome = await connection.use(async (cache) => ({
      value: await written(cache, work),
    }));
    if (outcome === undefined) throw new StoreError('unavailable');
    return outcome.value;
  };

  const writePresent = <T>(
    work: (transaction: WriteTransaction) => Promise<T>,
  ): Promise<T | undefined> => present.use((cache) => written(cache, work));

  // Checks of several workspaces end at the same time: none may put an older head over a newer one.
  const inTurn = createQueue();
  const buildAnew = async (): Promise<Head> => {
    const head = await headOf(reader, readHeadlines);
    if (!(await isPresent())) return head;
    const packed = packHead(head);
    const keep = () =>
      write((transaction) => transaction.objectStore('meta').put(wrap(packed), 'head'));
    await putSessionHead(packed, timesOf(head), keep);
    return head;
  };

  return {
    ...reader,
    ...createAlertWriter(write, writePresent, opener),
    refreshHead: () => inTurn(buildAnew),
    commitSlice: async (slice) => {
      const isStored = await present.use(async (cache) => {
        await written(cache, (transaction) => writeSlice(transaction, opener, slice));
        return true;
      });
      if (isStored === undefined) throw new StoreError('superseded');
    },
    putWorkspace: async (workspace) => {
      await write((transaction) =>
        transaction.objectStore('workspaces').put(wrap(workspace), workspace.id),
      );
    },
    replaceWorkspace: (workspace, slice, mustStand) =>
      write(async (transaction) => {
        const workspaces = transaction.objectStore('workspaces');
        if (mustStand && (await workspaces.getKey(workspace.id)) === undefined) return false;
        await eraseWorkspace(transaction, opener, workspace.id);
        await workspaces.put(wrap(workspace), workspace.id);
        await writeSlice(transaction, opener, slice);
        return true;
      }),
    updateWorkspace: (id, change) =>
      writePresent(async (transaction) => {
        const workspaces = transaction.objectStore('workspaces');
        const standing = opener.one(await workspaces.get(id), isWorkspaceRecord);
        if (standing === undefined) return undefined;
        const changed = change(standing);
        await workspaces.put(wrap(changed), id);
        return changed;
      }),
    removeWorkspace: (id) =>
      inTurn(async () => {
        await clearSessionHead();
        await write(async (transaction) => {
          await eraseWorkspace(transaction, opener, id);
          await eraseAlerts(transaction, opener, id);
        });
        await buildAnew();
      }),
    addPast: (history, incidents, actions) =>
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
        for (const one of actions) await writeAction(transaction, opener, one, true);
      }),
    putAsked: async (records) => {
      await writePresent((transaction) => writeAsked(transaction, records));
    },
    addAction: (record) => write((transaction) => writeAction(transaction, opener, record, true)),
    putAction: async (record) => {
      await write((transaction) => writeAction(transaction, opener, record, false));
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

/**
 * Opens the store for writing, in the background only. A cache that cannot be used is made anew (`cacheReset`); where
 * the browser keeps no databases, everything is kept for this run of it. What keeps it from storing is noted for every
 * surface (`readTrouble`), and `onTrouble` is told when that changes. Without `readHeadlines` the head has no headlines.
 */
export const openWriter = (
  now: () => InstantMs = Date.now,
  onTrouble: () => void = () => undefined,
  readHeadlines: ReadHeadlines = async () => ({}),
): StoreWriter => {
  const note = createTroubleNotes(onTrouble);
  const session = createSessionWriter(async (store) => {
    const head = await headOf(store, readHeadlines);
    await putSessionHead(packHead(head), timesOf(head), async () => undefined);
    return head;
  });
  return whereKept(openCacheWriter(now, note, readHeadlines), session, {
    isKnown: async () => (await readTrouble()) === 'refused',
    note: () => note('refused'),
  });
};
