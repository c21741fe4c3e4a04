import type { WorkspaceId } from '#model';
import { type Opener, wrap } from './envelope.ts';
import { within } from './keys.ts';
import { isIncidentRecord } from './record-guards.ts';
import type { WriteTransaction } from './transaction.ts';

const eraseIncidents = async (
  transaction: WriteTransaction,
  opener: Opener,
  id: WorkspaceId,
): Promise<void> => {
  let cursor = await transaction.objectStore('incidents').index('byWorkspace').openCursor(id);
  while (cursor !== null) {
    const record = opener.one(cursor.value, isIncidentRecord);
    const workspaceIds = (record?.workspaceIds ?? []).filter((other) => other !== id);
    if (record === undefined || workspaceIds.length === 0) await cursor.delete();
    else await cursor.update(wrap({ ...record, workspaceIds }));
    cursor = await cursor.continue();
  }
};

/** Erases every row of a workspace, and the head, which names its campaigns. */
export const eraseWorkspace = async (
  transaction: WriteTransaction,
  opener: Opener,
  id: WorkspaceId,
): Promise<void> => {
  const fleet = transaction.objectStore('fleet');
  const journal = transaction.objectStore('journal');
  await Promise.all([
    transaction.objectStore('workspaces').delete(id),
    transaction.objectStore('observations').delete(within(id)),
    transaction.objectStore('history').delete(within(id)),
    transaction.objectStore('actions').delete(within(id)),
    transaction.objectStore('meta').delete('head'),
    fleet.delete(['campaigns', id]),
    fleet.delete(['inboxes', id]),
    fleet.delete(['campaignTags', id]),
    fleet.delete(within('sentDays', id)),
    journal.delete(within('slice', id)),
    journal.delete(['campaigns', id]),
    eraseIncidents(transaction, opener, id),
  ]);
};
