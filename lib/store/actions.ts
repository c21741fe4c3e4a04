import { type InstantMs, isOpenOutcome, type WorkspaceId } from '#model';
import type { Connection } from './connection.ts';
import { type Opener, wrap } from './envelope.ts';
import { isText, listOf } from './guard.ts';
import { isActionRecord } from './record-guards.ts';
import type { ActionRecord } from './records.ts';
import type { WriteTransaction } from './transaction.ts';

/** The changes that were made to Instantly from here. */
export interface ActionReader {
  /** All since an instant, the latest first. */
  actions(since: InstantMs): Promise<ActionRecord[]>;
  /** Those of one workspace since an instant, the latest first. */
  actionsOf(workspaceId: WorkspaceId, since: InstantMs): Promise<ActionRecord[]>;
  action(workspaceId: WorkspaceId, id: string): Promise<ActionRecord | undefined>;
  /** Those of which it is still to be found out what became of them. */
  openActions(): Promise<ActionRecord[]>;
}

type ActionKey = readonly [workspaceId: string, id: string];

const isKeys = (value: unknown): value is readonly ActionKey[] =>
  listOf((key) => listOf(isText)(key) && (key as unknown[]).length === 2)(value);

export const latestFirst = (records: readonly ActionRecord[]): ActionRecord[] =>
  records.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));

/** The reading half over any connection. */
export const createActionReader = (connection: Connection, opener: Opener): ActionReader => {
  const actionsOf: ActionReader['actionsOf'] = async (workspaceId, since) => {
    const range = IDBKeyRange.bound([workspaceId, since], [workspaceId, []]);
    const rows = await connection.use((cache) =>
      cache.getAllFromIndex('actions', 'byWorkspaceAndTime', range),
    );
    return latestFirst(opener.all(rows ?? [], isActionRecord));
  };
  const action: ActionReader['action'] = async (workspaceId, id) =>
    opener.one(
      await connection.use((cache) => cache.get('actions', [workspaceId, id])),
      isActionRecord,
    );
  return {
    actionsOf,
    action,
    actions: async (since) => {
      const ids = await connection.use((cache) => cache.getAllKeys('workspaces'));
      const each = (ids ?? []).map((id) => actionsOf(id as WorkspaceId, since));
      return latestFirst((await Promise.all(each)).flat());
    },
    openActions: async () => {
      const stored = await connection.use((cache) => cache.get('meta', 'openActions'));
      const keys = opener.one(stored, isKeys) ?? [];
      const found = keys.map(([workspaceId, id]) => action(workspaceId as WorkspaceId, id));
      return (await Promise.all(found)).filter(
        (record): record is ActionRecord => record !== undefined,
      );
    },
  };
};

const noteOpen = async (
  transaction: WriteTransaction,
  opener: Opener,
  { workspaceId, id, outcome }: ActionRecord,
): Promise<void> => {
  const meta = transaction.objectStore('meta');
  const keys = opener.one(await meta.get('openActions'), isKeys) ?? [];
  const isNoted = keys.some(([, known]) => known === id);
  const isOpen = isOpenOutcome(outcome);
  if (isNoted === isOpen) return;
  const others = keys.filter(([, known]) => known !== id);
  const left: readonly ActionKey[] = isOpen ? [...others, [workspaceId, id]] : others;
  await meta.put(wrap(left), 'openActions');
};

/**
 * Writes one change down; with `mustBeNew` only where none of its id is there yet. One of a workspace that was removed is
 * not kept. Says whether it was written.
 */
export const writeAction = async (
  transaction: WriteTransaction,
  opener: Opener,
  record: ActionRecord,
  mustBeNew: boolean,
): Promise<boolean> => {
  const { workspaceId, id } = record;
  const actions = transaction.objectStore('actions');
  if ((await transaction.objectStore('workspaces').getKey(workspaceId)) === undefined) return false;
  if (mustBeNew && (await actions.getKey([workspaceId, id])) !== undefined) return false;
  await actions.put(wrap(record), [workspaceId, id]);
  await noteOpen(transaction, opener, record);
  return true;
};
