import { DAY_MS, type InstantMs } from '#model';
import { type Opener, wrap } from './envelope.ts';
import { isNumber, shape } from './guard.ts';
import { isIncidentRecord } from './record-guards.ts';
import type { WriteTransaction } from './transaction.ts';

/** How much of the past is kept, and how much of it one call erases at most. */
export interface PastLimits {
  readonly keptMs: number;
  /** Changes of verdicts in all: 50 MB at 250 bytes each (ARCHITECTURE.md 3). */
  readonly mostHistory: number;
  /** Transitions of alerts in all: 12 MB at 250 bytes each. */
  readonly mostLog: number;
  /** Changes made to Instantly, whose log people look up for longer. */
  readonly actionsKeptMs: number;
  readonly atOnce: number;
}

export const PAST_LIMITS: PastLimits = {
  keptMs: 90 * DAY_MS,
  mostHistory: 200_000,
  mostLog: 50_000,
  actionsKeptMs: 365 * DAY_MS,
  atOnce: 2_000,
};

/** When the past was last pruned to its end. */
interface Pruned {
  readonly at: InstantMs;
}

const isPruned = shape<Pruned>({ at: isNumber });

/** Whether a day has gone by since, by what is stored of it. A time in the future means that the clock was set back. */
export const isPruningDue = (opener: Opener, stored: unknown, now: InstantMs): boolean => {
  const pruned = opener.one(stored, isPruned);
  return pruned === undefined || pruned.at > now || now - pruned.at >= DAY_MS;
};

const pruneByTime = async (
  transaction: WriteTransaction,
  name: 'history' | 'alertLog',
  before: InstantMs,
  most: number,
  atOnce: number,
): Promise<number> => {
  const store = transaction.objectStore(name);
  const excess = (await store.count()) - most;
  let erased = 0;
  // Keys alone, the oldest first: what is erased need not be read.
  let cursor = await store.index('byTime').openKeyCursor();
  while (cursor !== null && erased < atOnce && (cursor.key < before || erased < excess)) {
    await store.delete(cursor.primaryKey);
    erased += 1;
    cursor = await cursor.continue();
  }
  return erased;
};

const pruneIncidents = async (
  transaction: WriteTransaction,
  opener: Opener,
  before: InstantMs,
  atOnce: number,
): Promise<number> => {
  const over = transaction.objectStore('incidents').index('byState');
  let erased = 0;
  let cursor = await over.openCursor('resolved');
  while (cursor !== null && erased < atOnce) {
    const resolvedAt = opener.one(cursor.value, isIncidentRecord)?.resolvedAt ?? null;
    if (resolvedAt !== null && resolvedAt < before) {
      await cursor.delete();
      erased += 1;
    }
    cursor = await cursor.continue();
  }
  return erased;
};

const pruneActions = async (
  transaction: WriteTransaction,
  before: InstantMs,
  atOnce: number,
): Promise<number> => {
  const actions = transaction.objectStore('actions');
  let erased = 0;
  for (const id of await transaction.objectStore('workspaces').getAllKeys()) {
    const old = IDBKeyRange.bound([id, 0], [id, before], false, true);
    let cursor = await actions.index('byWorkspaceAndTime').openKeyCursor(old);
    while (cursor !== null && erased < atOnce) {
      await actions.delete(cursor.primaryKey);
      erased += 1;
      cursor = await cursor.continue();
    }
  }
  return erased;
};

/**
 * Erases what is too old or too much of changes of verdicts, past incidents, the log of alerts and the changes made to
 * Instantly; what is left over, the next call does.
 */
export const prunePast = async (
  transaction: WriteTransaction,
  opener: Opener,
  now: InstantMs,
  limits: PastLimits,
): Promise<void> => {
  const before = now - limits.keptMs;
  const { atOnce, mostHistory, mostLog } = limits;
  const erased = [
    await pruneByTime(transaction, 'history', before, mostHistory, atOnce),
    await pruneByTime(transaction, 'alertLog', before, mostLog, atOnce),
    await pruneIncidents(transaction, opener, before, atOnce),
    await pruneActions(transaction, now - limits.actionsKeptMs, atOnce),
  ];
  if (erased.includes(atOnce)) return;
  const pruned: Pruned = { at: now };
  await transaction.objectStore('meta').put(wrap(pruned), 'pruned');
};
