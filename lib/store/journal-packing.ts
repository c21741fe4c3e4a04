import { type CampaignId, SECOND_MS } from '#model';
import { either, type Guard, isNull, isNumber, isText, listOf, recordOf, shape } from './guard.ts';
import { isTokenBucketState } from './record-guards.ts';
import type { JournalRecord } from './records.ts';

const BYTES_PER_AGE = 3;
/** 194 days; who was not checked for longer counts as never checked. */
const OLDEST_AGE_SECONDS = 2 ** (8 * BYTES_PER_AGE) - 1;

/** The journal as it is stored: ages in whole seconds against one base, three bytes each, in the order of the ids. */
export interface PackedJournal extends Omit<JournalRecord, 'checkedAt'> {
  /** The newest `checkedAt`, in seconds since 1970. */
  readonly baseSeconds: number;
  readonly ages: Uint8Array;
}

/** Stored apart, because it is far larger than the rest and seldom changes. */
export type PackedCampaignIds = readonly CampaignId[];

export const isPackedCampaignIds = listOf(isText) as Guard<PackedCampaignIds>;

export const isPackedJournal = shape<PackedJournal>({
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

/** Packs a journal. Instants lose their milliseconds, downwards, so that nothing looks fresher than it is. */
export const packJournal = (
  journal: JournalRecord,
): { readonly slice: PackedJournal; readonly campaignIds: PackedCampaignIds } => {
  const { checkedAt, ...rest } = journal;
  const seconds = (Object.entries(checkedAt) as [CampaignId, number][])
    .filter(([, at]) => Number.isFinite(at))
    .map(([id, at]) => [id, Math.floor(at / SECOND_MS)] as const);
  const baseSeconds = seconds.reduce((newest, [, at]) => Math.max(newest, at), 0);
  const kept = seconds
    .filter(([, at]) => baseSeconds - at <= OLDEST_AGE_SECONDS)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const ages = new Uint8Array(kept.length * BYTES_PER_AGE);
  const view = new DataView(ages.buffer);
  kept.forEach(([, at], place) => {
    const age = baseSeconds - at;
    view.setUint8(place * BYTES_PER_AGE, age >>> 16);
    view.setUint16(place * BYTES_PER_AGE + 1, age & 0xffff);
  });
  return { slice: { ...rest, baseSeconds, ages }, campaignIds: kept.map(([id]) => id) };
};

/** The journal of a packed one; undefined when ids and ages do not belong together. */
export const unpackJournal = (
  slice: PackedJournal,
  campaignIds: PackedCampaignIds,
): JournalRecord | undefined => {
  const { baseSeconds, ages, ...rest } = slice;
  if (ages.length !== campaignIds.length * BYTES_PER_AGE) return undefined;
  const view = new DataView(ages.buffer, ages.byteOffset, ages.byteLength);
  const checkedAt = Object.fromEntries(
    campaignIds.map((id, place) => {
      const high = view.getUint8(place * BYTES_PER_AGE);
      const low = view.getUint16(place * BYTES_PER_AGE + 1);
      return [id, (baseSeconds - high * 0x10000 - low) * SECOND_MS];
    }),
  );
  return { ...rest, checkedAt };
};
