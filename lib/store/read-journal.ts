import type { IDBPObjectStore, StoreNames } from 'idb';
import type { WorkspaceId } from '#model';
import type { Opener } from './envelope.ts';
import {
  isJournalRow,
  isPackedCampaignIds,
  type PackedCampaignIds,
  type StoredJournal,
} from './journal-packing.ts';
import { within } from './keys.ts';
import type { CacheSchema } from './schema.ts';

type JournalStore<Mode extends IDBTransactionMode> = IDBPObjectStore<
  CacheSchema,
  ArrayLike<StoreNames<CacheSchema>>,
  'journal',
  Mode
>;

/** The journal of a workspace as it lies in its store; undefined when there is none that parses. */
export const readStoredJournal = async <Mode extends IDBTransactionMode>(
  store: JournalStore<Mode>,
  opener: Opener,
  workspaceId: WorkspaceId,
): Promise<StoredJournal | undefined> => {
  const [rows, listed] = await Promise.all([
    store.getAll(within('slice', workspaceId)),
    store.get(['campaigns', workspaceId]),
  ]);
  const campaignIds = opener.one<PackedCampaignIds>(listed, isPackedCampaignIds);
  return campaignIds && { rows: opener.all(rows, isJournalRow), campaignIds };
};
