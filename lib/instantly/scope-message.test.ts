import { describe, expect, test } from 'vitest';
import { requiredScopes } from './scope-message.ts';

describe('requiredScopes', () => {
  test.each<[string, string[]]>([
    ['Invalid scope. Required: accounts:read. Found: campaigns:all, leads:all', ['accounts:read']],
    [
      'Invalid scope. Required: campaigns:read, campaigns:all or all:read. Found: leads:all',
      ['campaigns:read', 'campaigns:all', 'all:read'],
    ],
    ['Invalid scope. Required: background-jobs:read. Found: ', ['background-jobs:read']],
    ['Invalid scope. Required: custom_tags:read', ['custom_tags:read']],
    ['INVALID SCOPE required: [Accounts:Read|all:read] found: x:y', ['accounts:read', 'all:read']],
    ['Invalid scope. Required: a:read, a:read. Found: b:read', ['a:read']],
    ['Invalid scope.\nRequired:\naccounts:read.\nFound:\nleads:all', ['accounts:read']],
    ['Invalid scope', []],
    ['Invalid scope. Required: nothing named. Found: leads:all', []],
    ['Invalid scope. Found: leads:all', []],
  ])('%s', (message, expected) => {
    expect(requiredScopes(message)).toEqual(expected);
  });

  test.each(['Missing Authorization header', 'Required: accounts:read', '', 'invalid scopes'])(
    'not about scopes: %s',
    (message) => {
      expect(requiredScopes(message)).toBeUndefined();
    },
  );

  test('keeps at most 20', () => {
    const many = Array.from({ length: 30 }, (_, index) => `s${index}:read`).join(', ');
    expect(requiredScopes(`Invalid scope. Required: ${many}. Found: x:y`)).toHaveLength(20);
  });
});
