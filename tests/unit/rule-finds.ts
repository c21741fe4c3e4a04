import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnoseFleet, type FleetInput, RULES, type RuleEntry } from '#diagnosis';
import type { Cause, Observation } from '#model';
import { fleet } from './diagnosis-fixtures.ts';

const fileNameOf = (rule: string): string => rule.replace(/[A-Z]/g, (letter) => `-${letter}`);
const WITH_TEST_OF_THEIR_OWN = new Set(
  globSync('*.test.ts', { cwd: join(import.meta.dirname, 'rules') }).map((path) =>
    basename(path, '.test.ts'),
  ),
);

/** The rules that have no test file of their own in `rules/`: all are tested in one fleet. */
export const RULES_TESTED_TOGETHER: readonly RuleEntry[] = RULES.filter(
  ({ name }) => !WITH_TEST_OF_THEIR_OWN.has(fileNameOf(name).toLowerCase()),
);

/** What one rule alone finds in one campaign. Throws when there is no such rule. */
export const ruleFinds = (
  name: string,
  observation: Observation,
  over: Partial<FleetInput> = {},
): readonly Cause[] => {
  const rules = RULES.filter((rule) => rule.name === name);
  if (rules.length !== 1) throw new Error(`There is no rule "${name}"; run "npm run rules".`);
  return diagnoseFleet(fleet([observation], over), rules)[0]?.causes ?? [];
};
