import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BundledPackages, reportOf } from './bundled-packages.ts';
import { ROOT } from './shell.ts';

const read = (path: string): BundledPackages =>
  JSON.parse(readFileSync(path, 'utf8')) as BundledPackages;

const without = (one: readonly string[] = [], other: readonly string[] = []): string[] =>
  one.filter((name) => !other.includes(name));

/** Packages that a build holds beyond what was decided, or no longer holds; empty when it is as decided. */
export const bundleProblems = (built: BundledPackages, decided: BundledPackages): string[] =>
  Object.keys({ ...built, ...decided }).flatMap((part) => [
    ...without(built[part], decided[part]).map((name) => `${part}: new package ${name}`),
    ...without(decided[part], built[part]).map((name) => `${part}: no package ${name} any more`),
  ]);

/** Holds the last build for one browser against the golden file. Gives what differs. */
export const gateBundle = (browser: 'chrome' | 'firefox'): string[] =>
  bundleProblems(
    read(reportOf(ROOT, browser)),
    read(join(ROOT, 'tests/golden/bundled-packages.json')),
  ).map((problem) => `${browser}: ${problem}`);
