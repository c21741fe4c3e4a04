import { expect, test } from 'vitest';
import { findBrowser } from './find-browser.ts';

const only = (path: string) => (asked: string) => asked === path;

test('an environment variable wins over the usual places', () => {
  const environment = { SENDWATCH_FIREFOX: '/opt/fx', PATH: '/usr/bin' };
  expect(findBrowser('firefox', 'linux', environment, () => true)).toBe('/opt/fx');
});

test('a variable that names nothing is told, not passed over', () => {
  const environment = { SENDWATCH_CHROMIUM: '/opt/nothing', PATH: '/usr/bin' };
  expect(() => findBrowser('chromium', 'linux', environment, only('/usr/bin/chromium'))).toThrow(
    'SENDWATCH_CHROMIUM names /opt/nothing, which does not exist.',
  );
});

test.each([
  ['chromium', 'linux', { PATH: '/a:/usr/bin' }, '/usr/bin/chromium'],
  ['firefox', 'darwin', {}, '/Applications/Firefox.app/Contents/MacOS/firefox'],
] as const)('%s on %s', (kind, platform, environment, path) => {
  expect(findBrowser(kind, platform, environment, only(path))).toBe(path);
});

test('a browser that is missing is one line that says what to do', () => {
  const missing = () => findBrowser('chromium', 'linux', { PATH: '/usr/bin' }, () => false);
  expect(missing).toThrow(/^Chromium 144 or newer was not found: .*SENDWATCH_CHROMIUM.*$/);
});
