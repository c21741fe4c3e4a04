import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCommands, readSteps, type Step, takeStep } from '../../tools/how-to.ts';
import { listSources } from '../../tools/list-sources.ts';
import { ROOT } from '../../tools/shell.ts';

const HOW_TOS = globSync('docs/how-to/*.md', { cwd: ROOT }).map((path) => ({
  name: basename(path, '.md'),
  markdown: readFileSync(join(ROOT, path), 'utf8'),
}));
const stepsOf = (name: string) =>
  HOW_TOS.filter((one) => one.name === name).flatMap(({ markdown }) => readSteps(markdown));

/** A control for the compiler: it has to stop a cause that nobody wrote words for, or complain that it did not. */
const WORDLESS: Step = {
  path: 'tests/unit/rules/wordless.ts',
  text: [
    "import type { CauseCode } from '#model';",
    '',
    '// @ts-expect-error There is no headline of this name.',
    "export const wordless: CauseCode = 'wordless';",
    '',
  ].join('\n'),
  place: 'file',
};

let copy = '';

/** Runs a program of the lockfile in the copy. Rejects with what it printed. */
const run = async (file: string, ...args: readonly string[]): Promise<void> => {
  const env = {
    ...process.env,
    PATH: [join(copy, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    VITEST: undefined,
    NO_COLOR: '1',
  };
  await promisify(execFile)(file, [...args], { cwd: copy, env }).catch((error: unknown) => {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${file} ${args.join(' ')}\n${stdout}${stderr}`);
  });
};

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'sendwatch-how-to-'));
  for (const path of listSources(ROOT)) cpSync(join(ROOT, path), join(copy, path));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // All how-tos in one copy: so they can be followed one after the other, and types are checked once.
  for (const { markdown } of HOW_TOS) {
    for (const step of readSteps(markdown)) takeStep(copy, step);
  }
  takeStep(copy, WORDLESS);
  await run(process.execPath, 'tools/rules.ts');
  await run('biome', 'check', '--write', '--vcs-enabled=false', 'lib', 'components', 'locales');
  await run('biome', 'check', '--write', '--vcs-enabled=false', 'tests/unit', 'entrypoints');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('who follows the how-tos alone', () => {
  test('touches for a rule one new file, its test and the words', () => {
    const steps = stepsOf('rule');
    const written = steps.filter(({ place }) => place === 'file').map(({ path }) => path);
    expect(written.map(dirname)).toEqual(['lib/diagnosis/rules/lint', 'tests/unit/rules']);
    const changed = steps.filter(({ place }) => place !== 'file').map(({ path }) => path);
    expect(new Set(changed.map(dirname))).toEqual(new Set(['locales/en']));
  });

  test('has types that hold, and no cause without words', () => run('tsc', '--noEmit'));

  test('stays on the floors', () =>
    run('depcruise', '--config', '.dependency-cruiser.mjs', 'lib', 'components', 'entrypoints'));

  test('has tests that pass', () => {
    const tests = HOW_TOS.filter(({ markdown }) => readSteps(markdown).length > 0)
      .flatMap(({ markdown }) => readCommands(markdown))
      .filter((command) => command.startsWith('npx vitest run '))
      .flatMap((command) => command.split(' ').slice(3));
    expect(tests).toContain('tests/unit/rules');
    return run('vitest', 'run', ...tests);
  });
});
