import { expect, test } from 'vitest';
import { keyAction } from './keyboard.ts';

const press = (key: string, rest = {}) =>
  keyAction({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isTyping: false,
    isAtList: false,
    ...rest,
  });

test.each([
  ['/', 'find'],
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'openUrl'],
  ['c', 'copy'],
  ['r', 'check'],
  ['?', 'help'],
  ['Escape', 'close'],
])('%s: %s', (key, action) => {
  expect(press(key)).toBe(action);
});

test('the arrows move from a row or the search, and scroll elsewhere', () => {
  expect(press('ArrowDown', { isAtList: true })).toBe('next');
  expect(press('ArrowUp', { isAtList: true, isTyping: true })).toBe('previous');
  expect(press('ArrowDown')).toBeUndefined();
  expect(press('ArrowDown', { isTyping: true })).toBeUndefined();
  expect(press('ArrowDown', { isAtList: true, altKey: true })).toBeUndefined();
});

test('in a field only Escape counts, and the browser keeps its own shortcuts', () => {
  expect(press('j', { isTyping: true })).toBeUndefined();
  expect(press('Escape', { isTyping: true })).toBe('close');
  expect(press('c', { ctrlKey: true })).toBeUndefined();
  expect(press('r', { metaKey: true })).toBeUndefined();
  expect(press('constructor')).toBeUndefined();
});
