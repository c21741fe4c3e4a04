import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { measureBudgets, wordBudgets } from './budgets.ts';
import { gateBundle } from './bundle-gate.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { gateManifest } from './manifest-gate.ts';
import { gatePackages } from './package-gate.ts';
import { ROOT, runProgram } from './shell.ts';
import { lintForStore } from './store-lint.ts';

/** What one step of the run found. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Shown when something failed. */
  readonly output: string;
}

const program = async (file: string, args: readonly string[]): Promise<Tally> => {
  const { exitCode, output } = await runProgram(file, args);
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, output };
};

const vitest = async (
  config: string,
  niceness = 0,
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> => {
  const report = join(ROOT, 'artifacts', `${config}.json`);
  mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
  const { exitCode, output } = await runProgram(
    'vitest',
    [
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { niceness, env },
  );
  const { numPassedTests, numFailedTests, numPendingTests, numTotalTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Record<string, number>;
  // A suite that could not even load, a test that was skipped, and no test at all are failures too.
  const unrun = (numPendingTests ?? 0) + (numTotalTests ? 0 : 1);
  const failed = (numFailedTests ?? 0) + unrun;
  return {
    passed: numPassedTests ?? 0,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    output,
  };
};

const budgets = async (): Promise<Tally> => {
  const lines = measureBudgets();
  const failed = lines.filter(({ kb, mostKb }) => kb > mostKb).length;
  console.log(wordBudgets(lines));
  return { passed: lines.length - failed, failed, output: wordBudgets(lines) };
};

const gates = async (): Promise<Tally> => {
  const problems = [
    ...gateManifest('.output/chrome-mv3'),
    ...gateManifest('.output/firefox-mv3'),
    ...gatePackages(),
    ...gateBundle('chrome'),
    ...gateBundle('firefox'),
  ];
  return { passed: problems.length ? 0 : 1, failed: problems.length, output: problems.join('\n') };
};

const storeLint = async (): Promise<Tally> => {
  const problems = await lintForStore();
  return { passed: problems.length ? 0 : 1, failed: problems.length, output: problems.join('\n') };
};

const FLOOR_ARGS = [
  '--config',
  '.dependency-cruiser.mjs',
  // Broken on purpose, one rule a file: the floors test judges them.
  '--exclude',
  '^(tests/floors/planted|node_modules|\\.output|\\.wxt|artifacts)/',
  '.',
];

type Step = readonly [name: string, run: () => Promise<Tally>];

/** What needs neither a build nor a browser: "--static". */
const STATIC_STEPS: readonly Step[] = [
  ['format and lint', () => program('biome', ['ci', '--colors=off', '.'])],
  ['floors', () => program('depcruise', [...FLOOR_ARGS])],
  ['types', () => program('tsc', ['--noEmit'])],
];

const BUILD_STEPS: readonly Step[] = [
  ['build for Chrome', () => program('wxt', ['build', '-b', 'chrome'])],
  ['build for Firefox', () => program('wxt', ['build', '-b', 'firefox', '--mv3'])],
  ['size budgets', budgets],
  ['manifest, code and package gates', gates],
  ['store lint', storeLint],
];

/** Keeps processors busy and steps back for what waits for browsers and alarms: each fills the other's gaps. */
const BUSY_STEPS: readonly Step[] = [
  ['dead weight', () => program('knip', ['--no-progress'])],
  ['unit tests', () => vitest('vitest.config.ts', 10)],
  ['gallery of every state', () => vitest('vitest.gallery.config.ts', 10, { GALLERY: 'short' })],
];

const WAITING_STEPS: readonly Step[] = [
  ['end-to-end in Chromium and Firefox', () => vitest('vitest.e2e.config.ts')],
];

let passed = 0;
let failed = 0;

const inTurn = async (steps: readonly Step[]): Promise<void> => {
  for (const [name, run] of steps) {
    const startedAt = performance.now();
    const tally = await run();
    passed += tally.passed;
    failed += tally.failed;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `${tally.failed ? '✗' : '✓'} ${name} (${tally.passed} passed, ${tally.failed} failed, ${seconds} s)`,
    );
    if (tally.failed) console.log(tally.output);
  }
};

await inTurn(STATIC_STEPS);
if (!process.argv.includes('--static')) {
  await ensureBrowsers(['chromium', 'firefox']);
  await inTurn(BUILD_STEPS);
  await Promise.all([inTurn(BUSY_STEPS), inTurn(WAITING_STEPS)]);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
