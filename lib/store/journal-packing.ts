import { type CampaignId, SECOND_MS } from '#model';
import { fromBytes24, MOST_24, toBytes24 } from './bytes24.ts';
import {
  type Guard,
  isNumber,
  isNumberOrNull,
  isText,
  isTexts,
  listOf,
  recordOf,
  shape,
} from './guard.ts';
import { isTokenBucketState } from './record-guards.ts';
import type { JournalRecord } from './records.ts';

/** Campaigns whose times stand together in one page. */
const PAGE_CAMPAIGNS = 64;

/** In place of an age: checked at `sharedSeconds` of the newest row, as all campaigns that are only listed are. */
const SHARED = MOST_24;
/** 194 days; who was not checked for longer counts as never checked. */
const OLDEST_AGE_SECONDS = SHARED - 1;

const isBytes = (value: unknown): boolean => value instanceof Uint8Array;

/**
 * One row of the ring in which a journal is stored. Each slice writes the next row over the oldest: the journal as it
 * stands, the times of one page of campaigns, and those times of other pages that this slice moved. When the ring has
 * gone round, every page was written anew, so no row is needed longer; what a slice writes does not grow with the
 * number of campaigns.
 */
export interface JournalRow extends Omit<JournalRecord, 'checkedAt'> {
  /** Counts slices: the row with the highest holds the journal as it stands. */
  readonly turn: number;
  /** The newest `checkedAt`, in seconds since 1970: ages count back from it. */
  readonly baseSeconds: number;
  /** The `checkedAt` that most campaigns have in common, in seconds since 1970. */
  readonly sharedSeconds: number;
  /** Ages in seconds in the order of the ids, of the page with this row's number; 24 bits each. */
  readonly page: Uint8Array;
  /** Place among the ids and age in seconds, by turns, of what this slice moved in other pages; 24 bits each. */
  readonly moved: Uint8Array;
}

/** In the order of the places; stored apart, because they are far larger than the rest and seldom change. */
export type PackedCampaignIds = readonly CampaignId[];

export const isPackedCampaignIds = isTexts as Guard<PackedCampaignIds>;

export const isJournalRow = shape<JournalRow>({
  workspaceId: isText,
  generation: isNumber,
  listedAt: isNumberOrNull,
  sweptAt: recordOf(isNumber),
  loopStepsMs: listOf(isNumber),
  stretchedMs: isNumberOrNull,
  notBefore: isNumberOrNull,
  failures: isNumber,
  bucket: isTokenBucketState,
  turn: isNumber,
  baseSeconds: isNumber,
  sharedSeconds: isNumber,
  page: isBytes,
  moved: isBytes,
});

/** A journal as it lies in the store: rows by their number, and the ids. */
export interface StoredJournal {
  readonly rows: readonly JournalRow[];
  readonly campaignIds: PackedCampaignIds;
}

/** What has to be written: rows by their number. With `campaignIds` they are a whole new ring, in place of any other. */
export interface PackedJournal {
  readonly rows: ReadonlyMap<number, JournalRow>;
  readonly campaignIds: PackedCampaignIds | undefined;
}

/** By place: seconds since 1970, or SHARED. No check is that old, so the two cannot be mistaken. */
type Marks = readonly number[];

const pageOf = (place: number): number => Math.floor(place / PAGE_CAMPAIGNS);
const pagesOf = (campaigns: number): number => Math.max(1, Math.ceil(campaigns / PAGE_CAMPAIGNS));

const newestOf = (rows: readonly JournalRow[]): JournalRow | undefined =>
  rows.toSorted((left, right) => right.turn - left.turn)[0];

