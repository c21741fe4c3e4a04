import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { soakFor } from '../tests/e2e/soak.ts';
import { buildExtension } from './build-extension.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ROOT } from './shell.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '120' }, seed: { type: 'string', default: '1' } },
});
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('Usage: node tools/soak.ts [--minutes N] [--seed N]');
  process.exit(2);
}

/** A week of checks at the usual rhythm may leave two megabytes behind: 0.4 kB for each. */
const MOST_KB_A_ROUND = 0.4;

await ensureBrowsers(['chromium']);
await buildExtension('chrome');
const report = await soakFor({
  forMs: minutes * 60_000,
  seed,
  workspace: 'main',
  faultEveryMs: 3 * 60_000,
  onRound: (round, { workerKb, popupKb, compiledKb }) =>
    console.log(
      `${String(round).padStart(6)} checks: worker ${workerKb.toFixed(1)} kB (and ${compiledKb.toFixed(0)} kB compiled), popup ${popupKb.toFixed(1)} kB`,
    ),
});
const { slope, errors, rounds } = report;
const hours = (rounds * 2) / 60;
const lines: readonly (readonly [string, boolean])[] = [
  [
    `${rounds} checks, ${hours.toFixed(1)} h at the usual rhythm; ${report.faults} faults`,
    rounds > 0,
  ],
  [
    `worker grows ${slope.workerKb.toFixed(3)} kB a check, at most ${MOST_KB_A_ROUND}; what V8 compiles of it ${slope.compiledKb.toFixed(3)}`,
    slope.workerKb <= MOST_KB_A_ROUND,
  ],
  [
    `popup grows ${slope.popupKb.toFixed(3)} kB a check, at most ${MOST_KB_A_ROUND}`,
    slope.popupKb <= MOST_KB_A_ROUND,
  ],
  [`${errors.length} errors`, errors.length === 0],
  [
    `${report.requests} requests, at most ${report.maxPerSecond} in a second, ${report.maxPerMinute} in a minute`,
    report.maxPerSecond <= 11 && report.maxPerMinute <= 300,
  ],
  [
    `${report.changed} changes of campaigns, ${report.told} changes told, ${report.toldTwice.length} told twice`,
    report.toldTwice.length === 0,
  ],
  [`in the end: ${report.state}`, report.state === 'ok'],
];
for (const [line, isMet] of lines) console.log(`${isMet ? '✓' : '✗'} ${line}`);
for (const line of [...new Set(errors), ...report.toldTwice].slice(0, 20)) console.log(`  ${line}`);
mkdirSync(join(ROOT, 'artifacts'), { recursive: true });
writeFileSync(join(ROOT, 'artifacts/soak.json'), `${JSON.stringify(report, null, 2)}\n`);
process.exit(lines.every(([, isMet]) => isMet) ? 0 : 1);
