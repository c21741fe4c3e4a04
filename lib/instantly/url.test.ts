import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apiUrl } from './url.ts';

describe('apiUrl', () => {
  test('segments and parameters', () => {
    expect(apiUrl(['campaigns'])).toBe('https://api.instantly.ai/api/v2/campaigns');
    expect(apiUrl(['campaigns', 'a', 'sending-status'], [])).toBe(
      'https://api.instantly.ai/api/v2/campaigns/a/sending-status',
    );
    expect(
      apiUrl(
        ['accounts'],
        [
          ['limit', '100'],
          ['ids', 'a'],
          ['ids', 'b'],
        ],
      ),
    ).toBe('https://api.instantly.ai/api/v2/accounts?limit=100&ids=a&ids=b');
  });

  test('a cursor with an ampersand stays one parameter', () => {
    const cursor = '2025-03-07T00:00:00.000Z&ann+1@send.example#?=/%26 ü';
    const url = new URL(apiUrl(['accounts'], [['starting_after', cursor]]));
    expect([...url.searchParams]).toEqual([['starting_after', cursor]]);
    expect(url.hash).toBe('');
  });

  test.each(['', '.', '..'])('refuses the segment "%s"', (segment) => {
    expect(() => apiUrl(['campaigns', segment])).toThrow('Not a path segment');
  });

  test.each([
    '../../accounts',
    '/',
    '\\',
    'a?x=',
    '%2e%2e',
    '#',
    '@evil.example',
    '//evil.example',
  ])('cannot leave its place: %s', (segment) => {
    const url = new URL(apiUrl(['campaigns', segment, 'pause']));
    expect(url.origin).toBe('https://api.instantly.ai');
    expect(url.pathname.split('/')).toHaveLength(6);
    expect(url.pathname.startsWith('/api/v2/campaigns/')).toBe(true);
    expect(url.pathname.endsWith('/pause')).toBe(true);
    expect(url.search).toBe('');
  });

  test('any text goes through whole', () => {
    const segment = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !/^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(segment, fc.string({ unit: 'binary' }), (part, value) => {
        const url = new URL(apiUrl(['x', part], [['q', value]]));
        expect(url.origin).toBe('https://api.instantly.ai');
        expect(decodeURIComponent(url.pathname.split('/')[4] ?? '')).toBe(part.toWellFormed());
        expect(url.searchParams.get('q')).toBe(value.toWellFormed());
      }),
    );
  });

  test('a lone surrogate does not throw', () => {
    expect(apiUrl(['\ud800'], [['q', '\udc00']])).toBe(
      'https://api.instantly.ai/api/v2/%EF%BF%BD?q=%EF%BF%BD',
    );
  });
});
