import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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

test.each(['Date.now()', 'Math.random()', 'Temporal.Now.instant()', 'new Date()'])(
  'the lint finds %s in a pure room, and nowhere else',
  (source) => {
    const lint = (path: string) =>
      spawnSync('biome', ['lint', `--stdin-file-path=${path}`], {
        input: `export const at = ${source};\n`,
        encoding: 'utf8',
      });
    expect(lint('lib/forecast/planted.ts').stderr).toContain('Pure rooms read no clock');
    expect(lint('lib/watch/planted.ts').stderr).not.toContain('Pure rooms');
  },
);
