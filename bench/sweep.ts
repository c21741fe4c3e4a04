import { ceilingPerSecond } from '#gateway';
import { SECOND_MS } from '#model';
import { checkFirst, type FirstCheck, firstCheckOf } from './first-check.ts';
import { writtenSince } from './in-node.ts';
import type { BenchResult, Figure } from './result.ts';
import { LATENCY_MS } from './watch-rig.ts';

const SIZES = [500, 2_000];
const BUDGET_PERCENT = 5;
/** Of the watcher and the gateway (lib/watch/core/slice.ts, lib/gateway/standing.ts). */
const CONCURRENCY = 5;
const PAGE = 100;
const MOST_PER_SECOND = 5;
const MOST_PER_MINUTE = 300;

/** The least time in which the list and every watched campaign can be asked once. */
const leastMs = ({ campaigns, watched }: FirstCheck): number => {
  const needed = watched + Math.ceil(campaigns / PAGE);
  return Math.max(
    (needed / ceilingPerSecond(BUDGET_PERCENT)) * SECOND_MS,
    (needed * LATENCY_MS) / CONCURRENCY,
  );
};

const figuresOf = (check: FirstCheck): Figure[] => {
  const { campaigns, tookMs, requests, watched, commits } = check;
  return [
    {
      name: `first check of ${campaigns}, of the least possible time`,
      value: tookMs / leastMs(check),
      unit: 'x',
      most: 1.05,
      note: `${(tookMs / SECOND_MS).toFixed(1)} s, ${watched} watched, ${requests} requests in all, ${commits} slices`,
    },
    {
      name: `requests in the busiest second, ${campaigns}`,
      value: check.maxPerSecond,
      unit: '',
      // A burst of five on top of the pace is what the bucket grants (lib/gateway/token-bucket.ts).
      most: 2 * MOST_PER_SECOND,
    },
    {
      name: `requests in the busiest minute, ${campaigns}`,
      value: check.maxPerMinute,
      unit: '',
      most: MOST_PER_MINUTE,
    },
    {
      name: `journal, bytes a slice, ${campaigns}`,
      value: check.journalBytes,
      unit: 'B',
      most: 2_000,
    },
  ];
};

const REST_MS = 60 * SECOND_MS;

/** Bytes that a check writes when Instantly says the same as before: the third check of a world that stands still. */
const unchanged = async (campaigns: number): Promise<Figure[]> => {
  const { rig, clock } = await checkFirst(campaigns, false);
  // The second check brings what the first had no names to ask for yet: the mails of each inbox.
  await clock.wait(REST_MS);
  await rig.watcher.wake(true);
  await clock.wait(REST_MS);
  const writtenBefore = rig.meter.written();
  const before = rig.commits();
  await rig.watcher.wake(true);
  const written = writtenSince(writtenBefore, rig.meter.written());
  const slices = rig.commits() - before;
  await rig.close();
  const all = Object.entries(written).map(
    ([name, bytes]) => `${name} ${Math.round(bytes / slices)}`,
  );
  const total = Object.values(written).reduce((sum, bytes) => sum + bytes, 0);
  return [
    {
      name: `unchanged check of ${campaigns}, bytes a slice`,
      value: total / slices,
      unit: 'B',
      most: 2_000,
      note: `${slices} slices: ${all.join(', ')}`,
    },
  ];
};

/** How close a first check comes to what the budget allows, and what a check writes that brings nothing new. */
export const benchSweep = async (): Promise<BenchResult> => {
  const checks = [];
  for (const campaigns of SIZES) checks.push(await firstCheckOf(campaigns));
  return { bench: 'sweep', figures: [...checks.flatMap(figuresOf), ...(await unchanged(500))] };
};

/** The same first check of 500 campaigns in real time: about 100 s, to prove that skipping the waits hides nothing. */
export const benchSweepInRealTime = async (): Promise<BenchResult> => {
  const { check, rig } = await checkFirst(500, true);
  await rig.close();
  return { bench: 'sweep-real', figures: figuresOf(check) };
};
