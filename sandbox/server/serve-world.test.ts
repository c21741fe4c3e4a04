import { type ClientHttp2Session, connect } from 'node:http2';
import { request as requestHttp1 } from 'node:https';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { API_HOST, APP_HOST, type Sandbox, serveWorld } from './serve-world.ts';
import type { World } from './world.ts';

const world: World = {
  webAppKeys: [],
  answer: ({ path, method, body }, now) => ({ status: 200, body: { path, method, body, now } }),
};

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

let sandbox: Sandbox;
let client: ClientHttp2Session;

beforeEach(async () => {
  sandbox = await serveWorld({ world, startMs: 1_000 });
  sandbox.clock.freeze();
  client = connect(`https://127.0.0.1:${sandbox.port}`, { rejectUnauthorized: false });
});
afterEach(async () => {
  client.destroy();
  await sandbox.close();
});

const ask = (path: string, host: string = API_HOST, body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const stream = client.request({
      ':path': path,
      ':method': body === '' ? 'GET' : 'POST',
      ':authority': host,
      authorization: 'Bearer secret-tail',
    });
    let status = 0;
    let headers: Record<string, unknown> = {};
    const chunks: Buffer[] = [];
    stream.on('response', (head) => {
      status = head[':status'] ?? 0;
      headers = { ...head };
    });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', reject);
    stream.on('end', () =>
      resolve({ status, headers, body: Buffer.concat(chunks).toString('utf8') }),
    );
    if (body !== '') stream.end(body);
  });

const withFault = (fault: Fault): Promise<Answer> => {
  sandbox.faults.add({ match: {}, fault });
  return ask('/api/v2/campaigns');
};

describe('the served world', () => {
  test('hears method, path, body and the time of the world', async () => {
    const before = sandbox.clock.now();
    sandbox.clock.advance(234);
    const { status, headers, body } = await ask('/api/v2/x', API_HOST, '{"a":1}');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      path: '/api/v2/x',
      method: 'POST',
      body: { a: 1 },
      now: before + 234,
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('the web app is another host, and a foreign host is refused', async () => {
    expect((await ask('/app/campaigns', APP_HOST)).headers['content-type']).toContain('text/html');
    expect((await ask('/static/client.js', APP_HOST)).body).toContain('replaceChildren');
    expect((await ask('/', 'example.com')).status).toBe(421);
  });

  test('speaks HTTP/1.1 too', async () => {
    const status = await new Promise((resolve, reject) => {
      requestHttp1(
        {
          host: '127.0.0.1',
          port: sandbox.port,
          headers: { host: API_HOST },
          rejectUnauthorized: false,
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });

  test('logs and audits without the key', async () => {
    await ask('/api/v2/campaigns?limit=100');
    await ask('/app/campaigns', APP_HOST);
    expect(sandbox.requests.map(({ path, query, authTail }) => [path, query, authTail])).toEqual([
      ['/api/v2/campaigns', '?limit=100', 'tail'],
      ['/app/campaigns', '', 'tail'],
    ]);
    expect(sandbox.audit.byPath()).toEqual({ '/api/v2/campaigns': 1 });
  });
});

describe('a fault', () => {
  const brokenOff: readonly Fault[] = [{ kind: 'reset' }, { kind: 'truncated' }];
  test.each(brokenOff)('$kind breaks the answer off', async (fault) => {
    await expect(withFault(fault)).rejects.toThrow();
  });

  test('drip arrives whole', async () => {
    const { body } = await withFault({ kind: 'drip', bytes: 20, everyMs: 1 });
    expect(JSON.parse(body)).toHaveProperty('path');
  });

  test('latency arrives whole', async () => {
    expect((await withFault({ kind: 'latency', ms: 5 })).status).toBe(200);
  });

  test('never_ends is cut when the sandbox closes', async () => {
    const answer = withFault({ kind: 'never_ends' });
    const outcome = expect(answer).rejects.toThrow();
    client.on('error', () => undefined);
    await expect.poll(() => sandbox.requests.length).toBe(1);
    await sandbox.close();
    client.destroy(new Error('closed'));
    await outcome;
  });

  test('oversized is valid JSON of the size asked for', async () => {
    const { body } = await withFault({ kind: 'oversized', megabytes: 2 });
    expect(body.length).toBeGreaterThan(2_097_152);
    expect(JSON.parse(body)).toHaveProperty('items', []);
  });

  test.each<[Fault, number, string | undefined, RegExp]>([
    [{ kind: 'status', status: 503, body: 'down' }, 503, undefined, /^down$/],
    [{ kind: 'redirect', to: 'https://evil.example/' }, 302, undefined, /^$/],
    [{ kind: 'html' }, 200, 'text/html', /^<!doctype html>/],
    [{ kind: 'content_type', contentType: 'text/plain' }, 200, 'text/plain', /^\{"path"/],
    [{ kind: 'bad_json' }, 200, undefined, /\{"id": $/],
    [{ kind: 'bom' }, 200, undefined, /^\uFEFF\{/],
    [{ kind: 'rate_limited', retryAfter: '7' }, 429, undefined, /Rate limit exceeded/],
  ])('%o', async (fault, status, contentType, body) => {
    const answer = await withFault(fault);
    expect(answer.status).toBe(status);
    if (contentType) expect(answer.headers['content-type']).toContain(contentType);
    expect(answer.body).toMatch(body);
    if (fault.kind === 'rate_limited') expect(answer.headers['retry-after']).toBe('7');
  });
});
