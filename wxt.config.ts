import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { bundledPackages } from './tools/bundled-packages.ts';
import { firstRowChunk } from './tools/first-row-chunk.ts';
import { leanContentScript } from './tools/lean-content-script.ts';
import { packagedWords } from './tools/packaged-words.ts';
import { polyfillInBackground } from './tools/polyfill-in-background.ts';
import { ROOT } from './tools/shell.ts';

/** What extension pages may load. `connect-src https:` leaves room for webhooks; the code holds the real limit. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Firefox names them by the toolbar's text, so that `dark` is the drawing for a light toolbar. */
const toolbarIcon = (size: number) => ({
  light: `icon/toolbar-light-${size}.png`,
  dark: `icon/toolbar-dark-${size}.png`,
  size,
});

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  hooks: packagedWords,
  vite: ({ browser }) => ({
    plugins: [
      preact(),
      polyfillInBackground(),
      leanContentScript(),
      firstRowChunk(),
      bundledPackages(ROOT, browser),
    ],
    build: { modulePreload: false, target: ['chrome144', 'firefox142'] },
  }),
  manifest: ({ browser, mode }) => ({
    name: 'Sendwatch',
    description: 'Which Instantly campaigns are not sending, why, and what to do first.',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_permissions: ['notifications'],
    host_permissions: ['https://api.instantly.ai/*'],
    // For webhooks: the click that sets one up asks for its one host, and removing it gives that back.
    optional_host_permissions: ['https://*/*'],
    incognito: 'not_allowed',
    ...(mode === 'production' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    ...(browser === 'firefox'
      ? {
          // Chrome has no such field; its one icon stands on both.
          action: { theme_icons: [16, 32].map(toolbarIcon) },
          browser_specific_settings: {
            gecko: {
              id: 'sendwatch@sendwatch.app',
              strict_min_version: '142.0',
              // The key and campaign ids go to Instantly's own API and nowhere else.
              data_collection_permissions: { required: ['authenticationInfo'] },
            },
          },
        }
      : { minimum_chrome_version: '144' }),
  }),
});