/** Undefined when ids and rows do not belong together. */
const marksOf = ({ rows, campaignIds }: StoredJournal): Marks | undefined => {
  const markAt = (row: JournalRow, age: number): number =>
    age === SHARED ? SHARED : row.baseSeconds - age;
  const marks = rows.flatMap((row) => fromBytes24(row.page).map((age) => markAt(row, age)));
  if (rows.length !== pagesOf(campaignIds.length) || marks.length !== campaignIds.length) {
    return undefined;
  }
  for (const row of rows.toSorted((left, right) => left.turn - right.turn)) {
    const moved = fromBytes24(row.moved);
    for (let at = 0; at + 1 < moved.length; at += 2) {
      const [place = 0, age = SHARED] = [moved[at], moved[at + 1]];
      const page = rows[pageOf(place)];
      // A page that was written later knows better.
      if (page && page.turn < row.turn) marks[place] = markAt(row, age);
    }
  }
  return marks;
};

const mostCommon = (seconds: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const second of seconds) counts.set(second, (counts.get(second) ?? 0) + 1);
  const ranked = [...counts].sort(([a, countA], [b, countB]) => countB - countA || b - a);
  return ranked[0]?.[0] ?? 0;
};

const isSameList = (left: PackedCampaignIds, right: PackedCampaignIds): boolean =>
  left.length === right.length && right.every((id, place) => left[place] === id);

/**
 * Packs a journal over the one that is stored: one row, or a whole ring where the set of campaigns is another or
 * nothing sound is stored. Instants lose their milliseconds, downwards, so that nothing looks fresher than it is.
 */
export const packJournal = (journal: JournalRecord, stored?: StoredJournal): PackedJournal => {
  const { checkedAt, ...rest } = journal;
  const known = (Object.entries(checkedAt) as [CampaignId, number][])
    .filter(([, at]) => Number.isFinite(at))
    .map(([id, at]) => [id, Math.floor(at / SECOND_MS)] as const);
  const baseSeconds = known.reduce((newest, [, at]) => Math.max(newest, at), 0);
  const kept = known
    .filter(([, at]) => baseSeconds - at <= OLDEST_AGE_SECONDS)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const campaignIds = kept.map(([id]) => id);
  const sharedSeconds = mostCommon(kept.map(([, at]) => at));
  const marks: Marks = kept.map(([, at]) => (at === sharedSeconds ? SHARED : at));

  const ageOf = (mark: number): number => (mark === SHARED ? SHARED : baseSeconds - mark);
  const pages = pagesOf(marks.length);
  const rowOf = (number: number, turn: number, moved: readonly number[]): JournalRow => {
    const first = number * PAGE_CAMPAIGNS;
    const page = toBytes24(marks.slice(first, first + PAGE_CAMPAIGNS).map(ageOf));
    return { ...rest, turn, baseSeconds, sharedSeconds, page, moved: toBytes24(moved) };
  };

  const newest = stored && newestOf(stored.rows);
  const before = stored && marksOf(stored);
  if (newest && before && isSameList(stored.campaignIds, campaignIds)) {
    const turn = newest.turn + 1;
    const number = turn % pages;
    const moved = marks.flatMap((mark, place) =>
      mark === before[place] || pageOf(place) === number ? [] : [place, ageOf(mark)],
    );
    return { rows: new Map([[number, rowOf(number, turn, moved)]]), campaignIds: undefined };
  }
  const numbers = Array.from({ length: pages }, (_, number) => number);
  return {
    rows: new Map(numbers.map((number) => [number, rowOf(number, 0, [])])),
    campaignIds,
  };
};

/** The journal that is stored; undefined when ids and rows do not belong together. */
export const unpackJournal = (stored: StoredJournal): JournalRecord | undefined => {
  const newest = newestOf(stored.rows);
  const marks = marksOf(stored);
  if (!newest || !marks) return undefined;
  const {
    turn: _turn,
    baseSeconds: _base,
    sharedSeconds,
    page: _page,
    moved: _moved,
    ...rest
  } = newest;
  const checkedAt = Object.fromEntries(
    stored.campaignIds.map((id, place) => {
      const mark = marks[place] ?? SHARED;
      return [id, (mark === SHARED ? sharedSeconds : mark) * SECOND_MS];
    }),
  );
  return { ...rest, checkedAt };
};
