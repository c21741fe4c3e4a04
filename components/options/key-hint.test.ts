import { expect, test } from 'vitest';
import { hintFor } from './key-hint.ts';

const KEY = 'bm90LWEta2V5LWF0LWluc3RhbnRseTpzZWNyZXQxMjM0NQ==';

test.each([
  ['', null],
  ['  ', null],
  [KEY, 'plausible'],
  [` ${KEY}\n`, 'plausible'],
  [`Bearer ${KEY}`, 'bearer'],
  ['https://app.instantly.ai/app/settings', 'address'],
  ['0190f0c0-0000-7000-8000-000000000001', 'id'],
  [`${KEY}\n${KEY}`, 'line_break'],
  [`${KEY} ${KEY}`, 'space'],
  [`${KEY}é`, 'not_printable'],
  [`${KEY}\u200b`, 'not_printable'],
  ['YOUR_API_KEY', 'placeholder'],
  ['••••', 'placeholder'],
  ['abc…xyz', 'placeholder'],
  ['abcdefgh', 'short'],
  [KEY.repeat(20), 'long'],
])('%j is %s', (text, hint) => {
  expect(hintFor(text)).toBe(hint);
});
