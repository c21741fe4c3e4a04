import { globSync } from 'node:fs';
import { join, posix } from 'node:path';
import { headlines } from '#locales/en/headlines';
import { GATES } from '../lib/diagnosis/gate.ts';
import { SENDING_CODES } from '../lib/model/lifecycle.ts';

/** A file that is written from others, and what it has to hold. */
export interface IndexFile {
  readonly path: string;
  readonly text: string;
}

const RULES = 'lib/diagnosis/rules';
const HEADLINE = '.headline';

const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

const indexOfRules = (root: string): IndexFile => {
  const files = globSync('*/*.ts', { cwd: join(root, RULES) })
    .map((path) => path.replaceAll('\\', '/').slice(0, -'.ts'.length))
    .toSorted();
  const strays = files.filter((path) => !GATES.some((gate) => gate === posix.dirname(path)));
  if (strays.length > 0) {
    throw new Error(`${RULES}: ${strays} lie in none of ${GATES.join(', ')}.`);
  }
  const nameOf = (path: string): string => camelCase(posix.basename(path));
  return {
    path: 'lib/diagnosis/rules.ts',
    text: [
      '// Written by "npm run rules" from the files in rules/.',
      "import { of, type RuleEntry } from './gate.ts';",
      ...files.map((path) => `import { ${nameOf(path)} } from './rules/${path}.ts';`),
      '',
      '/** Every rule there is, gate by gate; within a gate in the order of their names, which breaks ties. */',
      'export const RULES: readonly RuleEntry[] = [',
      ...GATES.flatMap((gate) => [
        `  ...of('${gate}', {`,
        ...files
          .filter((path) => posix.dirname(path) === gate)
          .map((path) => `    ${nameOf(path)},`),
        '  }),',
      ]),
      '];',
      '',
    ].join('\n'),
  };
};

const indexOfCodes = (): IndexFile => {
  const theirs = new Set<string>(SENDING_CODES);
  const codes = Object.keys(headlines)
    .filter((key) => key.endsWith(HEADLINE))
    .map((key) => key.slice(0, -HEADLINE.length))
    .filter((code) => !theirs.has(code));
  return {
    path: 'lib/model/own-cause-codes.ts',
    text: [
      '// Written by "npm run rules" from locales/en/headlines.ts.',
      '',
      '/** Causes that Sendwatch itself finds, beside the 18 codes, which are causes under their own name. */',
      'export const OWN_CAUSE_CODES = [',
      ...codes.map((code) => `  '${code}',`),
      '] as const;',
      '',
    ].join('\n'),
  };
};

/** The files that list all rules and all causes: made from the rules' files and from the causes' words. */
export const ruleIndex = (root: string): readonly IndexFile[] => [
  indexOfRules(root),
  indexOfCodes(),
];
