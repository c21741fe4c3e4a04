import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands at the top of the sources, beside files. */
const FOLDERS = new Set([
  '.ci',
  'bench',
  'components',
  'docs',
  'entrypoints',
  'lib',
  'lint',
  'locales',
  'public',
  'sandbox',
  'tests',
  'tools',
]);
const FILES = /^(?:\.(?:gitignore|node-version|npmrc|dependency-cruiser\.mjs)|LICENSE|[A-Z]+\.md)$/;
const CONFIGURATION = /^[a-z][a-z0-9.-]*\.(?:json|ts)$/;
const KINDS = /\.(?:ts|tsx|mjs|js|json|css|html|svg|png|md|grit)$/;
const EXTENSIONLESS = new Set(['.ci/run']);

const isSource = (path: string): boolean => {
  const [folder = '', ...rest] = path.split('/');
  if (rest.length === 0) return FILES.test(path) || CONFIGURATION.test(path);
  return FOLDERS.has(folder) && (KINDS.test(path) || EXTENSIONLESS.has(path));
};

/** Names that git leaves out, wherever they are. The project's `.gitignore` knows names and endings only. */
const ignored = (root: string): ((name: string) => boolean) => {
  const rules = readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter(Boolean)
    .concat('.git');
  return (name) =>
    rules.some((rule) => (rule.startsWith('*') ? name.endsWith(rule.slice(1)) : name === rule));
};

const below = (folder: string, isIgnored: (name: string) => boolean): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isIgnored(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? below(join(folder, entry.name), isIgnored).map((path) => `${entry.name}/${path}`)
        : [entry.name],
    );

/**
 * The paths of all sources below `root`, sorted. Throws on a file that is neither a source nor ignored by git: what is
 * published is decided, not swept up.
 */
export const listSources = (root: string): readonly string[] => {
  const paths = below(root, ignored(root)).toSorted();
  const strangers = paths.filter((path) => !isSource(path));
  if (strangers.length > 0) {
    throw new Error(`Neither sources nor ignored by git: ${strangers.join(', ')}`);
  }
  return paths;
};
