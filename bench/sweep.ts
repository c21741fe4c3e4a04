import { ceilingPerSecond } from '#gateway';
import { SECOND_MS } from '#model';
import { checkFirst, type FirstCheck, firstCheckOf } from './first-check.ts';
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

/** How close a first check comes to what the budget allows. */
export const benchSweep = async (): Promise<BenchResult> => {
  const checks = [];
  for (const campaigns of SIZES) checks.push(await firstCheckOf(campaigns));
  return { bench: 'sweep', figures: checks.flatMap(figuresOf) };
};

/** The same first check of 500 campaigns in real time: about 100 s, to prove that skipping the waits hides nothing. */
export const benchSweepInRealTime = async (): Promise<BenchResult> => {
  const { check, rig } = await checkFirst(500, true);
  await rig.close();
  return { bench: 'sweep-real', figures: figuresOf(check) };
};
