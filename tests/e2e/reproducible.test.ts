import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, sep } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const LEFT_OUT = new Set(['node_modules', '.output', '.wxt', '.git', 'artifacts']);

/** The sources in a folder of their own. */
const copySources = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), name));
  const isSource = (path: string): boolean =>
    !LEFT_OUT.has(relative(ROOT, path).split(sep)[0] ?? '');
  cpSync(ROOT, folder, { recursive: true, filter: isSource });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
};

// A bundler that finds itself in a test run builds something else.
const withoutTestRunner = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(?:VITEST|NODE_ENV$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/.test(name),
    ),
  );

/** Builds both extensions there, under another zone and another umask. */
const build = (folder: string, zone: string, umask: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const code = `process.umask(${umask}); await import('./tools/build.ts');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      cwd: folder,
      env: {
        ...withoutTestRunner(process.env),
        TZ: zone,
        PATH: [join(folder, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.on('error', reject);
    child.on('close', (exitCode) => (exitCode === 0 ? resolve() : reject(new Error(said))));
  });

/** Checksum of every built file, by its path. */
const checksums = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    globSync('.output/*-mv3/**/*.*', { cwd: folder })
      .sort()
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ]),
  );

let folders: readonly [string, string];

beforeAll(async () => {
  folders = [copySources('sendwatch-a-'), copySources('sendwatch-somewhere-else-')];
  // One after the other: a computer builds one faster than two at once.
  await build(folders[0], 'Pacific/Kiritimati', 0o022);
  await build(folders[1], 'America/Los_Angeles', 0o077);
}, 180_000);
afterAll(() => {
  for (const folder of folders ?? []) rmSync(folder, { recursive: true, force: true });
});

test('row 63: two builds in two places, zones and umasks are equal to the byte', () => {
  const [one, other] = folders.map(checksums);
  expect(Object.keys(one ?? {}).length).toBeGreaterThan(20);
  expect(one).toEqual(other);
});

test('row 63, control: a build that names the place where it was made is noticed', () => {
  const [one, other] = folders;
  appendFileSync(join(other, '.output/chrome-mv3/background.js'), `// ${other}`);
  expect(checksums(one)).not.toEqual(checksums(other));
});
