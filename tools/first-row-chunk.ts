import type { Plugin, Rolldown } from 'vite';

/** What the popup and the side panel load before their first row, with everything it imports. */
const FIRST = /\/entrypoints\/popup\/open-popup\.ts$|wxt-html-plugins|rolldown\/runtime/;
/** What brings the popup to life right after. */
const LIVING = /\/components\/popup\/model\.ts$/;

const GROUPS = [
  { name: 'first-row', test: FIRST, priority: 2 },
  { name: 'living', test: LIVING, priority: 1 },
];

const filesBehind = (
  { imports }: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  found = new Set<string>(),
): Set<string> => {
  for (const file of imports) {
    const chunk = bundle[file];
    if (found.has(file) || chunk?.type !== 'chunk') continue;
    found.add(file);
    filesBehind(chunk, bundle, found);
  }
  return found;
};

/**
 * Puts all script that the popup needs before its first row into one file, and what brings it to life into another:
 * each file is a request of its own, and the slowest of them decides. Other pages load these files too, for the parts
 * they share. Pages name what they import, so that it is fetched at once; Vite's own way of doing so puts a kilobyte
 * of script into the popup.
 */
export const firstRowChunk = (): Plugin => ({
  name: 'sendwatch-first-row-chunk',
  apply: 'build',
  enforce: 'pre',
  // Dynamic imports bring no style sheets here, and their files are few: nothing has to be fetched ahead of them.
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null,
  outputOptions: (options) =>
    options.format === 'es' ? { ...options, codeSplitting: { groups: GROUPS } } : options,
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { chunk, bundle }) =>
      chunk && bundle
        ? [...filesBehind(chunk, bundle)].map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
            injectTo: 'head',
          }))
        : [],
  },
});
