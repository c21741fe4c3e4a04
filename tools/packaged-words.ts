import type { WxtHooks } from 'wxt';
import { packaged } from '../locales/en/packaged.ts';

const FILE = 'words/en.json';

/** Packs the catalogue that answers to panels are taken from: made in the build, so that it is never older than the texts. */
export const packagedWords = {
  'prepare:publicPaths': (_wxt, paths) => {
    paths.push(FILE);
  },
  'build:publicAssets': (_wxt, files) => {
    files.push({ relativeDest: FILE, contents: JSON.stringify(packaged) });
  },
} as const satisfies Partial<WxtHooks>;
