import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import { expect, test } from 'vitest';
// @ts-expect-error the configuration is plain JavaScript, as the tool's command line reads it
import config from '../../.dependency-cruiser.mjs';

const PLANTED = 'tests/floors/planted';

const planted = readdirSync(PLANTED, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file, rule: /expect: (\S+)/.exec(readFileSync(file, 'utf8'))?.[1] }));

const { options, ...ruleSet } = config;
const { output } = (await cruise([PLANTED], {
  ...options,
  ruleSet,
  validate: true,
  outputType: 'json',
})) as IReporterOutput;
const { summary } = JSON.parse(String(output)) as {
  summary: { violations: { from: string; rule: { name: string } }[] };
};

test.each(planted)('the lint finds $rule in $file', ({ file, rule }) => {
  const found = summary.violations.filter((violation) => violation.from === file);
  expect(found.map((violation) => violation.rule.name)).toContain(rule);
});

test('something is planted', () => {
  expect(planted.length).toBeGreaterThan(10);
});

/** Lints one line of a room with the project's own configuration, in a folder of its own. */
const lintIn = (room: string, line: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sendwatch-lint-'));
  try {
    const {
      vcs: _vcs,
      $schema: _schema,
      ...config
    } = JSON.parse(readFileSync('biome.json', 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
    cpSync('lint', join(folder, 'lint'), { recursive: true });
    mkdirSync(join(folder, room), { recursive: true });
    writeFileSync(join(folder, room, 'planted.ts'), line);
    const { stderr } = spawnSync('biome', ['lint', '--colors=off', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test.each(['Date.now()', 'Math.random()', 'Temporal.Now.instant()', 'new Date()'])(
  'the lint finds %s in a pure room, and nowhere else',
  (source) => {
    const line = `export const at = ${source};\n`;
    expect(lintIn('lib/forecast', line)).toContain('Pure rooms read no clock');
    expect(lintIn('lib/watch', line)).not.toContain('Pure rooms');
  },
);
