import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '#instantly';
import type { Fetch } from '../../lib/instantly/transport.ts';
import { fetchVia, type LocalServer, startServer } from './local-server.ts';
import { failureOf, loadWithout } from './permissive.ts';

const KEY = 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=';
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
