import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame } from './same.ts';

describe('two plain values', () => {
  it('are the same as JSON says, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.jsonValue(), (a, b) => {
        expect(isSame(a, structuredClone(a))).toBe(true);
        expect(isSame(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [{ a: 1, b: 1 }, { a: 1 }],
    [{ a: null }, {}],
    [[], {}],
    [[1], [1, 2]],
    ['1', 1],
    [null, {}],
  ])('%j and %j differ', (a, b) => {
    expect(isSame(a, b)).toBe(false);
    expect(isSame(b, a)).toBe(false);
  });

  it('are the same where a field is undefined or missing', () => {
    expect(isSame([{ a: 1, b: undefined }], [{ a: 1 }])).toBe(true);
    expect(isSame({ a: 1 }, { b: undefined, a: 1 })).toBe(true);
  });
});
