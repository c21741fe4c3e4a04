import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '#instantly';
import type { CampaignId } from '#model';
import type { Fetch } from '../../lib/instantly/transport.ts';
import { fetchVia, type LocalServer, startServer } from './local-server.ts';
import { failureOf, loadWithout } from './permissive.ts';
import { ID } from './senders.ts';

const KEY = 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=';
const CAMPAIGN = ID as CampaignId;
const load = () => import('#instantly');

const clientOf = (fetch: Fetch, room: Pick<Awaited<ReturnType<typeof load>>, 'createClient'>) =>
  room.createClient({ key: KEY, now: () => 0, fetch });
const guarded = { createClient };

const servers: LocalServer[] = [];
const serve = async (...given: Parameters<typeof startServer>): Promise<LocalServer> => {
  const server = await startServer(...given);
  servers.push(server);
  return server;
};

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('row 21: a redirect to another host', () => {
  const redirecting = async (status: number) => {
    const thief = await serve((_request, response) => response.end('{"items":[]}'));
    const instantly = await serve((_request, response) => {
      response.writeHead(status, { Location: `${thief.origin}/stolen` }).end();
    });
    return { thief, instantly };
  };

  test.each([301, 302, 303, 307, 308])('row 21: %i is an error and is not followed', async (n) => {
    const { thief, instantly } = await redirecting(n);
    const client = clientOf(fetchVia(instantly), guarded);
    expect(await failureOf(client.listCampaigns())).toBe('offline');
    expect(instantly.requests).toEqual([
      { path: '/api/v2/campaigns?limit=100', authorization: `Bearer ${KEY}` },
    ]);
    expect(thief.requests).toEqual([]);
  });

  test('row 21, control: a fetch that follows asks the other host and takes its answer', async () => {
    const { thief, instantly } = await redirecting(307);
    const client = clientOf(fetchVia(instantly, { redirect: 'follow' }), guarded);
    expect(await client.listCampaigns()).toMatchObject({ value: [] });
    expect(thief.requests.map(({ path }) => path)).toEqual(['/stolen']);
  });
});

describe('row 22: texts that are no key', () => {
  const TEXTS = [
    'key\r\nX-Evil: 1',
    'key\nX-Evil: 1',
    'key\u2028x',
    'kéy-with-letters-beyond-ascii',
    '"quoted"\u00a0key',
    'two words',
    '   ',
    'x'.repeat(10_240),
    'YOUR_API_KEY',
    '<your api key>',
    'Bearer',
  ];

  const send = async (room: typeof guarded, key: string) => {
    const headers: unknown[] = [];
    const client = room.createClient({
      key,
      now: () => 0,
      fetch: async (_url, { headers: sent }) => {
        headers.push(sent);
        return Response.json({ items: [] });
      },
    });
    await client.listCampaigns();
    return headers;
  };

  test.each(TEXTS)('row 22: %j is refused with a reason, and nothing is sent', async (text) => {
    const { checkKeyText } = await load();
    expect(checkKeyText(text)).toMatchObject({ ok: false, problem: expect.any(String) });
    expect(() => createClient({ key: text, now: () => 0, fetch })).toThrow('key_rejected');
  });

  test('row 22: white space and a prefix around a key are cut off', async () => {
    const { checkKeyText } = await load();
    for (const text of [`  ${KEY}\n`, `Bearer ${KEY}`, `Authorization: bearer  ${KEY}`]) {
      expect(checkKeyText(text)).toEqual({ ok: true, key: KEY });
    }
  });

  test('row 22, control: without the check they stand in the header as they are', async () => {
    const open = await loadWithout(
      {
        '../../lib/instantly/key-text.ts': () => ({
          checkKeyText: (key: string) => ({ ok: true, key }),
        }),
      },
      load,
    );
    for (const text of TEXTS) {
      expect(await send(open, text)).toEqual([
        expect.objectContaining({ Authorization: `Bearer ${text}` }),
      ]);
    }
  });
});

