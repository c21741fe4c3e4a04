import { browser } from 'wxt/browser';
import { isOpenOutcome, type WorkspaceId } from '#model';
import { type ActionReader, latestFirst } from './actions.ts';
import { createOpener, wrap } from './envelope.ts';
import { isActionRecord } from './record-guards.ts';
import type { ActionRecord } from './records.ts';
import { toStoreError } from './store-error.ts';

// One value each, apart from their workspace: a check that commits in between must not put an older list over them.
const prefixOf = (workspaceId: WorkspaceId): string => `action.${workspaceId}.`;

const readAll = async (prefix: string): Promise<ActionRecord[]> => {
  const kept = Object.entries(await browser.storage.session.get(null));
  const rows = kept.filter(([name]) => name.startsWith(prefix)).map(([, value]) => value);
  return latestFirst(createOpener().all(rows, isActionRecord));
};

/** The changes of this run of the browser. */
export const sessionActionReader: ActionReader = {
  actions: async (since) => (await readAll('action.')).filter(({ at }) => at >= since),
  actionsOf: async (workspaceId, since) =>
    (await readAll(prefixOf(workspaceId))).filter(({ at }) => at >= since),
  action: async (workspaceId, id) =>
    (await readAll(prefixOf(workspaceId))).find((record) => record.id === id),
  openActions: async () =>
    (await readAll('action.')).filter(({ outcome }) => isOpenOutcome(outcome)),
};

/** Keeps a change until the browser ends; with `mustBeNew` only where it is not there. Throws StoreError. */
export const keepAction = async (record: ActionRecord, mustBeNew: boolean): Promise<boolean> => {
  const { workspaceId, id } = record;
  if (mustBeNew && (await sessionActionReader.action(workspaceId, id)) !== undefined) return false;
  try {
    await browser.storage.session.set({ [`${prefixOf(workspaceId)}${id}`]: wrap(record) });
    return true;
  } catch (error) {
    throw toStoreError(error);
  }
};

/** Forgets the changes of a workspace. */
export const forgetActions = async (workspaceId: WorkspaceId): Promise<void> => {
  const names = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(
    names.filter((name) => name.startsWith(prefixOf(workspaceId))),
  );
};
