import { expect, test } from 'vitest';
import { createSelection } from './selection.ts';

const SHOWN = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: ReturnType<typeof createSelection>, shown = SHOWN) =>
  selection.among(shown, (key) => key).join('');

test('one row, and back', () => {
  const selection = createSelection();
  selection.toggle('b', SHOWN, false);
  expect(chosen(selection)).toBe('b');
  selection.toggle('b', SHOWN, false);
  expect(chosen(selection)).toBe('');
});

test('a range goes from the row pressed last, either way, and does with all as with its end', () => {
  const selection = createSelection();
  selection.toggle('b', SHOWN, false);
  selection.toggle('d', SHOWN, true);
  expect(chosen(selection)).toBe('bcd');
  selection.toggle('c', SHOWN, true);
  expect(chosen(selection)).toBe('b');
  selection.clear();
  selection.toggle('d', SHOWN, true);
  expect(chosen(selection)).toBe('d');
  selection.toggle('a', SHOWN, true);
  expect(chosen(selection)).toBe('abcd');
});

test('a range from a row that is out of sight is that one row', () => {
  const selection = createSelection();
  selection.toggle('a', SHOWN, false);
  selection.toggle('e', ['d', 'e'], true);
  expect(chosen(selection)).toBe('ae');
});

test('all that are shown, or none', () => {
  const selection = createSelection();
  selection.toggleAll(['a', 'b']);
  expect(chosen(selection)).toBe('ab');
  selection.toggleAll(['b', 'c']);
  expect(chosen(selection)).toBe('abc');
  selection.toggleAll(['a', 'b', 'c']);
  expect(chosen(selection)).toBe('');
});

test('what is out of sight is not acted upon', () => {
  const selection = createSelection();
  selection.toggleAll(SHOWN);
  expect(chosen(selection, ['b', 'd'])).toBe('bd');
});