describe('row 25: answers without end', () => {
  const MEGABYTE = 1_048_576;

  /** Valid JSON, a quarter of a megabyte at a time, of so many megabytes; counts what was taken. */
  const huge = (megabytes: number) => {
    const taken = { bytes: 0 };
    const fetch: Fetch = async () => {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>(
        {
          pull: (controller) => {
            const isFirst = sent === 0;
            const isLast = sent >= megabytes * MEGABYTE;
            const text = isFirst ? '{"items":["' : isLast ? '"]}' : 'x'.repeat(MEGABYTE / 4);
            sent += text.length;
            taken.bytes = sent;
            controller.enqueue(new TextEncoder().encode(text));
            if (isLast) controller.close();
          },
        },
        { highWaterMark: 0 },
      );
      return new Response(body);
    };
    return { fetch, taken };
  };

  test.each([
    ['a sending status', 1, 'status'],
    ['a list', 8, 'list'],
  ] as const)('row 25: %s is given up at %i MB', async (_, most, kind) => {
    const { fetch, taken } = huge(200);
    const client = clientOf(fetch, guarded);
    const asked = kind === 'list' ? client.listCampaigns() : client.sendingStatus(CAMPAIGN);
    expect(await failureOf(asked)).toBe('body_too_large');
    expect(taken.bytes).toBeLessThan((most + 0.5) * MEGABYTE);
  });

  test('row 25: a bomb of gzip is given up as well', async () => {
    const bomb = gzipSync(`{"items":["${'0'.repeat(50 * MEGABYTE)}"]}`);
    expect(bomb.length).toBeLessThan(MEGABYTE / 10);
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb);
    });
    const client = clientOf(fetchVia(server), guarded);
    expect(await failureOf(client.listCampaigns())).toBe('body_too_large');
  });

  test('row 25: an error body is not read without end either', async () => {
    const { fetch, taken } = huge(200);
    const client = clientOf(
      async (url, init) => new Response((await fetch(url, init)).body, { status: 500 }),
      guarded,
    );
    expect(await failureOf(client.listCampaigns())).toBe('server_fault');
    expect(taken.bytes).toBeLessThan(MEGABYTE);
  });

  test('row 25, control: read as a whole, all of it is taken', async () => {
    const open = await loadWithout(
      {
        '../../lib/instantly/read-body.ts': () => ({
          readBody: (response: Response) => response.text(),
        }),
      },
      load,
    );
    const { fetch, taken } = huge(20);
    expect(await clientOf(fetch, open).listCampaigns()).toMatchObject({ rows: 1 });
    expect(taken.bytes).toBeGreaterThan(20 * MEGABYTE);
  });
});

describe('row 26: bodies that are no answer', () => {
  const utf16 = new Uint8Array(Buffer.from('\ufeff{"items":[]}', 'utf16le'));
  const BODIES: [string, BodyInit | null][] = [
    ['nothing', null],
    ['empty', ''],
    ['truncated', '{"items":[{"id":"019'],
    ['UTF-16', utf16],
    ['trailing garbage', '{"items":[]}}'],
    ['a page of a gateway', `<!doctype html><title>502</title><p>${KEY}`],
    ['another document', '[]'],
    ['a number', '7'],
    ['null', 'null'],
  ];

  test.each(BODIES)('row 26: %s under 200 is a typed error', async (_, body) => {
    const client = clientOf(async () => new Response(body), guarded);
    expect(await failureOf(client.listCampaigns())).toBe('bad_body');
    const error = await client.listCampaigns().catch((thrown: unknown) => thrown);
    expect(`${String(error)} ${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain(
      KEY,
    );
  });

  test('row 26: a byte order mark and another content type are no harm', async () => {
    const headers = { 'Content-Type': 'text/html' };
    const client = clientOf(async () => new Response('\ufeff{"items":[]}', { headers }), guarded);
    expect(await client.listCampaigns()).toMatchObject({ value: [] });
  });

  test('row 26, control: read without care, the error is untyped and quotes the body', () => {
    const error = (() => {
      try {
        return JSON.parse(`${KEY}`) as unknown;
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(SyntaxError);
    expect(String(error)).toContain(KEY.slice(0, 8));
  });
});

describe('row 38: a server that never comes to an end', () => {
  const stalled: Fetch = async (_url, { signal }) => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"items":[')),
    });
    signal?.throwIfAborted();
    return new Response(body);
  };
  const silent: Fetch = (_url, { signal }) =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  const dripping: Fetch = async () => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        timer = setInterval(() => controller.enqueue(new Uint8Array([0x20])), 1_000);
      },
      cancel: () => clearInterval(timer),
    });
    return new Response(body);
  };

  const outcomeAfter = async (fetch: Fetch, ms: number, timeoutMs?: number) => {
    vi.useFakeTimers();
    let outcome: unknown = 'still waiting';
    const client = createClient({ key: KEY, now: () => 0, fetch, timeoutMs });
    void failureOf(client.listCampaigns()).then((failure) => {
      outcome = failure;
    });
    await vi.advanceTimersByTimeAsync(ms);
    return outcome;
  };

  test.each([
    ['no headers', silent],
    ['half a body', stalled],
    ['one byte a second', dripping],
  ])('row 38: %s: given up after 10 s', async (_, fetch) => {
    expect(await outcomeAfter(fetch, 9_999)).toBe('still waiting');
    expect(await outcomeAfter(fetch, 10_000)).toBe('timeout');
  });

  test.each([
    ['no headers', silent],
    ['half a body', stalled],
    ['one byte a second', dripping],
  ])(
    'row 38, control: %s: without the limit it is still waited for after an hour',
    async (_, f) => {
      expect(await outcomeAfter(f, 3_600_000, 2 ** 31 - 1)).toBe('still waiting');
    },
  );
});
