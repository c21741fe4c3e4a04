import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkKeyText } from './key-text.ts';

const KEY = 'MDE5ODUwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAwOlNlY3JldEtleTEyMw==';

describe('checkKeyText', () => {
  test.each([
    KEY,
    `  ${KEY}\n`,
    `\t${KEY}\u00a0`,
    `Bearer ${KEY}`,
    `bearer   ${KEY} `,
    `Authorization: Bearer ${KEY}`,
    `authorization:bearer ${KEY}`,
  ])('gives the key of %j', (raw) => {
    expect(checkKeyText(raw)).toEqual({ ok: true, key: KEY });
  });

  test.each([
    'x"y\'z',
    'sk_live_abcdef',
    'a'.repeat(499).concat('b'),
    'yourkeyring123',
    'Bearerish1',
  ])('leaves the shape alone: %s', (raw) => {
    expect(checkKeyText(raw)).toEqual({ ok: true, key: raw });
  });

  test.each([
    ['', 'empty'],
    [' \n\t ', 'empty'],
    ['Bearer ', 'empty'],
    ['Bearer', 'empty'],
    ['Authorization: Bearer', 'empty'],
    ['a'.repeat(500).concat('b'), 'too_long'],
    ['abc\ndef', 'has_line_break'],
    ['abc\r\nX-Header: 1', 'has_line_break'],
    ['abc\rdef', 'has_line_break'],
    ['abc\u2028def', 'has_line_break'],
    ['abc\u0085def', 'has_line_break'],
    ['abc def', 'not_printable'],
    ['abc\tdef', 'not_printable'],
    ['abc\u0000def', 'not_printable'],
    ['abc\u007fdef', 'not_printable'],
    ['schlüssel', 'not_printable'],
    ['abc\u200b', 'not_printable'],
    ['“abc”', 'not_printable'],
    ['<YOUR_TOKEN_HERE>', 'looks_like_placeholder'],
    ['<token>', 'looks_like_placeholder'],
    ['YOUR_API_KEY', 'looks_like_placeholder'],
    ['your-api-key-here', 'looks_like_placeholder'],
    ['YOUR API KEY', 'looks_like_placeholder'],
    ['$INSTANTLY_API_KEY', 'looks_like_placeholder'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a pasted shell variable
    ['${API_KEY}', 'looks_like_placeholder'],
    ['{{api_key}}', 'looks_like_placeholder'],
    ['Bearer <YOUR_TOKEN_HERE>', 'looks_like_placeholder'],
    ['sk_...', 'looks_like_placeholder'],
    ['sk_…', 'looks_like_placeholder'],
    ['xxxxxxxx', 'looks_like_placeholder'],
    ['••••••••', 'looks_like_placeholder'],
    ['****', 'looks_like_placeholder'],
  ])('refuses %j as %s', (raw, problem) => {
    expect(checkKeyText(raw)).toEqual({ ok: false, problem });
  });

  test('what it accepts can stand in a header, and is accepted again as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (raw) => {
        const answer = checkKeyText(raw);
        if (!answer.ok) return;
        expect(answer.key).toMatch(/^[\x21-\x7e]{1,500}$/);
        expect(checkKeyText(answer.key)).toEqual(answer);
      }),
    );
  });
});
