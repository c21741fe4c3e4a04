import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build, type Plugin } from 'vite';
import type { TestLocale } from './pages/speak.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = join(import.meta.dirname, 'pages');

/** The languages that the pages are built in: ours, and those of tests. */
export const GALLERY_LOCALES = ['en', 'accented', 'mirrored'] as const satisfies readonly (
  | 'en'
  | TestLocale
)[];
export type GalleryLocale = (typeof GALLERY_LOCALES)[number];

/** The folder that the pages of a language are built into. */
export const builtPages = (locale: GalleryLocale): string =>
  join(ROOT, 'artifacts/gallery-pages', locale);

/** The extension's own pages, as its entrypoints name them. */
export const EXTENSION_PAGES = readdirSync(join(ROOT, 'entrypoints'), { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('/index.html'))
  .map((path) => path.replace('/index.html', ''));

// The names under which the browser is imported, our own and those inside of WXT's parts.
const BROWSER_MODULES = ['wxt/browser', '@wxt-dev/browser', 'webextension-polyfill'];

/** Every `#locales/en/…` says the same in a language of the gallery. */
const speaking = (locale: TestLocale): Plugin => ({
  name: 'gallery-locale',
  enforce: 'pre',
  resolveId: (source) => {
    const [, name] = /^#locales\/en\/([\w-]+)$/.exec(source) ?? [];
    return name === undefined ? null : `\0spoken:${name}`;
  },
  load: (id) => {
    const [, name] = /^\0spoken:([\w-]+)$/.exec(id) ?? [];
    if (name === undefined) return null;
    const file = join(ROOT, 'locales/en', `${name}.ts`);
    const catalogues = [...readFileSync(file, 'utf8').matchAll(/^export const (\w+)/gm)];
    return [
      `import * as real from ${JSON.stringify(file)};`,
      `import { speak } from ${JSON.stringify(join(PAGES, 'speak.ts'))};`,
      ...catalogues.map(
        ([, catalogue]) => `export const ${catalogue} = speak(real.${catalogue}, '${locale}');`,
      ),
    ].join('\n');
  },
  transformIndexHtml: (html) =>
    locale === 'mirrored' ? html.replace('<html lang="en">', '<html lang="en" dir="rtl">') : html,
});

/** Builds the product's own pages over a stand-in for the browser. */
const buildPages = async (locale: GalleryLocale): Promise<void> => {
  const fakeBrowser = join(PAGES, 'fake-browser.ts');
  await build({
    configFile: false,
    root: ROOT,
    mode: 'production',
    logLevel: 'error',
    publicDir: false,
    plugins: [...preact(), ...(locale === 'en' ? [] : [speaking(locale)])],
    resolve: {
      alias: Object.fromEntries(BROWSER_MODULES.map((name) => [name, fakeBrowser])),
    },
    build: {
      outDir: builtPages(locale),
      emptyOutDir: true,
      minify: false,
      target: 'chrome144',
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          ...Object.fromEntries(
            EXTENSION_PAGES.map((page) => [page, join(ROOT, 'entrypoints', page, 'index.html')]),
          ),
          fill: join(PAGES, 'fill.html'),
          panel: join(PAGES, 'web-app.html'),
        },
      },
    },
  });
};

/** Once for all files of the gallery, before the first of them. */
export const setup = async (): Promise<void> => {
  for (const locale of GALLERY_LOCALES) await buildPages(locale);
};
