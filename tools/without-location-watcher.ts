import type { Plugin } from 'vite';

const WATCHER = '\0no-location-watcher';

/**
 * Leaves WXT's own watcher of addresses out of the content script (0.3 kB of 20): it tells an address before the page
 * has gone there, or where it never goes, as with a download, and fails on events that a page makes up. The entrypoint
 * reads the address itself.
 */
export const withoutLocationWatcher = (): Plugin => ({
  name: 'without-location-watcher',
  enforce: 'pre',
  resolveId: (id) => (/\/location-watcher\.mjs$/.test(id) ? WATCHER : undefined),
  load: (id) =>
    id === WATCHER ? 'export const createLocationWatcher = () => undefined;' : undefined,
  // Its event is no longer made; only the call that names it keeps it in.
  transform: (code, id) =>
    /\/custom-events\.mjs$/.test(id)
      ? code.replace('= getUniqueEventName(', '= /* @__PURE__ */ getUniqueEventName(')
      : undefined,
});
