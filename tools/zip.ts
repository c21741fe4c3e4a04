import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension } from './build-extension.ts';
import { listSources } from './list-sources.ts';
import { ROOT } from './shell.ts';
import { filesIn, type PackedFile, zipBytes } from './write-zip.ts';

const OUT = join(ROOT, '.output');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** Writes one package and gives the line of its checksum, as `sha256sum` writes it. */
const pack = async (name: string, files: readonly PackedFile[]): Promise<string> => {
  const bytes = await zipBytes(files);
  const file = `sendwatch-${version}-${name}.zip`;
  writeFileSync(join(OUT, file), bytes);
  const sum = createHash('sha256').update(bytes).digest('hex');
  console.log(`${(bytes.length / 1_000).toFixed(1).padStart(8)} kB  ${file}`);
  return `${sum}  ${file}`;
};

rmSync(OUT, { recursive: true, force: true });
const sums: string[] = [];
for (const target of ['chrome', 'firefox'] as const) {
  sums.push(await pack(target, filesIn(await buildExtension(target))));
}
const sources = listSources(ROOT).map((path) => ({ path, bytes: readFileSync(join(ROOT, path)) }));
sums.push(await pack('sources', sources));
writeFileSync(join(OUT, 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(sums.join('\n'));
