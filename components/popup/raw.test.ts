import { expect, test } from 'vitest';
import { verdict } from '../fixtures.ts';
import { rawText } from './raw.ts';

test('values are shown as they are stored', () => {
  expect(JSON.parse(rawText(verdict(1, 'blocked', { name: '<b>', code: 'x' })))).toMatchObject({
    name: '<b>',
    code: 'x',
  });
});

test('marks that turn the direction are spelled, long texts cut, half characters spelled', () => {
  const text = rawText(verdict(1, 'blocked', { name: `a\u202Eb\uD800${'x'.repeat(1_000_000)}` }));
  expect(text).toContain('a\\u202eb\\ud800xxx');
  expect(text.length).toBeLessThan(5000);
});
