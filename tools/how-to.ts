import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A block of a how-to that is to be put somewhere: what its fence says after the language. */
export interface Step {
  readonly path: string;
  readonly text: string;
  /** `file`: the whole file. `into`: further lines of the object that the file ends with. Else the text that it replaces. */
  readonly place: 'file' | 'into' | { readonly insteadOf: string };
}

const FENCE = /^```\w+ (file|into)=(\S+?)(?: instead-of="(.+)")?\n([\s\S]*?)^```$/gm;
const END_OF_OBJECT = '} as const;';

/** The blocks of a how-to that name a file, in their order. */
export const readSteps = (markdown: string): readonly Step[] =>
  [...markdown.matchAll(FENCE)].map(([, kind, path = '', insteadOf, text = '']) => ({
    path,
    text,
    place: insteadOf === undefined ? (kind === 'into' ? 'into' : 'file') : { insteadOf },
  }));

/** The commands of a how-to, one a line. */
export const readCommands = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap(([, lines = '']) => lines.split('\n'))
    .filter(Boolean);

const textAfter = ({ path, text, place }: Step, before: string): string => {
  const target = place === 'into' ? END_OF_OBJECT : place === 'file' ? '' : place.insteadOf;
  const at = before.lastIndexOf(target);
  if (at < 0) throw new Error(`${path} has no "${target}": the how-to is older than the file.`);
  return place === 'into'
    ? before.slice(0, at) + text + before.slice(at)
    : before.slice(0, at) + text.trimEnd() + before.slice(at + target.length);
};

/** Does one step in a copy of the sources. Throws when what it says to change is not there. */
export const takeStep = (root: string, step: Step): void => {
  const path = join(root, step.path);
  mkdirSync(dirname(path), { recursive: true });
  // `wx`: a file that a how-to says to write must be a new one.
  if (step.place === 'file') writeFileSync(path, step.text, { flag: 'wx' });
  else writeFileSync(path, textAfter(step, readFileSync(path, 'utf8')));
};
