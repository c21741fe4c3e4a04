import { availableParallelism } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { ALERT_PRESETS } from '#model';
import type { WeekOptions } from './simulate-alerts/play-week.ts';
import { type Score, sumOf, wordScore } from './simulate-alerts/score.ts';

const USAGE =
  'usage: npm run simulate-alerts -- [--campaigns 2000] [--days 7] [--seed 1] [--step 10] [--of 200]';

const { values } = parseArgs({
  options: {
    campaigns: { type: 'string', default: '2000' },
    days: { type: 'string', default: '7' },
    seed: { type: 'string', default: '1' },
    step: { type: 'string', default: '10' },
    of: { type: 'string', default: '200' },
  },
});

const number = (name: keyof typeof values, least: number, most: number): number => {
  const value = Number(values[name]);
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} "${values[name]}" is not a number from ${least} to ${most}\n${USAGE}`);
};

const inThread = (options: WeekOptions): Promise<Score> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./simulate-alerts/run-shard.ts', import.meta.url), {
      workerData: options,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    thread.once('message', resolve);
    thread.once('error', reject);
  });

const campaigns = number('campaigns', 20, 20_000);
const days = number('days', 0.1, 60);
const each = Math.min(number('of', 20, 500), campaigns);
// One workspace of the demo after another: the fleet of an agency.
const waiting = Array.from(
  { length: Math.ceil(campaigns / each) },
  (_, n): WeekOptions => ({
    seed: number('seed', 0, 2 ** 31) + n,
    campaigns: each,
    days,
    stepMinutes: number('step', 1, 20),
    rules: ALERT_PRESETS.standard,
  }),
);
const scores: Score[] = [];
const work = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const score = await inThread(next);
    scores.push(score);
    console.log(
      `workspace ${next.seed}: ${score.missed.length} missed, ${score.needless.length} needless`,
    );
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
const sum = sumOf(scores);
console.log(`\n${wordScore(sum, campaigns, days)}`);
for (const { kind, campaignId, from, checks } of sum.missed.slice(0, 20)) {
  console.log(
    `missed ${kind} of ${campaignId} since ${new Date(from).toISOString()}, ${checks} checks`,
  );
}
for (const { record } of sum.needless.slice(0, 20)) {
  console.log(
    `needless ${record.code} of ${record.campaignId} at ${new Date(record.at).toISOString()}`,
  );
}
process.exitCode = sum.missed.length > 0 || sum.needless.length > sum.announcements / 20 ? 1 : 0;
