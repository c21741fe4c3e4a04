import { expect, test, vi } from 'vitest';
import { headlines } from '#locales/en/headlines';
import { cause, verdict } from '../fixtures.ts';
import { createSearch } from './search.ts';
import { createPopupWords } from './words.ts';

const words = createPopupWords({ locale: 'en', timeZone: 'UTC' }, headlines);
const { find: search } = createSearch(words);
const campaign = verdict(1, 'blocked', {
  name: 'Café Zürich',
  causes: [cause('inbox_login_lost', { params: { count: 2 } })],
});
const member = { addresses: [[], ['anna@nw-mail.co']], tags: ['Équipe'], groupTags: ['Équipe'] };

test.each(['zurich CAFE', 'lost login', 'anna@', 'equipe zurich'])('%s is found', (query) => {
  expect(search(query)(campaign, member)).toBe(true);
});

test('every word has to be there', () => {
  expect(search('zurich bern')(campaign, member)).toBe(false);
  expect(search('anna@')(campaign, undefined)).toBe(false);
});

test('a name of a megabyte is searched up to its thousandth character', () => {
  const huge = verdict(2, 'blocked', { name: `start ${'x'.repeat(1_000_000)} end` });
  expect(search('start')(huge, undefined)).toBe(true);
  expect(search('end')(huge, undefined)).toBe(false);
});

test('texts are made once, ahead of the first key, and anew when causes change', async () => {
  const cause = vi.spyOn(words, 'cause');
  const { find, prepare } = createSearch(words);
  await prepare([campaign]);
  expect(cause).toHaveBeenCalledTimes(1);
  expect(find('zurich')({ ...campaign, health: 'unknown' }, undefined)).toBe(true);
  expect(cause).toHaveBeenCalledTimes(1);
  expect(find('lost')({ ...campaign, causes: [] }, undefined)).toBe(false);
});
