import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InstantlyError } from './error.ts';
import { fakeFetch, json, refusal, silence, stalledBody, text } from './fixtures/fake-fetch.ts';
import { WORKSPACE_ID } from './fixtures/payloads.ts';
import { createTransport, type Fetch } from './transport.ts';

const KEY = 'canary-key-0123456789';
const URL = 'https://api.instantly.ai/api/v2/campaigns';
const NOW = Date.UTC(2026, 10, 21);

const transport = (fetch: Fetch, asWorkspace?: string) =>
  createTransport({
    key: KEY,
    fetch,
    now: () => NOW,
    timeoutMs: 10_000,
    asWorkspace: asWorkspace as never,
  });

const failureOf = async (promise: Promise<unknown>): Promise<InstantlyError> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InstantlyError)) throw new Error(`No InstantlyError: ${String(error)}`);
  return error;
};

describe('what is sent', () => {
  test('the key in one header, nothing that a browser would add', async () => {
    const { fetch, requests } = fakeFetch(json({ a: 1 }));
    expect(await transport(fetch)(URL, 1_000)).toEqual({ a: 1 });
    const { url, init } = requests[0] ?? {};
    expect(url).toBe(URL);
    expect(init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { Accept: 'application/json', Authorization: `Bearer ${KEY}` },
    });
    expect(init?.body).toBeUndefined();
    expect(Object.keys(init?.headers ?? {})).toEqual(['Accept', 'Authorization']);
  });

  test('an agency names the workspace', async () => {
    const { fetch, requests } = fakeFetch(json({}));
    await transport(fetch, WORKSPACE_ID)(URL, 1_000);
    expect(requests[0]?.init.headers).toMatchObject({ 'x-as-workspace': WORKSPACE_ID });
  });

  test('fetch is called without a receiver, as browsers demand', async () => {
    const receivers: unknown[] = [];
    const fetch = async function (this: unknown) {
      receivers.push(this);
      return Response.json({});
    };
    await transport(fetch)(URL, 1_000);
    expect(receivers).toEqual([undefined]);
  });
});

describe('bodies', () => {
  test.each([
    ['an empty body', ''],
    ['truncated', '{"items":['],
    ['trailing garbage', '{}x'],
    ['a page', '<!doctype html><title>502</title>'],
  ])('%s under 200 is a bad body', async (_, body) => {
    const { fetch } = fakeFetch(text(body));
    expect(await failureOf(transport(fetch)(URL, 1_000))).toMatchObject({
      kind: 'bad_body',
      status: 200,
    });
  });

  test('UTF-16 is a bad body', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]);
    const { fetch } = fakeFetch(() => new Response(bytes));
    expect((await failureOf(transport(fetch)(URL, 1_000))).kind).toBe('bad_body');
  });

  test('a byte order mark is no harm', async () => {
    const { fetch } = fakeFetch(text('\ufeff{"a":1}'));
    expect(await transport(fetch)(URL, 1_000)).toEqual({ a: 1 });
  });

  test('JSON is taken whatever the content type says', async () => {
    const { fetch } = fakeFetch(text('{"a":1}', { headers: { 'Content-Type': 'text/html' } }));
    expect(await transport(fetch)(URL, 1_000)).toEqual({ a: 1 });
  });

  test('no body at all is a bad body', async () => {
    const { fetch } = fakeFetch(() => new Response(null, { status: 204 }));
    expect((await failureOf(transport(fetch)(URL, 1_000))).kind).toBe('bad_body');
  });

  test('the echoed key is not in the error of an unreadable body', async () => {
    const { fetch } = fakeFetch(text(`${KEY} is not JSON`));
    const error = await failureOf(transport(fetch)(URL, 1_000));
    expect([String(error), error.stack, error.cause].join()).not.toContain(KEY);
  });
});

