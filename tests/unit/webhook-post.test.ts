import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '#sandbox';
import { createPost } from '../../lib/alerts/webhooks/post.ts';
import { fetchFrom, type Receiver, startReceiver } from './webhook-receiver.ts';

const NOW = Date.UTC(2026, 10, 21, 9, 30);
const ADDRESS = 'https://hooks.example.com/services/T0/secret-7f3a9c51';

let receiver: Receiver;
let elsewhere: Receiver;

beforeAll(async () => {
  elsewhere = await startReceiver();
  receiver = await startReceiver();
});
afterAll(() => Promise.all([receiver?.close(), elsewhere?.close()]));
beforeEach(() => {
  receiver.faults.length = 0;
});

const post = (timeoutMs = 10_000, change: RequestInit = {}) =>
  createPost({ fetch: fetchFrom(receiver, change), now: () => NOW, timeoutMs })(
    ADDRESS,
    '{"version":1}',
    { 'Idempotency-Key': 'd-1' },
  );

const failed = (problem: object, notBefore?: number) => ({ kind: 'failed', problem, notBefore });
const redirect = (): Fault => ({ kind: 'redirect', to: `https://localhost:${elsewhere.port}/x` });

describe('one request to a receiver', () => {
  test('carries the body and the id, and nothing that belongs to the browser’s user', async () => {
    expect(await post()).toEqual({ kind: 'delivered' });
    const { method, url, headers, body } = receiver.received.at(-1) ?? expect.fail();
    expect([method, url.pathname, body]).toEqual([
      'POST',
      '/services/T0/secret-7f3a9c51',
      '{"version":1}',
    ]);
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'd-1' });
    const telling = ['cookie', 'authorization', 'referer', 'origin'];
    expect(Object.keys(headers).filter((name) => telling.includes(name))).toEqual([]);
  });

  test('is asked for without cookies, referrer, cache and redirects', async () => {
    let asked: RequestInit = {};
    const fetch = async (_: string, init: RequestInit) => {
      asked = init;
      return new Response('ok');
    };
    await createPost({ fetch, now: () => NOW, timeoutMs: 1_000 })(ADDRESS, '{}', {});
    expect(asked).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  test('a redirect that the browser does not show is told as one', async () => {
    const hidden = Object.assign(Response.error(), {});
    Object.defineProperty(hidden, 'type', { value: 'opaqueredirect' });
    const fetch = async () => hidden;
    const outcome = createPost({ fetch, now: () => NOW, timeoutMs: 1_000 })(ADDRESS, '{}', {});
    expect(await outcome).toEqual(failed({ code: 'redirected' }));
  });

  test.each([
    ['an error', { kind: 'status', status: 500 }, failed({ code: 'refused', status: 500 })],
    ['a refusal', { kind: 'status', status: 404 }, failed({ code: 'refused', status: 404 })],
    [
      '429 with seconds',
      { kind: 'rate_limited', retryAfter: '7' },
      failed({ code: 'refused', status: 429 }, NOW + 7_000),
    ],
    [
      '429 with a part of a second, as Discord sends it',
      { kind: 'rate_limited', retryAfter: '0.65' },
      failed({ code: 'refused', status: 429 }, NOW + 650),
    ],
    [
      '429 with a date',
      { kind: 'rate_limited', retryAfter: 'Sat, 21 Nov 2026 09:31:00 GMT' },
      failed({ code: 'refused', status: 429 }, NOW + 60_000),
    ],
    [
      '429 with nonsense',
      { kind: 'rate_limited', retryAfter: '-5; soon' },
      failed({ code: 'refused', status: 429 }),
    ],
    ['a broken connection', { kind: 'reset' }, failed({ code: 'offline' })],
    // The answer is its status: whatever its body does afterwards, it was received.
    ['4 MB of answer', { kind: 'oversized', megabytes: 4 }, { kind: 'delivered' }],
    ['an answer that breaks off', { kind: 'truncated' }, { kind: 'delivered' }],
    ['an answer that never ends', { kind: 'never_ends' }, { kind: 'delivered' }],
  ] as const satisfies readonly (readonly [string, Fault, object])[])(
    '%s',
    async (_, fault, outcome) => {
      receiver.faults.push(fault);
      expect(await post()).toEqual(outcome);
    },
  );

  test('no answer in time', async () => {
    receiver.faults.push({ kind: 'latency', ms: 60_000 });
    expect(await post(300)).toEqual(failed({ code: 'timeout' }));
  });

  test('a receiver that cannot be reached', async () => {
    const gone = await startReceiver();
    await gone.close();
    const outcome = createPost({ fetch: fetchFrom(gone), now: () => NOW, timeoutMs: 10_000 });
    expect(await outcome(ADDRESS, '{}', {})).toEqual(failed({ code: 'offline' }));
  });
});

describe('row 21: a redirect to another host', () => {
  test('row 21: is not followed: nothing is sent there, and it is told', async () => {
    receiver.faults.push(redirect());
    expect(await post()).toEqual(failed({ code: 'redirected' }));
    expect(elsewhere.received).toEqual([]);
  });

  test('row 21, control: followed, the other host is asked', async () => {
    receiver.faults.push(redirect());
    await post(10_000, { redirect: 'follow' });
    expect(elsewhere.received).toHaveLength(1);
  });
});
