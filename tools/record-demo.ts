// Makes the recording that "Explore with demo data" loads: node tools/start.mjs record-demo, to be done again whenever the
// diagnosis or the default world of the sandbox changed.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { countHealths } from '#model';
import { recordWeek } from './record-demo/record-week.ts';
import { ROOT } from './shell.ts';

const FILE = join(ROOT, 'public', 'demo', 'recorded.json');

const recording = await recordWeek();
await mkdir(dirname(FILE), { recursive: true });
await writeFile(FILE, `${JSON.stringify(recording)}\n`);

const written = await readFile(FILE);
const kb = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
console.log(countHealths(recording.verdicts));
console.log(`${FILE}: ${kb(written.length)}, ${kb(gzipSync(written).length)} gzipped`);
