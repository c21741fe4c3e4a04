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
 * Instead of Vite's own preloading: the style sheets of what is imported, once each, before its script runs. Their scripts are
 * few, and nothing of them has to be fetched ahead.
 */
const WITH_STYLE_SHEETS = `
const seen = {};
const style = (path) => (seen[path] ??= new Promise((done) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/' + path });
  link.onload = link.onerror = done;
  document.head.append(link);
}));
export const __vitePreload = (load, paths = []) =>
  Promise.all(paths.filter((path) => path.endsWith('.css')).map(style)).then(load);
`;

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
  load: (id) => (id.endsWith('vite/preload-helper.js') ? WITH_STYLE_SHEETS : null),
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
