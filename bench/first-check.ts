import type { InstantMs } from '#model';
import { type BenchClock, createRealClock, createSkippingClock } from './bench-clock.ts';
import type { CampaignRecords } from './campaign-records.ts';
import { START_MS, startWatchRig, type WatchRig } from './watch-rig.ts';

/** Campaigns up to which the budget has room for the wished rhythm, so that a check comes to its end. */
const MOST_WITH_ROOM = 1_000;

/** A first check of a fresh workspace. */
export interface FirstCheck {
  readonly campaigns: number;
  readonly watched: number;
  /** Until every watched campaign had its first answer. */
  readonly tookMs: number;
  /** Until then, those asked twice included. */
  readonly requests: number;
  readonly maxPerSecond: number;
  readonly maxPerMinute: number;
  readonly commits: number;
  /** Bytes written to the journal in a slice, once every campaign stands in it. */
  readonly journalBytes: number;
  readonly records: CampaignRecords;
}

export interface CheckedRig {
  readonly check: FirstCheck;
  readonly rig: WatchRig;
  readonly clock: BenchClock;
}

const countsOf = (rig: WatchRig, startedAt: InstantMs): Omit<FirstCheck, 'campaigns'> => {
  const ended = rig.round.ended();
  const records = rig.round.records();
  if (ended === null || records === null) throw new Error('the first check did not end');
  return {
    watched: rig.round.watched,
    tookMs: ended.at - startedAt,
    requests: ended.requests,
    maxPerSecond: rig.audit.maxPerSecond(),
    maxPerMinute: rig.audit.maxPerMinute(),
    commits: rig.commits(),
    journalBytes: rig.round.journalBytesPerSlice(),
    records,
  };
};

/** Plays the first check of a workspace with so many campaigns; the rig is left open, its world standing still. */
export const checkFirst = async (
  campaigns: number,
  isRealTime: boolean,
  isWorldMoving = false,
): Promise<CheckedRig> => {
  const clock = isRealTime ? createRealClock(START_MS) : createSkippingClock(START_MS);
  const rig = await startWatchRig({
    campaigns,
    clock,
    isWorldMoving,
    state: { kind: 'first_check', found: 0, checked: 0 },
    isEndingWhenKnown: campaigns > MOST_WITH_ROOM,
  });
  const startedAt = clock.now();
  await rig.watcher.wake(false);
  return { check: { campaigns, ...countsOf(rig, startedAt) }, rig, clock };
};

const checks = new Map<number, Promise<FirstCheck>>();

/** The first check of so many campaigns, played once a run and shared by the benches. */
export const firstCheckOf = (campaigns: number): Promise<FirstCheck> => {
  const known = checks.get(campaigns);
  if (known) return known;
  const played = checkFirst(campaigns, false).then(async ({ check, rig }) => {
    await rig.close();
    return check;
  });
  checks.set(campaigns, played);
  return played;
};
