import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readZip, zipBytes } from '../../tools/write-zip.ts';

const ROOT = join(import.meta.dirname, '../..');
const LEFT_OUT = new Set(['node_modules', '.output', '.wxt', '.git', 'artifacts', '.stryker-tmp']);

const withPackages = (folder: string): string => {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
};

/** The sources in a folder of their own. */
const copySources = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sendwatch-a-'));
  const isSource = (path: string): boolean =>
    !LEFT_OUT.has(relative(ROOT, path).split(sep)[0] ?? '');
  cpSync(ROOT, folder, { recursive: true, filter: isSource });
  return withPackages(folder);
};

const packagesIn = (folder: string): readonly string[] =>
  globSync('.output/*.zip', { cwd: folder }).toSorted();

const sourcesOf = (folder: string) => {
  const path = packagesIn(folder).find((name) => name.endsWith('-sources.zip'));
  if (path === undefined) throw new Error('There is no source package.');
  return readZip(readFileSync(join(folder, path)));
};

/** What a reviewer has: the source package of another build, unpacked. */
const unpackSources = async (from: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'sendwatch-somewhere-else-'));
  for (const { path, bytes } of await sourcesOf(from)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return withPackages(folder);
};

// A bundler that finds itself in a test run builds something else.
const withoutTestRunner = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(?:VITEST|NODE_ENV$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/.test(name),
    ),
  );

/** Makes all packages there, under another zone and another umask. */
const pack = (folder: string, zone: string, umask: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const code = `process.umask(${umask}); await import('./tools/zip.ts');`;
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

const sumsOf = (folder: string): string => readFileSync(join(folder, '.output/SHA256SUMS'), 'utf8');

const folders: string[] = [];

beforeAll(async () => {
  const one = copySources();
  folders.push(one);
  await pack(one, 'Pacific/Kiritimati', 0o022);
  const other = await unpackSources(one);
  folders.push(other);
  await pack(other, 'America/Los_Angeles', 0o077);
}, 180_000);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('row 63: packages of the sources, and of their source package in another place, zone and umask, are equal to the byte', () => {
  const [one = '', other = ''] = folders;
  expect(sumsOf(one).trim().split('\n')).toHaveLength(3);
  expect(sumsOf(other)).toBe(sumsOf(one));
  for (const path of packagesIn(one)) {
    expect(readFileSync(join(other, path)).equals(readFileSync(join(one, path))), path).toBe(true);
  }
});

test('row 63, control: a build that names the place where it was made is noticed', async () => {
  const [one = '', other = ''] = folders;
  const path = packagesIn(one).find((name) => name.endsWith('-chrome.zip')) ?? '';
  const bytes = readFileSync(join(one, path));
  const files = await readZip(bytes);
  expect(Buffer.from(await zipBytes(files)).equals(bytes)).toBe(true);
  const named = files.map((file) =>
    file.path === 'background.js'
      ? { ...file, bytes: Buffer.concat([file.bytes, Buffer.from(`// ${other}`)]) }
      : file,
  );
  expect(Buffer.from(await zipBytes(named)).equals(bytes)).toBe(false);
});

test('the source package holds what git has, and nothing else', async () => {
  const [one = ''] = folders;
  const paths = (await sourcesOf(one)).map(({ path }) => path).toSorted();
  expect(paths).toContain('package-lock.json');
  // An unpacked source package has no git to ask.
  if (!existsSync(join(ROOT, '.git'))) return;
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const tracked = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0');
  expect(paths).toEqual(tracked.filter((path) => path && existsSync(join(ROOT, path))).toSorted());
});
