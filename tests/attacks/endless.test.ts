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
