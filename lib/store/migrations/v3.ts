import { type CampaignId, SECOND_MS } from '#model';
import { fromBytes24 } from '../bytes24.ts';
import { createOpener, wrap } from '../envelope.ts';
import { either, isNull, isNumber, isText, listOf, recordOf, shape } from '../guard.ts';
import { isPackedCampaignIds, type PackedCampaignIds, packJournal } from '../journal-packing.ts';
import { isTokenBucketState } from '../record-guards.ts';
import type { JournalRecord } from '../records.ts';
import type { MigrationStep, MigrationTransaction } from './step.ts';

/** The journal up to version 2: one row, all ages in it, in the order of the ids. */
interface OldJournal extends Omit<JournalRecord, 'checkedAt'> {
  readonly baseSeconds: number;
  readonly ages: Uint8Array;
}

const isOldJournal = shape<OldJournal>({
  workspaceId: isText,
  generation: isNumber,
  listedAt: either(isNumber, isNull),
  sweptAt: recordOf(isNumber),
  loopStepsMs: listOf(isNumber),
  stretchedMs: either(isNumber, isNull),
  notBefore: either(isNumber, isNull),
  failures: isNumber,
  bucket: isTokenBucketState,
  baseSeconds: isNumber,
  ages: (value) => value instanceof Uint8Array,
});

const journalOf = (
  { baseSeconds, ages, ...rest }: OldJournal,
  ids: PackedCampaignIds,
): JournalRecord | undefined => {
  const instants = fromBytes24(ages).map((age) => (baseSeconds - age) * SECOND_MS);
  if (instants.length !== ids.length) return undefined;
  const checkedAt = Object.fromEntries(
    ids.map((id, place) => [id, instants[place] ?? 0] as [CampaignId, number]),
  );
  return { ...rest, checkedAt };
};

const intoRings = async (transaction: MigrationTransaction): Promise<void> => {
  const journal = transaction.objectStore('journal');
  const opener = createOpener();
  for (const key of await journal.getAllKeys()) {
    const [kind, workspaceId] = key;
    if (kind !== 'slice' || key.length > 2) continue;
    const old = opener.one(await journal.get(key), isOldJournal);
    const listed = await journal.get(['campaigns', workspaceId]);
    const ids = opener.one<PackedCampaignIds>(listed, isPackedCampaignIds);
    const record = old && ids && journalOf(old, ids);
    await journal.delete(key);
    // What does not parse is left out, as everywhere: that workspace is checked anew.
    if (record === undefined) continue;
    const { rows, campaignIds } = packJournal(record);
    await journal.put(wrap(campaignIds ?? []), ['campaigns', workspaceId]);
    for (const [number, row] of rows) await journal.put(wrap(row), ['slice', workspaceId, number]);
  }
};

/** The journal as a ring of rows, and a head without times: the next check builds that anew. */
export const toVersion3: MigrationStep = ({ objectStoreNames }, transaction) => {
  // A cache that lacks stores is of no use, and is made anew by whoever opens it.
  if (!objectStoreNames.contains('journal') || !objectStoreNames.contains('meta')) return;
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  transaction.done.then(end, end);
  const work = async (): Promise<void> => {
    await transaction.objectStore('meta').delete('head');
    await intoRings(transaction);
  };
  work().catch(() => {
    if (!isOver) transaction.abort();
  });
};
