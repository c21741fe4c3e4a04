import type { Plugin } from 'vite';

const POLYFILL = '@wxt-dev/webextension-polyfill/browser';
const NATIVE = '@wxt-dev/browser';

/**
 * Keeps webextension-polyfill to the background. The one thing that it adds in the browsers we support is that a
 * message listener may answer with a promise (Chromium 156 does so natively, 144 may not), and only the background
 * listens so.
 * Popup, options and content script, whose size people feel, take the browser's own object of the same name.
 */
export const polyfillInBackground = (): Plugin => {
  let isBackground = false;
  return {
    name: 'polyfill-in-background',
    enforce: 'pre',
    buildStart({ input }) {
      isBackground = JSON.stringify(input).includes('background');
    },
    resolveId(id, importer) {
      if (id !== POLYFILL || isBackground) return undefined;
      return this.resolve(NATIVE, importer, { skipSelf: true });
    },
  };
};
