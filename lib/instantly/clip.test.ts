import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip } from './clip.ts';

describe('clip', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc'],
    ['', 3, ''],
    ['😀😀😀😀', 3, '😀😀😀'],
    ['😀😀😀', 3, '😀😀😀'],
    ['a😀b😀c', 3, 'a😀b'],
    ['\ud800x', 3, '\ufffdx'],
    ['ab\udc00', 3, 'ab\ufffd'],
  ])('%s to %i', (text, most, expected) => {
    expect(clip(text, most)).toBe(expected);
  });

  test('never longer, always well formed, else the start of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const clipped = clip(text, most);
        expect([...clipped].length).toBe(Math.min(most, [...text].length));
        expect(clipped.isWellFormed()).toBe(true);
        if (text.isWellFormed()) expect(text.startsWith(clipped)).toBe(true);
      }),
    );
  });
});