describe('failures', () => {
  test('no connection is offline, without the words of the browser', async () => {
    const { fetch } = fakeFetch(() => {
      throw new TypeError(`Header "Bearer ${KEY}" is invalid`);
    });
    const error = await failureOf(transport(fetch)(URL, 1_000));
    expect(error).toMatchObject({ kind: 'offline', status: undefined });
    expect([String(error), error.stack, error.cause].join()).not.toContain(KEY);
  });

  test('a body that breaks off is offline', async () => {
    const { fetch } = fakeFetch(
      () => new Response(new ReadableStream({ start: (it) => it.error(new TypeError('network')) })),
    );
    expect((await failureOf(transport(fetch)(URL, 1_000))).kind).toBe('offline');
  });

  test('a refusal becomes its error, read with the clock that was given', async () => {
    const { fetch } = fakeFetch(refusal(429, 'Rate limit exceeded', { 'Retry-After': '7' }));
    expect(await failureOf(transport(fetch)(URL, 1_000))).toMatchObject({
      kind: 'rate_limited',
      notBefore: NOW + 7_000,
      vendorMessage: 'Rate limit exceeded',
    });
  });

  test('a refusal with an endless body is told by its status', async () => {
    const huge = text('x'.repeat(70_000), { status: 403 });
    expect((await failureOf(transport(fakeFetch(huge).fetch)(URL, 1_000))).kind).toBe('blocked');
    const huge401 = text('x'.repeat(70_000), { status: 401 });
    expect((await failureOf(transport(fakeFetch(huge401).fetch)(URL, 1_000))).kind).toBe(
      'server_fault',
    );
  });

  test('a refusal whose body broke off is told by its status', async () => {
    const { fetch } = fakeFetch(
      () =>
        new Response(new ReadableStream({ start: (it) => it.error(new TypeError('network')) }), {
          status: 503,
        }),
    );
    expect((await failureOf(transport(fetch)(URL, 1_000))).kind).toBe('server_fault');
  });

  test('a 401 whose reason broke off does not condemn the key', async () => {
    const { fetch } = fakeFetch(
      () =>
        new Response(new ReadableStream({ start: (it) => it.error(new TypeError('network')) }), {
          status: 401,
        }),
    );
    expect((await failureOf(transport(fetch)(URL, 1_000))).kind).toBe('offline');
  });
});

describe('time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['headers that never come', silence],
    ['a body that never ends', stalledBody('{"a":')],
    ['a 401 that never says why', stalledBody('{"message":', 401)],
  ])('%s: timeout', async (_, reply) => {
    const { fetch } = fakeFetch(reply);
    const failure = failureOf(transport(fetch)(URL, 1_000));
    await vi.advanceTimersByTimeAsync(9_999);
    await expect(Promise.race([failure, 'waiting'])).resolves.toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect((await failure).kind).toBe('timeout');
  });

  test('a fetch that rejects with an error of its own when time is up: timeout', async () => {
    const { fetch } = fakeFetch(
      ({ init }) =>
        new Promise((_, reject) => {
          init.signal?.addEventListener('abort', () => reject(new TypeError('Aborted')));
        }),
    );
    const failure = failureOf(transport(fetch)(URL, 1_000));
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await failure).kind).toBe('timeout');
  });

  test('headers and body share one allowance', async () => {
    const { fetch } = fakeFetch(async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 6_000));
      return stalledBody('{')(request);
    });
    const failure = failureOf(transport(fetch)(URL, 1_000));
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await failure).kind).toBe('timeout');
  });

  test.each([
    ['while headers are awaited', silence],
    ['while the body is read', stalledBody('{')],
    ['while a refusal is read', stalledBody('{', 500)],
  ])('the caller gives up %s: its own reason comes back', async (_, reply) => {
    const { fetch } = fakeFetch(reply);
    const caller = new AbortController();
    const reason = new Error('key replaced');
    const answer = transport(fetch)(URL, 1_000, caller.signal).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5);
    caller.abort(reason);
    expect(await answer).toBe(reason);
  });

  test('a caller that gave up before asks nothing', async () => {
    const { fetch, requests } = fakeFetch(json({}));
    const reason = new Error('too late');
    await expect(transport(fetch)(URL, 1_000, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(requests).toHaveLength(0);
  });

  test('no timer is left behind', async () => {
    await transport(fakeFetch(json({})).fetch)(URL, 1_000);
    await failureOf(transport(fakeFetch(refusal(500, '')).fetch)(URL, 1_000));
    expect(vi.getTimerCount()).toBe(0);
  });
});
