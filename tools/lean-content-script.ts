import type { Plugin } from 'vite';

const WATCHER = '\0no-location-watcher';

/** What is taken out of WXT’s files, by a part of their names. */
const CUTS = [
  // Its event is no longer made; only the call that names it keeps it in.
  ['/custom-events.mjs', '= getUniqueEventName(', '= /* @__PURE__ */ getUniqueEventName('],
  ['/content-script-context.mjs', /logger\.debug\([^;]*\);/, ''],
  // Nobody listens: a newer script is heard by its event.
  ['/content-script-context.mjs', /if \(!this\.options\?\.noScript[\s\S]*?"\*"\);/, ''],
  ['/content-script-context.mjs', /\tblock\(\) \{[^}]*\}[^}]*\}/, ''],
  ['/content-script-context.mjs', /\tlocationWatcher = [^;]*;/, ''],
  ['/content-script-context.mjs', /if \(type === "wxt:locationchange"\) \{[^}]*\}/, ''],
  ['/content-script-context.mjs', /type\.startsWith\("wxt:"\) \? [^:]* : type/, 'type'],
  // In production it says nothing, and throws on what it caught.
  [
    'virtual:wxt-content-script-isolated-world-entrypoint',
    /try \{[\s\S]*throw err;\s*\}/,
    'initPlugins(); return definition.main(new ContentScriptContext(import.meta.env.ENTRYPOINT));',
  ],
  // Nobody reads why it ended, takes a listener for it back, or looks at what it was told.
  [
    '/content-script-context.mjs',
    'this.abort("Content script context invalidated")',
    'this.abortController.abort()',
  ],
  ['/content-script-context.mjs', /\tabort\(reason\) \{[^}]*\}/, ''],
  ['/content-script-context.mjs', /return \(\) => this\.signal\.removeEventListener\([^;]*\);/, ''],
  ['/content-script-context.mjs', 'this.options = options;', ''],
  [
    '/content-script-context.mjs',
    /\t(setTimeout|requestAnimationFrame|requestIdleCallback)\([\s\S]*?return id;\s*\}/g,
    '',
  ],
] as const;

/**
 * Leaves out of the content script (20 kB in all) what it does not use of WXT: a debug line, reasons, a message to the page, three ways of waiting, and WXT's own watcher of
 * addresses, which tells an address before the page has gone there, or where it never goes, as with a download, and
 * fails on events that a page makes up. The entrypoint reads the address itself.
 */
export const leanContentScript = (): Plugin => ({
  name: 'lean-content-script',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/location-watcher.mjs') ? WATCHER : undefined),
  load: (id) =>
    id === WATCHER ? 'export const createLocationWatcher = () => undefined;' : undefined,
  transform: (code, id) => {
    const cuts = CUTS.filter(([name]) => id.includes(name));
    return cuts.length > 0
      ? cuts.reduce((left, [, from, to]) => left.replace(from, to), code)
      : undefined;
  },
});
