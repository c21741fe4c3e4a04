import process from 'node:process';
import { parseArgs } from 'node:util';
import { simulateRuns } from './simulate/simulate-runs.ts';
import { hasFailed, wordReport } from './simulate/word-report.ts';

const USAGE =
  'usage: npm run simulate -- --hours N --campaigns N --seed N [--faults 0.05] [--runs N] [--workspaces N]';

const readArguments = () => {
  const { values } = parseArgs({
    options: {
      hours: { type: 'string', default: '100' },
      campaigns: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      faults: { type: 'string', default: '0.05' },
      runs: { type: 'string', default: '2' },
      workspaces: { type: 'string', default: '3' },
    },
  });
  const number = (name: keyof typeof values, least: number, most: number): number => {
    const value = Number(values[name]);
    if (value >= least && value <= most) return value;
    throw new Error(`--${name} "${values[name]}" is not a number from ${least} to ${most}`);
  };
  return {
    hours: number('hours', 0.1, 1_000_000),
    campaigns: number('campaigns', 0, 10_000),
    seed: number('seed', 0, 2 ** 31),
    faults: number('faults', 0, 1),
    runs: number('runs', 1, 1_000),
    workspaces: number('workspaces', 1, 50),
  };
};

try {
  const { runs, ...options } = readArguments();
  const startedAt = performance.now();
  const reports = await simulateRuns(options, runs);
  console.log(wordReport(reports, options.campaigns));
  console.log(`\ntook ${Math.round((performance.now() - startedAt) / 1_000)} s`);
  process.exitCode = reports.some(hasFailed) ? 1 : 0;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}
