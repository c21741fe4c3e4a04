import { dirname, join } from 'node:path';

/** Where a path is one of ours; what stands in other folders is made by commands. */
const FOLDER =
  '(?:\\.ci|bench|components|docs|entrypoints|lib|lint|locales|public|sandbox|tests|tools)';
const PATH = new RegExp(`(?<![\\w/.#-])(${FOLDER}/[\\w./-]*[\\w/])`, 'g');
const LINK = /\]\((?!https?:|#)([^)#\s]+)/g;
const FILE = /`([\w.-]+\.(?:json|md|mjs|ts))`/g;
const STEP = /^```\w+ (?:file|into)=[\s\S]*?^```$/gm;
const NEW_FILE = /^```\w+ file=(\S+)/gm;
const FENCED = /^```(?:sh)?\n([\s\S]*?)^```$/gm;
const INLINE = /`([^`\n]+)`/g;
const SCRIPT = /npm run ([\w-]+)/g;

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** What exists: files with all folders above them, and the names of npm's scripts. */
export interface Existing {
  readonly paths: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
}

/** What a document names that does not exist: links, paths, files without a folder, scripts of npm. */
export const missingIn = (at: string, markdown: string, { paths, scripts }: Existing): string[] => {
  // A how-to names what its reader is about to write, and writes it.
  const rest = markdown.replace(STEP, '');
  const written = new Set(all(markdown, NEW_FILE).flatMap((path) => [path, dirname(path)]));
  const isThere = (named: string): boolean => {
    const path = named.replace(/\/$/, '');
    return paths.has(path) || written.has(path);
  };
  const code = [...all(rest, FENCED), ...all(rest, INLINE)].join('\n');
  return [
    ...all(rest, LINK).filter((to) => !isThere(join(dirname(at), to))),
    ...all(code, PATH).filter((named) => !isThere(named)),
    // Also an ending that files share, such as `.test.ts`.
    ...all(rest, FILE).filter((name) => ![...paths].some((path) => path.endsWith(name))),
    ...all(code, SCRIPT).filter((name) => !scripts.has(name)),
  ];
};
