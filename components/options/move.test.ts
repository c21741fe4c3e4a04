import { expect, test } from 'vitest';
import { moveItem } from './move.ts';

test('an item changes its place and no other is lost', () => {
  expect(moveItem(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moveItem(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moveItem(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
});

test('at the ends and for a stranger the list stays', () => {
  const list = ['a', 'b'];
  expect(moveItem(list, 'a', -1)).toBe(list);
  expect(moveItem(list, 'b', 1)).toBe(list);
  expect(moveItem(list, 'x', 1)).toBe(list);
});
