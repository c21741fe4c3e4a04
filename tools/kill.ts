import process from 'node:process';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { killAtRandom, toldTwice } from '../tests/e2e/random-kills.ts';
import { buildExtension } from './build-extension.ts';
import { ensureBrowsers } from './ensure-browsers.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!Number.isInteger(kills) || !Number.isInteger(seed) || kills < 1) {
  console.error('Usage: node tools/kill.ts [--kills N] [--seed N], both whole numbers.');
  process.exit(2);
}

await ensureBrowsers(['chromium']);
await buildExtension('chrome');
const report = await killAtRandom({ kills, seed, workspace: 'main' });
const { killed, undisturbed, alarms, maxPerSecond, maxPerMinute } = report;

const lines: readonly (readonly [string, boolean])[] = [
  [`${report.killsInACheck} of ${kills} kills came while a check ran`, report.killsInACheck > 0],
  [
    `${Object.keys(killed.verdicts).length} campaigns, each judged as without kills`,
    isDeepStrictEqual(killed.verdicts, undisturbed.verdicts),
  ],
  [
    `${killed.openIncidents.length} open incidents, the same as without kills`,
    isDeepStrictEqual(killed.openIncidents, undisturbed.openIncidents),
  ],
  [
    'the workspace is connected under its first key',
    killed.workspaces.length === 1 &&
      killed.workspaces.every((one) => one.state.kind === 'ok' && one.generation === 1),
  ],
  ['nothing is told twice', toldTwice(killed).length === 0],
  [`badge "${report.badge}" as without kills`, report.badge === report.undisturbedBadge],
  [`alarms: ${alarms.join(', ')}`, alarms.length === 1],
  [
    `at most ${maxPerSecond} requests in a second and ${maxPerMinute} in a minute`,
    maxPerSecond <= 11 && maxPerMinute <= 300,
  ],
];
for (const [line, isMet] of lines) console.log(`${isMet ? '✓' : '✗'} ${line}`);
const isGood = lines.every(([, isMet]) => isMet);
if (!isGood) {
  const differing = Object.entries(killed.verdicts).filter(
    ([id, verdict]) => verdict !== undisturbed.verdicts[id],
  );
  for (const [id, verdict] of differing) {
    console.log(`${id}: "${verdict}", without kills "${undisturbed.verdicts[id]}"`);
  }
  for (const line of toldTwice(killed)) console.log(`twice: ${line}`);
  console.log(`Again with: node tools/kill.ts --kills ${kills} --seed ${seed}`);
}
process.exit(isGood ? 0 : 1);
