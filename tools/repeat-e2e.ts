import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildExtension } from './build-extension.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ROOT, runProgram } from './shell.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '50' } },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) {
  console.error('Usage: node tools/repeat-e2e.ts [--times N] [FILE…]');
  process.exit(2);
}

interface Assertion {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** What failed in one run of the suite: names with their first line. A suite that could not load is one failure. */
const failuresOf = (report: string): readonly string[] => {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly status: string;
      readonly assertionResults: readonly Assertion[];
    }[];
  };
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${name}: could not be run`] : [];
    return failed.map(
      ({ fullName, failureMessages: [message = ''] }) => `${fullName}: ${message.split('\n')[0]}`,
    );
  });
};

await ensureBrowsers(['chromium', 'firefox']);
await buildExtension('chrome');
await buildExtension('firefox');
const folder = join(ROOT, 'artifacts');
mkdirSync(folder, { recursive: true });
const report = join(folder, 'repeat-e2e-run.json');
const flakes: Record<string, number> = {};
let bad = 0;
for (let run = 1; run <= times; run += 1) {
  const startedAt = performance.now();
  const { exitCode, output } = await runProgram('vitest', [
    'run',
    ...['--config', 'vitest.e2e.config.ts', '--reporter=json', `--outputFile=${report}`],
    ...positionals,
  ]);
  const failures = exitCode === 0 ? [] : failuresOf(report);
  if (exitCode !== 0) bad += 1;
  if (exitCode !== 0 && failures.length === 0) console.log(output);
  for (const failure of failures) flakes[failure] = (flakes[failure] ?? 0) + 1;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  console.log(`${exitCode === 0 ? '✓' : '✗'} run ${run} of ${times}, ${seconds} s`);
  for (const failure of failures) console.log(`    ${failure}`);
  writeFileSync(
    join(folder, 'repeat-e2e.json'),
    `${JSON.stringify({ runs: run, bad, flakes }, null, 2)}\n`,
  );
}
console.log(`${times - bad} of ${times} runs passed`);
process.exit(bad === 0 ? 0 : 1);
