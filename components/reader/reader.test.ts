import { expect, test } from 'vitest';
import { DEFAULT_LOOK } from '#store/look';
import { readerOf, type Voice } from './index.ts';

test.each([
  [['de-DE', 'en-GB', 'en-US'], 'en-GB'],
  [['en-US'], 'en-US'],
  [['EN-AU'], 'EN-AU'],
  [['de-DE', 'fr'], 'en'],
  [[], 'en'],
])('a browser in %j reads %s', (languages, locale) => {
  for (const language of ['system', 'en'] as const) {
    const reader = readerOf(
      languages,
      () => 'UTC',
      () => ({ ...DEFAULT_LOOK, language }),
    );
    expect(reader.locale).toBe(locale);
  }
});

test('how hours are written may change while the page is open', () => {
  let voice: Voice = DEFAULT_LOOK;
  const reader = readerOf(
    ['en-US'],
    () => 'UTC',
    () => voice,
  );
  expect(reader.timeFormat).toBe('system');
  voice = { ...voice, timeFormat: 'h12' };
  expect(reader.timeFormat).toBe('h12');
});
