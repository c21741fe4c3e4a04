import type { Plugin } from 'vite';

/** The namespaces that Sendwatch calls. The polyfill wraps only what its table names; the rest would be dead weight. */
const USED = [
  'action',
  'alarms',
  'i18n',
  'notifications',
  'permissions',
  'runtime',
  'sidePanel',
  'storage',
  'tabs',
  'windows',
];

const TABLE = /const apiMetadata = (\{[\s\S]*?\n {6}\});/;

/**
 * Leaves out of webextension-polyfill's table of API calls those that Sendwatch never makes (7 kB of 10 in each of
 * background, popup and content script). Throws when the polyfill has changed its shape, so that nothing is lost unseen.
 */
export const prunePolyfill = (): Plugin => ({
  name: 'prune-polyfill',
  transform: {
    filter: { id: /webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js/ },
    handler(code) {
      const table = TABLE.exec(code)?.[1];
      if (table === undefined)
        throw new Error('webextension-polyfill has another shape than known');
      const all = Object.entries(JSON.parse(table) as Record<string, unknown>);
      const kept = Object.fromEntries(all.filter(([namespace]) => USED.includes(namespace)));
      return { code: code.replace(table, JSON.stringify(kept)), map: null };
    },
  },
});
