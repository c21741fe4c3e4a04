import type { CampaignId, WorkspaceId } from '#model';
import { type AskedRecord, writeAsked } from './asked.ts';
import { type Opener, wrap } from './envelope.ts';
import { packJournal } from './journal-packing.ts';
import { within } from './keys.ts';
import { readStoredJournal } from './read-journal.ts';
import { isWorkspaceRecord } from './record-guards.ts';
import type {
  FleetRecord,
  HistoryRecord,
  InboxFleetRecord,
  IncidentRecord,
  JournalRecord,
  ObservationRecord,
  WorkspaceRecord,
} from './records.ts';
import { StoreError } from './store-error.ts';
import type { WriteTransaction } from './transaction.ts';

/** What one slice of checking found. Only what changed needs to be in it; the journal always is. */
export interface Slice {
  readonly workspaceId: WorkspaceId;
  readonly journal: JournalRecord;
  readonly workspace?: WorkspaceRecord;
  readonly observations?: readonly ObservationRecord[];
  /** Campaigns that Instantly no longer lists: their facts are dropped. */
  readonly goneCampaignIds?: readonly CampaignId[];
  readonly fleet?: FleetRecord;
  readonly inboxes?: InboxFleetRecord;
  readonly history?: readonly HistoryRecord[];
  readonly incidents?: readonly IncidentRecord[];
  readonly asked?: readonly AskedRecord[];
}

const writeJournal = async (
  transaction: WriteTransaction,
  opener: Opener,
  journal: JournalRecord,
): Promise<void> => {
  const { workspaceId } = journal;
  const store = transaction.objectStore('journal');
  const stored = await readStoredJournal(store, opener, workspaceId);
  const { rows, campaignIds } = packJournal(journal, stored);
  const writes: Promise<unknown>[] = [];
  if (campaignIds) {
    writes.push(store.delete(within('slice', workspaceId)));
    writes.push(store.put(wrap(campaignIds), ['campaigns', workspaceId]));
  }
  for (const [number, row] of rows) {
    writes.push(store.put(wrap(row), ['slice', workspaceId, number]));
  }
  await Promise.all(writes);
};

/** Writes one slice. Throws `superseded` when the workspace is gone or has a newer key than the slice was asked with. */
export const writeSlice = async (
  transaction: WriteTransaction,
  opener: Opener,
  slice: Slice,
): Promise<void> => {
  const { workspaceId, journal, workspace, fleet, inboxes } = slice;
  const workspaces = transaction.objectStore('workspaces');
  const standing = opener.one(await workspaces.get(workspaceId), isWorkspaceRecord);
  if (standing?.generation !== journal.generation) throw new StoreError('superseded');

  const observations = transaction.objectStore('observations');
  const fleets = transaction.objectStore('fleet');
  const history = transaction.objectStore('history');
  const incidents = transaction.objectStore('incidents');
  const writes: (() => Promise<unknown>)[] = [() => writeJournal(transaction, opener, journal)];
  if (workspace) {
    const { state, abilities, missingScopes } = workspace;
    // All else is a person's to change, and may have been changed since the slice began: name, place in the list.
    const checked = { ...standing, state, abilities, missingScopes };
    writes.push(() => workspaces.put(wrap(checked), workspaceId));
  }
  if (fleet) writes.push(() => fleets.put(wrap(fleet), ['campaigns', workspaceId]));
  if (inboxes) writes.push(() => fleets.put(wrap(inboxes), ['inboxes', workspaceId]));
  for (const one of slice.observations ?? []) {
    writes.push(() => observations.put(wrap(one), [workspaceId, one.campaignId]));
  }
  for (const id of slice.goneCampaignIds ?? []) {
    writes.push(() => observations.delete([workspaceId, id]));
  }
  for (const one of slice.history ?? []) {
    writes.push(() => history.put(wrap(one), [workspaceId, one.campaignId, one.at]));
  }
  for (const one of slice.incidents ?? []) {
    writes.push(() => incidents.put(wrap(one), [one.incident.id, one.incident.since]));
  }
  writes.push(() => writeAsked(transaction, slice.asked ?? []));
  // A value that cannot be stored throws at once: inside an async function it is one more failed write.
  await Promise.all(writes.map(async (write) => write()));
};
