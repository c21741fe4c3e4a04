import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The two browsers Sendwatch is driven in. */
export type BrowserKind = 'chromium' | 'firefox';

const OVERRIDES: Readonly<Record<BrowserKind, string>> = {
  chromium: 'SENDWATCH_CHROMIUM',
  firefox: 'SENDWATCH_FIREFOX',
};

// Chromium and Chrome for Testing come before branded Chrome: the latter may refuse to load unpacked extensions.
const PROGRAMS: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
};

const WINDOWS: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome for Testing\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

const ADVICE: Readonly<Record<BrowserKind, string>> = {
  chromium: `Chromium 144 or newer was not found: install it (Debian: apt-get install chromium) or set ${OVERRIDES.chromium} to its path.`,
  firefox: `Firefox 142 or newer was not found: install it (Debian: apt-get install firefox-esr) or set ${OVERRIDES.firefox} to its path.`,
};

type Environment = Readonly<Record<string, string | undefined>>;

const candidates = (
  kind: BrowserKind,
  platform: NodeJS.Platform,
  environment: Environment,
): readonly string[] => {
  if (platform === 'win32') {
    const roots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].map((n) => environment[n]);
    return roots.flatMap((root) => (root ? WINDOWS[kind].map((path) => join(root, path)) : []));
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = PROGRAMS[kind].flatMap((name) => folders.map((folder) => join(folder, name)));
  return platform === 'darwin' ? [...MAC[kind], ...onPath] : onPath;
};

/**
 * The path of the installed browser. An environment variable (SENDWATCH_CHROMIUM, SENDWATCH_FIREFOX) wins, then the
 * usual places of this platform. Throws one line that says what to install.
 */
export const findBrowser = (
  kind: BrowserKind,
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
  exists: (path: string) => boolean = existsSync,
): string => {
  const override = environment[OVERRIDES[kind]];
  if (override) {
    if (exists(override)) return override;
    throw new Error(`${OVERRIDES[kind]} names ${override}, which does not exist.`);
  }
  const found = candidates(kind, platform, environment).find(exists);
  if (found === undefined) throw new Error(ADVICE[kind]);
  return found;
};
