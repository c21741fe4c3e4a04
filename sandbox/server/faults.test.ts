import { describe, expect, test } from 'vitest';
import { createFaultScript, type Fault } from './faults.ts';
import type { LoggedRequest } from './request-log.ts';

const RESET: Fault = { kind: 'reset' };
const request = (path: string, host = 'api.instantly.ai'): LoggedRequest => ({
  at: 0,
  host,
  method: 'GET',
  path,
  query: '',
  authTail: null,
  httpVersion: '2.0',
});

describe('the script of faults', () => {
  test('a rule hits once unless told otherwise', () => {
    const faults = createFaultScript();
    faults.add({ match: { path: /campaigns/ }, fault: RESET });
    expect(faults.take(request('/accounts'))).toBeUndefined();
    expect(faults.take(request('/campaigns'))).toBe(RESET);
    expect(faults.take(request('/campaigns'))).toBeUndefined();
  });

  test('nth counts only the requests that match', () => {
    const faults = createFaultScript();
    faults.add({ match: { path: /campaigns/, nth: 2 }, fault: RESET });
    expect(faults.take(request('/campaigns'))).toBeUndefined();
    expect(faults.take(request('/accounts'))).toBeUndefined();
    expect(faults.take(request('/campaigns'))).toBe(RESET);
    expect(faults.take(request('/campaigns'))).toBeUndefined();
  });

  test('a rule without end lasts until it is taken out', () => {
    const faults = createFaultScript();
    const remove = faults.add({ match: {}, times: Number.POSITIVE_INFINITY, fault: RESET });
    expect([1, 2, 3].map(() => faults.take(request('/x')))).toEqual([RESET, RESET, RESET]);
    remove();
    expect(faults.take(request('/x'))).toBeUndefined();
  });

  test('host and predicate narrow a rule', () => {
    const faults = createFaultScript();
    faults.add({
      match: { host: 'api.instantly.ai', when: ({ method }) => method === 'GET' },
      fault: RESET,
    });
    expect(faults.take(request('/x', 'app.instantly.ai'))).toBeUndefined();
    expect(faults.take({ ...request('/x'), method: 'POST' })).toBeUndefined();
    expect(faults.take(request('/x'))).toBe(RESET);
  });
});
