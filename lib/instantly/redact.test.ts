import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from './redact.ts';

const KEY = 'QWxhZGRpbjpvcGVuIHNlc2FtZSE5OTk=';

describe('redact', () => {
  test.each([
    ['nothing of the key', 'nothing of the key'],
    ['', ''],
    [KEY, '[key]'],
    [`Bearer ${KEY} is bad`, 'Bearer [key] is bad'],
    [`${KEY} and ${KEY}`, '[key] and [key]'],
    [`${KEY}${KEY}`, '[key]'],
    [`first half ${KEY.slice(0, 12)}…`, 'first half [key]…'],
    [`last half …${KEY.slice(-12)}`, 'last half …[key]'],
    [`escaped ${encodeURIComponent(KEY)}`, 'escaped [key]%3D'],
  ])('%s', (text, expected) => {
    expect(redact(text, KEY)).toBe(expected);
  });

  test('a run of eight characters goes, a run of seven stays', () => {
    expect(redact(`-${KEY.slice(3, 11)}-`, KEY)).toBe('-[key]-');
    expect(redact(`-${KEY.slice(3, 10)}-`, KEY)).toBe(`-${KEY.slice(3, 10)}-`);
  });

  test('a short key goes as a whole', () => {
    expect(redact('the key is abc, not ab', 'abc')).toBe('the key is [key], not ab');
    expect(redact('aba', 'a')).toBe('[key]b[key]');
  });

  test('an empty key changes nothing', () => {
    expect(redact('text', '')).toBe('text');
  });

  test('no eight characters of the key are left, wherever it is put', () => {
    const key = fc.string({
      minLength: 8,
      maxLength: 60,
      unit: fc.constantFrom(...'ABCDwxyz019+/='),
    });
    const parts = fc.array(fc.string({ unit: fc.constantFrom(...'ABCDwxyz019+/= .') }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(key, parts, fc.nat(), fc.nat(), (aKey, around, from, length) => {
        const piece = aKey.slice(from % aKey.length, (from % aKey.length) + length);
        const clean = redact(around.join(piece), aKey);
        for (let at = 0; at + 8 <= aKey.length; at += 1) {
          expect(clean).not.toContain(aKey.slice(at, at + 8));
        }
      }),
    );
  });

  test('text without any run of the key is unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdef ') }), (text) => {
        expect(redact(text, '0123456789ABCDEF')).toBe(text);
      }),
    );
  });
});
