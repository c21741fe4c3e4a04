import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { listSources } from '../../tools/list-sources.ts';
import { ROOT } from '../../tools/shell.ts';
import { missingIn } from './named-in-documents.ts';

const SOURCES = listSources(ROOT);
const DOCUMENTS = SOURCES.filter((path) => /^(?:[^/]+|docs\/.+)\.md$/.test(path));
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { scripts } = JSON.parse(textOf('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

const withFoldersAbove = (path: string): string[] =>
  path === '.' ? [] : [path, ...withFoldersAbove(dirname(path))];
const EXISTING = {
  paths: new Set(SOURCES.flatMap(withFoldersAbove)),
  scripts: new Set(Object.keys(scripts)),
};

describe('documents', () => {
  test('there are those that a reader looks for', () => {
    const expected = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']
      .concat(['architecture', 'dependencies', 'performance', 'permissions'].map(inDocs))
      .concat(['privacy', 'reproduce', 'store-texts', 'threat-model'].map(inDocs))
      .concat(['how-to/rule', 'how-to/surface', 'how-to/locale', 'how-to/action'].map(inDocs));
    expect(DOCUMENTS).toEqual(expect.arrayContaining(expected));
    expect(existsSync(join(ROOT, 'LICENSE'))).toBe(true);
  });

  test.each(DOCUMENTS)('%s names nothing that is not there', (path) => {
    expect(missingIn(path, textOf(path), EXISTING)).toEqual([]);
  });

  test('control: what is not there is found', () => {
    const text = [
      'See [this](nothing.md), `lib/nowhere/gap.ts` and `nobody.config.ts`.',
      '```sh',
      'npm run nothing',
      'node tools/nothing.ts',
      '```',
    ].join('\n');
    expect(missingIn('docs/new.md', text, EXISTING)).toEqual([
      'nothing.md',
      'tools/nothing.ts',
      'lib/nowhere/gap.ts',
      'nobody.config.ts',
      'nothing',
    ]);
  });
});

const inDocs = (name: string): string => `docs/${name}.md`;

describe('commands', () => {
  const told = DOCUMENTS.map(textOf).join('\n');

  test('every script of npm is told, and starts a tool that is there', () => {
    expect(
      Object.keys(scripts).filter((name) => !RegExp(`npm (?:run )?${name}\\b`).test(told)),
    ).toEqual([]);
    const tools = Object.values(scripts).flatMap((command) =>
      [...command.matchAll(/start\.mjs ([\w-]+)/g)].map(([, tool]) => `tools/${tool}.ts`),
    );
    expect(tools.filter((path) => !EXISTING.paths.has(path))).toEqual([]);
  });

  // The others are run by "npm test" itself, or by tests of their own: see tools/test.ts, reproducible, demo, explain.
  test('npm run simulate does what the README says', () => {
    const args = ['tools/simulate.ts', '--hours', '1', '--campaigns', '3', '--seed', '1'];
    const said = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect(said).toMatch(/checked: no check ends in an error/);
  });
});
