import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './shell.ts';

/** Ways to turn text into code or markup. */
const SINKS: readonly (readonly [string, RegExp])[] = [
  ['eval', /(?<![\w$.])eval\s*\(|\(0,\s*eval\)|\.eval\s*\(/g],
  ['Function', /\bnew\s+Function\b|(?<![\w$.])Function\s*\(/g],
  ['timer with text', /\bset(?:Timeout|Interval)\s*\(\s*["'`]/g],
  ['import of an address', /\bimport\s*\(\s*["'`]\s*(?:https?|data|blob):/g],
  ['importScripts', /\bimportScripts\s*\(/g],
  ['innerHTML', /\.(?:inner|outer)HTML\s*\+?=(?!=)/g],
  ['insertAdjacentHTML', /\binsertAdjacentHTML\b/g],
  ['document.write', /\bdocument\s*\.\s*write(?:ln)?\b/g],
  ['parsing of markup', /\bcreateContextualFragment\b|\bparseFromString\b|\bsetHTMLUnsafe\b/g],
  ['srcdoc', /\bsrcdoc\b/g],
];

/** Preact's own assignment, for dangerouslySetInnerHTML, which the linter forbids; one for each copy of Preact. */
const PREACT_SINK = /\.innerHTML\s*=\s*[\w$]+\.__html\b/g;

const HOSTS = new Set([
  'api.instantly.ai',
  'app.instantly.ai',
  'help.instantly.ai',
  // Instantly's own page about API keys, as a link in the options.
  'developer.instantly.ai',
  // Names of XML vocabularies, never asked.
  'www.w3.org',
]);

/** Addresses inside the error messages of libraries: read by developers, asked by nobody. */
const WORDS = [
  'https://wxt.dev/guide/go-further/testing.html',
  'https://github.com/wxt-dev/wxt/issues/371',
];

const ADDRESS = /\b(?:https?|wss?|ftp):\\?\/\\?\/([\w.*-]+(?::\d+)?)/g;
const INLINE_CODE = /<script(?![^>]*\ssrc=)[^>]*>|<style[\s>]|\son[a-z]+\s*=|\sstyle\s*=/gi;

const sinksIn = (code: string): string[] => {
  const rest = code.replace(PREACT_SINK, '');
  const copies = code.match(PREACT_SINK)?.length ?? 0;
  return [
    ...SINKS.filter(([, pattern]) => rest.search(pattern) >= 0).map(([name]) => name),
    ...(copies > 1 ? ['innerHTML of more than one copy of Preact'] : []),
  ];
};

const hostsIn = (code: string): string[] => {
  const rest = WORDS.reduce((text, word) => text.replaceAll(word, ''), code);
  const hosts = [...rest.matchAll(ADDRESS)].map(([, host]) => String(host));
  // "Addresses begin with https://." is a sentence.
  const named = hosts.filter((host) => /[\w*]/.test(host));
  return [...new Set(named)].filter((host) => !HOSTS.has(host)).map((host) => `address ${host}`);
};

/** A path of the machine that built it would differ on the next one, and names its user. */
const pathsIn = (code: string): string[] =>
  code.includes(ROOT) || /file:\/\/\/|(?<![\w.])\/(?:home|Users)\/[\w.-]+\//.test(code)
    ? ['a path of the building machine']
    : [];

/** What one built file holds that it must not. */
export const codeProblems = (path: string, code: string): string[] =>
  [
    ...sinksIn(code),
    ...hostsIn(code),
    ...pathsIn(code),
    ...(path.endsWith('.html') && code.search(INLINE_CODE) >= 0 ? ['inline script or style'] : []),
  ].map((problem) => `${path}: ${problem}`);

/** Judges all code of one built extension. Gives what is wrong; empty when nothing. */
export const gateCode = (folder: string): string[] =>
  globSync('**/*.{js,mjs,html,css}', { cwd: folder })
    .toSorted()
    .flatMap((path) =>
      codeProblems(path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')),
    );
