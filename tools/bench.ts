import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findBrowser } from '#sandbox';
import { benchCheck } from '../bench/check.ts';
import { benchDiagnosis } from '../bench/diagnosis.ts';
import { withFigures } from '../bench/figures-table.ts';
import { benchFlow } from '../bench/flow.ts';
import { benchMemory } from '../bench/memory.ts';
import { benchPageTax } from '../bench/page-tax.ts';
import { benchPopup } from '../bench/popup.ts';
import { type BenchResult, wordResult } from '../bench/result.ts';
import { benchSizes } from '../bench/sizes.ts';
import { benchSweep, benchSweepInRealTime } from '../bench/sweep.ts';
import { benchWake } from '../bench/wake.ts';
import { benchWrites } from '../bench/writes.ts';
import { ROOT } from './shell.ts';

const BENCHES: Readonly<Record<string, () => Promise<BenchResult>>> = {
  diagnosis: benchDiagnosis,
  flow: benchFlow,
  sweep: benchSweep,
  writes: benchWrites,
  wake: benchWake,
  check: benchCheck,
  popup: benchPopup,
  memory: benchMemory,
  'page-tax': benchPageTax,
  sizes: benchSizes,
  'sweep-real': benchSweepInRealTime,
};
/** Too long for every run. */
const ONLY_WHEN_NAMED: ReadonlySet<string> = new Set(['sweep-real']);

const chosen = (names: readonly string[]): readonly string[] => {
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) {
    console.error(
      `No bench "${unknown.join('", "')}"; there are ${Object.keys(BENCHES).join(', ')}.`,
    );
    process.exit(2);
  }
  return names.length > 0
    ? names
    : Object.keys(BENCHES).filter((name) => !ONLY_WHEN_NAMED.has(name));
};

const results: (BenchResult & { readonly load: number })[] = [];
const failed: string[] = [];

const runBench = async (name: string): Promise<BenchResult | undefined> => {
  try {
    return await BENCHES[name]?.();
  } catch (error) {
    // The others may still be measured; the exit code tells.
    console.error(`The bench "${name}" could not be run:`, error);
    failed.push(name);
    return undefined;
  }
};

/** With `--write` the figures take the place of those in docs/performance.md; those of benches that were not run stay. */
const isWritten = process.argv.includes('--write');
for (const name of chosen(process.argv.slice(2).filter((arg) => arg !== '--write'))) {
  const result = await runBench(name);
  if (result === undefined) continue;
  const [load = Number.NaN] = loadavg();
  results.push({ ...result, load });
  console.log(`${wordResult(result)}\n${''.padEnd(10)} load of the machine ${load.toFixed(1)}\n`);
}
const folder = join(ROOT, 'artifacts');
await mkdir(folder, { recursive: true });
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
const run = {
  at: new Date().toISOString(),
  node: process.versions.node,
  machine,
  results,
  failed,
};
await writeFile(join(folder, 'bench.json'), `${JSON.stringify(run, null, 2)}\n`);
console.log('Written to artifacts/bench.json');
if (isWritten) {
  const place = join(ROOT, 'docs/performance.md');
  const browser = execFileSync(findBrowser('chromium'), ['--version'], { encoding: 'utf8' }).trim();
  writeFileSync(place, withFigures(readFileSync(place, 'utf8'), { ...run, browser }));
  console.log('The table in docs/performance.md is written anew.');
}
process.exit(failed.length > 0 ? 1 : 0);
