import { openDB } from 'idb';
import {
  sampleHistory,
  sampleInboxes,
  sampleIncident,
  sampleJournal,
  sampleObservation,
  sampleVerdict,
  sampleWorkspace,
  T0,
  workspaceId,
} from './fixtures.ts';
import { CACHE_NAME, STORES } from './schema.ts';
import type { Slice } from './slice.ts';
import { StoreError } from './store-error.ts';
import type { StoreWriter } from './store-writer.ts';
import { openWriter } from './writer.ts';

// What the tests of a whole store share.

export const now = (): number => T0;

export const fullSlice = (parts: Partial<Slice> = {}): Slice => ({
  workspaceId: workspaceId(),
  journal: sampleJournal(),
  observations: [sampleObservation()],
  fleet: { workspaceId: workspaceId(), verdicts: [sampleVerdict()] },
  inboxes: sampleInboxes(),
  history: [sampleHistory()],
  incidents: [sampleIncident()],
  ...parts,
});

export const filledWriter = async (): Promise<StoreWriter> => {
  const writer = openWriter(now);
  await writer.putWorkspace(sampleWorkspace());
  await writer.commitSlice(fullSlice());
  return writer;
};

export const problemOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing was thrown',
    (error: unknown) => (error instanceof StoreError ? error.problem : error),
  );

/** Every row of every store, as it lies there. */
export const allRows = async (): Promise<string> => {
  const cache = await openDB(CACHE_NAME);
  const rows = await Promise.all(STORES.map((store) => cache.getAll(store)));
  const keys = await Promise.all(STORES.map((store) => cache.getAllKeys(store)));
  cache.close();
  return JSON.stringify([rows, keys]);
};
