import type { Plugin } from 'vite';

/** What the popup and the side panel load before their first row, with everything it imports. */
const FIRST = /\/entrypoints\/popup\/open-popup\.ts$|wxt-html-plugins|rolldown\/runtime/;

/**
 * Puts all script that the popup needs before its first row into one file: each file is a request of its own, and the
 * slowest of them decides. Other pages load that file too, for the parts they share.
 */
export const firstRowChunk = (): Plugin => ({
  name: 'sendwatch-first-row-chunk',
  apply: 'build',
  outputOptions: (options) =>
    options.format === 'es'
      ? { ...options, codeSplitting: { groups: [{ name: 'first-row', test: FIRST }] } }
      : options,
});
