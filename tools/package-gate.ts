import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './shell.ts';

/** Every package whose code may be in the extension, direct or through another. One more is a decision. */
const RUNTIME_PACKAGES = [
  '@preact/signals',
  '@preact/signals-core',
  '@tanstack/virtual-core',
  'idb',
  'preact',
  'uplot',
  'webextension-polyfill',
  'zod',
];

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The part of a lockfile that is judged. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, Entry>>;
}

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const FOREIGN = /^(?:git|http|file|link|github)/;

const closureOf = ({ packages }: Lockfile): string[] => {
  const found = new Set<string>();
  const queue = Object.keys(packages['']?.dependencies ?? {});
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const nested = Object.entries(packages).filter(([path]) =>
      path.endsWith(`node_modules/${name}`),
    );
    queue.push(...nested.flatMap(([, entry]) => Object.keys(entry.dependencies ?? {})));
  }
  return [...found].toSorted();
};

/** What a lockfile brings that was not decided: packages, versions that float, sources other than the registry. */
export const packageProblems = (lockfile: Lockfile): string[] => {
  const runtime = closureOf(lockfile);
  const direct = Object.entries(lockfile.packages['']?.dependencies ?? {});
  const entries = Object.entries(lockfile.packages).filter(([path]) => path !== '');
  return [
    ...runtime
      .filter((name) => !RUNTIME_PACKAGES.includes(name))
      .map((name) => `${name}: not known as a part of the extension`),
    ...RUNTIME_PACKAGES.filter((name) => !runtime.includes(name)).map((name) => `${name}: gone`),
    ...direct
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `${name}: ${version} is not one version`),
    ...entries
      .filter(([, { integrity, link }]) => link || !/^sha512-\S{80,}$/.test(integrity ?? ''))
      .map(([path]) => `${path}: no sha512`),
    ...entries
      .filter(
        ([, { resolved, version }]) => FOREIGN.test(resolved ?? '') || FOREIGN.test(version ?? ''),
      )
      .map(([path]) => `${path}: not from the registry`),
  ];
};

/** Judges the project's lockfile. Gives what is wrong; empty when nothing. */
export const gatePackages = (): string[] =>
  packageProblems(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lockfile);
