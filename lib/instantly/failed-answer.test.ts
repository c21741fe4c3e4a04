import { describe, expect, test } from 'vitest';
import { failedAnswer } from './failed-answer.ts';

const KEY = 'a-key-of-some-length';
const NOW = Date.UTC(2026, 10, 21);

const fail = (status: number, body: unknown, retryAfter: string | null = null) =>
  failedAnswer({
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    retryAfter,
    key: KEY,
    now: NOW,
  });

describe('failedAnswer', () => {
  test.each([
    [400, 'bad_request'],
    [401, 'key_rejected'],
    [402, 'no_plan'],
    [403, 'blocked'],
    [404, 'not_found'],
    [405, 'bad_request'],
    [407, 'server_fault'],
    [408, 'server_fault'],
    [413, 'too_large'],
    [418, 'bad_request'],
    [422, 'bad_request'],
    [425, 'server_fault'],
    [429, 'rate_limited'],
    [499, 'bad_request'],
    [500, 'server_fault'],
    [502, 'server_fault'],
    [503, 'server_fault'],
    [504, 'server_fault'],
    [599, 'server_fault'],
    [304, 'server_fault'],
  ])('%i is %s', (status, kind) => {
    const error = fail(status, { statusCode: status, error: 'Title', message: 'A reason' });
    expect(error).toMatchObject({ kind, status, vendorMessage: 'A reason', scopes: [] });
    expect(error.message).toBe(`${kind}: A reason`);
  });

  test.each([401, 403])('%i about a scope keeps the key and names the scope', (status) => {
    const message = 'Invalid scope. Required: accounts:read. Found: campaigns:all';
    expect(fail(status, { message })).toMatchObject({
      kind: 'scope_missing',
      scopes: ['accounts:read'],
      vendorMessage: message,
    });
  });

  test('words about a scope under another status are no missing scope', () => {
    expect(fail(400, { message: 'Invalid scope. Required: a:read' }).kind).toBe('bad_request');
  });

  test('a 400 that says 404 in its body is not found', () => {
    expect(fail(400, { statusCode: 404, message: 'Resource not found' }).kind).toBe('not_found');
    expect(fail(500, { statusCode: 404, message: 'Resource not found' }).kind).toBe('server_fault');
  });

  test.each<[unknown, string]>([
    ['', ''],
    ['<html>error code: 1010</html>', ''],
    ['null', ''],
    ['"text"', ''],
    ['{"message":', ''],
    [{}, ''],
    [{ message: 7, error: 'Title' }, 'Title'],
    [{ message: null, error: null }, ''],
    [{ error: 'Only this' }, 'Only this'],
    [[], ''],
  ])('message of %j', (body, expected) => {
    const error = fail(403, body);
    expect(error.vendorMessage).toBe(expected);
    expect(error.kind).toBe('blocked');
  });

  test('without a message the error names its kind', () => {
    expect(fail(402, { statusCode: 402 }).message).toBe('no_plan');
  });

  describe.each([
    [401, 'key_rejected'],
    [402, 'no_plan'],
  ])('a %i', (status, kind) => {
    test.each<[unknown]>([
      [''],
      ['<!doctype html><title>Sign in to the hotel</title>'],
      ['Unauthorized'],
      ['null'],
      ['"Unauthorized"'],
      [[]],
      [{}],
      [{ login: 'https://portal.example' }],
    ])('that is not in the words of Instantly (%j) says nothing of the key', (body) => {
      expect(fail(status, body).kind).toBe('server_fault');
    });

    // The control: without this the test above would pass if nothing ever latched.
    test.each<[unknown]>([
      [{ statusCode: status, error: 'Title', message: 'Invalid authorization header' }],
      [{ message: 'Key revoked' }],
      [{ error: 'Unauthorized' }],
      [{ statusCode: status }],
    ])('in the words of Instantly (%j) holds', (body) => {
      expect(fail(status, body).kind).toBe(kind);
    });
  });

  test('an echoed key is nowhere in the error', () => {
    const error = fail(401, { message: `No such key: ${KEY}`, error: KEY });
    expect(error.kind).toBe('key_rejected');
    expect(error.vendorMessage).toBe('No such key: [key]');
    expect([String(error), error.stack, JSON.stringify(error)].join()).not.toContain(KEY);
  });

  test('a key at the cut is redacted before the cut', () => {
    const error = fail(400, { message: 'x'.repeat(295) + KEY });
    expect(error.vendorMessage).toBe(`${'x'.repeat(295)}[key]`);
  });

  test('a long message is cut', () => {
    expect(fail(400, { message: 'x'.repeat(1_000) }).vendorMessage).toHaveLength(300);
  });

  test('says when to come back, where that makes sense', () => {
    expect(fail(429, {}, '30').notBefore).toBe(NOW + 30_000);
    expect(fail(503, {}, '30').notBefore).toBe(NOW + 30_000);
    expect(fail(429, {}).notBefore).toBeUndefined();
    expect(fail(404, {}, '30').notBefore).toBeUndefined();
  });
});
