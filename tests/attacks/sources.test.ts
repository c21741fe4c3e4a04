import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Places in the shipped source where a pattern stands, tests left out. */
const placesOf = (pattern: RegExp, extra: readonly (readonly [string, string])[] = []) => {
  const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT })
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const);
  return [...files, ...extra].filter(([, code]) => pattern.test(code)).map(([path]) => path);
};

const ROWS: { name: string; pattern: RegExp; allowed?: RegExp; planted: string }[] = [
  {
    name: 'row 13: nobody can open a port to us',
    pattern: /onConnect(?:External)?\b/,
    planted: 'browser.runtime.onConnect.addListener(keep);',
  },
  {
    name: 'row 9: nothing listens to other extensions',
    pattern: /onMessageExternal|onConnectExternal|onUserScriptMessage/,
    planted: 'chrome.runtime.onMessageExternal.addListener(answer);',
  },
  {
    name: 'row 7: nothing listens to messages of a web page',
    pattern: /addEventListener\(\s*['"]message['"]|\bonmessage\s*=\s*\(?[^;]*postMessage/,
    planted: "window.addEventListener('message', take);",
  },
  {
    name: 'row 24: the session is opened to nobody else',
    pattern: /setAccessLevel/,
    planted: "storage.session.setAccessLevel({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' });",
  },
  {
    name: 'row 24: only the vault, the head, tickets and what the disk does not take are in the session',
    pattern: /(?<!`)storage\s*\.\s*session\b|['"`]session:/,
    allowed:
      /^(?:lib\/(?:vault\/session-port|store\/(?:[a-z-]*head[a-z-]*|trouble|session-(?:cache|alerts|actions)|connect-bucket)|actions\/tickets)|entrypoints\/background\/data-handlers)\.ts$/,
    planted: 'await browser.storage.session.set({ key });',
  },
  {
    name: 'row 24: nothing is kept where devices are synchronised',
    pattern: /storage\s*\.\s*sync\b|['"`]sync:/,
    planted: 'await browser.storage.sync.set({ key });',
  },
  {
    name: 'row 21: one place asks Instantly, and never follows a redirect',
    pattern: /redirect:\s*['"](?:follow|manual)['"]/,
    // Webhooks are not Instantly; "manual" follows none either, and lets us say that there was one.
    allowed: /^lib\/alerts\/webhooks\/post\.ts$/,
    planted: "await fetch(url, { redirect: 'follow' });",
  },
];

describe.each(ROWS)('$name', ({ name, pattern, allowed, planted }) => {
  test(name, () => {
    expect(placesOf(pattern).filter((path) => !allowed?.test(path))).toEqual([]);
  });

  test(`${name.split(':')[0]}, control: a planted one is found`, () => {
    expect(placesOf(pattern, [['planted.ts', planted]])).toContain('planted.ts');
  });
});
