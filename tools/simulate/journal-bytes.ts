import { serialize } from 'node:v8';
import { type CampaignId, SECOND_MS } from '#model';
import type { JournalRecord } from '#store/read';

/** How the store packs the times of checks (its own test and the simulation's hold this against it). */
const PAGE_CAMPAIGNS = 64;
const BYTES_PER_AGE = 3;
const BYTES_PER_MOVE = 6;

const secondsOf = (journal: JournalRecord | undefined, id: CampaignId): number | undefined => {
  const at = journal?.checkedAt[id];
  return at === undefined ? undefined : Math.floor(at / SECOND_MS);
};

/** Campaigns whose time another slice moved, but for the largest group that moved alike: that is dated as one. */
const movedAlone = (before: JournalRecord | undefined, after: JournalRecord): number => {
  const groups = new Map<number | undefined, number>();
  for (const id of Object.keys(after.checkedAt) as CampaignId[]) {
    const seconds = secondsOf(after, id);
    if (seconds === secondsOf(before, id)) continue;
    groups.set(seconds, (groups.get(seconds) ?? 0) + 1);
  }
  const sizes = [...groups.values()];
  return sizes.reduce((sum, size) => sum + size, 0) - Math.max(0, ...sizes);
};

/** Most bytes that the store writes of a journal over the one before, had its workspace so many campaigns. */
export const journalBytes = (
  before: JournalRecord | undefined,
  after: JournalRecord,
  campaigns: number,
): number => {
  const { checkedAt: _, ...rest } = after;
  return serialize({
    v: 1,
    value: {
      ...rest,
      turn: 2 ** 31,
      baseSeconds: 2_000_000_000,
      sharedSeconds: 2_000_000_000,
      page: new Uint8Array(Math.min(campaigns, PAGE_CAMPAIGNS) * BYTES_PER_AGE),
      moved: new Uint8Array(movedAlone(before, after) * BYTES_PER_MOVE),
    },
  }).length;
};
