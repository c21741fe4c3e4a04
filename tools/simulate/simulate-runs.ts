import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Report, SimulationOptions } from './simulate-hours.ts';

const inThread = (options: SimulationOptions): Promise<Report> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./run-shard.ts', import.meta.url), {
      workerData: options,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    thread.once('message', resolve);
    thread.once('error', reject);
  });

/**
 * Plays the hours in so many runs, each with a seed of its own (`seed`, `seed + 1`, …), as many at once as there are
 * processors.
 */
export const simulateRuns = async (
  options: SimulationOptions,
  runs: number,
): Promise<readonly Report[]> => {
  const waiting = Array.from({ length: runs }, (_, n) => ({
    ...options,
    seed: options.seed + n,
    hours: options.hours / runs,
  }));
  const reports: Report[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      reports.push(await inThread(next));
    }
  };
  await Promise.all(Array.from({ length: Math.min(runs, availableParallelism()) }, work));
  return reports.sort((a, b) => a.seed - b.seed);
};
