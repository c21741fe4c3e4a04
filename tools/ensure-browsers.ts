import process from 'node:process';
import { type BrowserKind, findBrowser } from '#sandbox';
import { runProgram } from './shell.ts';

const DEBIAN_PACKAGES: Readonly<Record<BrowserKind, string>> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
};

const isFound = (kind: BrowserKind): boolean => {
  try {
    return Boolean(findBrowser(kind));
  } catch {
    // Absence is the answer asked for; the caller raises the error with its advice if installing fails too.
    return false;
  }
};

const installOnDebian = async (kinds: readonly BrowserKind[]): Promise<void> => {
  const packages = kinds.map((kind) => DEBIAN_PACKAGES[kind]);
  console.error(`Installing ${packages.join(' and ')} …`);
  await runProgram('apt-get', ['update', '-qq']);
  const { exitCode, output } = await runProgram(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'fonts-liberation', ...packages],
    { env: { DEBIAN_FRONTEND: 'noninteractive' } },
  );
  if (exitCode !== 0) console.error(output);
};

/**
 * Makes sure that the browsers are there: on Debian as root it installs them, elsewhere it finds what is installed.
 * Throws an error of one line that says what to install; a missing browser never skips a test.
 */
export const ensureBrowsers = async (kinds: readonly BrowserKind[]): Promise<void> => {
  const missing = kinds.filter((kind) => !isFound(kind));
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  const hasApt = isRoot && (await runProgram('which', ['apt-get'])).exitCode === 0;
  if (hasApt) await installOnDebian(missing);
  for (const kind of missing) findBrowser(kind);
};
