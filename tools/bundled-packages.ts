import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Packages whose code is in each part of one build, by part. */
export type BundledPackages = Readonly<Record<string, readonly string[]>>;

const PACKAGE =
  /[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)[/\\](?!.*[/\\]node_modules[/\\])/;

const partOf = (file: string): string =>
  file === 'background.js'
    ? 'background'
    : file.startsWith('content-scripts/')
      ? 'content script'
      : 'pages';

/** Where a build of one browser tells what is in it. */
export const reportOf = (root: string, browser: string): string =>
  join(root, 'artifacts', `bundled-packages-${browser}.json`);

const found = new Map<string, Set<string>>();

/** Tells whose code is in the built scripts. Code that was left out by the bundler does not count. */
export const bundledPackages = (root: string, browser: string): Plugin => ({
  name: 'sendwatch-bundled-packages',
  apply: 'build',
  generateBundle: (_options, bundle) => {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const part = partOf(chunk.fileName);
      const packages = found.get(part) ?? new Set();
      found.set(part, packages);
      for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
        const [, name] = PACKAGE.exec(id) ?? [];
        if (name !== undefined && renderedLength > 0) packages.add(name.replace('\\', '/'));
      }
    }
    const report = Object.fromEntries(
      [...found].toSorted().map(([part, packages]) => [part, [...packages].toSorted()]),
    );
    mkdirSync(join(root, 'artifacts'), { recursive: true });
    writeFileSync(reportOf(root, browser), `${JSON.stringify(report, null, 2)}\n`);
  },
});
