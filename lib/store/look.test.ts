import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULT_LOOK, LANGUAGES, type Look, parseLook, wordLook } from './look.ts';

test('a look survives being remembered', () => {
  const look: Look = { theme: 'dark', density: 'compact', language: 'en', timeFormat: 'h12' };
  expect(parseLook(wordLook(look))).toEqual(look);
});

test.each([null, '', 'neon', 'neon dense xx h25', 'undefined undefined'])(
  'what was remembered as %j is as by default where it makes no sense',
  (text) => expect(parseLook(text)).toEqual(DEFAULT_LOOK),
);

test('a part that makes sense holds beside one that does not', () => {
  expect(parseLook('dark dense')).toEqual({ ...DEFAULT_LOOK, theme: 'dark' });
});

test('the languages to choose from are those that there are words for', () => {
  expect(LANGUAGES.filter((language) => language !== 'system')).toEqual(readdirSync('locales'));
});
