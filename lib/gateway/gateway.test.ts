import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InstantlyError } from '#instantly';
import type { WorkspaceId } from '#model';
import { apiKeySecretId, openVault } from '#vault';
import {
  createGateway,
  type Gateway,
  GatewayError,
  type GatewayOptions,
  type Priority,
} from './index.ts';

const T0 = 1_795_000_000_000;
const WORKSPACE = '01900001-0000-7000-8000-000000000001' as WorkspaceId;
const KEY = 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=';

type Answering = (n: number, init: RequestInit) => Response | Promise<Response>;

const page = (): Response => Response.json({ items: [] });
const refusal = (status: number, message = '', headers: Record<string, string> = {}): Response =>
  Response.json({ statusCode: status, error: 'x', message }, { status, headers });

/** A gateway on a stand-in for the network; `calls` holds the instant and the key of each request. */
const start = (answering: Answering, parts: Partial<GatewayOptions> = {}) => {
  const calls: { at: number; authorization: string }[] = [];
  const gateway = createGateway({
    workspaceId: WORKSPACE,
    generation: 1,
    vault: { get: async () => KEY },
    fetch: async (_url, init) => {
      const authorization = new Headers(init.headers).get('Authorization') ?? '';
      calls.push({ at: Date.now() - T0, authorization });
      return answering(calls.length, init);
    },
    now: Date.now,
    random: () => 0.5,
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    // Five a second, to the digit.
    budgetPercent: 305 / 60,
    bucket: null,
    notBefore: null,
    latch: null,
    ...parts,
  });
  return { gateway, calls };
};

const list = (gateway: Gateway, priority: Priority = 'rest'): Promise<unknown> =>
  gateway.request(priority, (client) => client.listCampaigns());

const problemOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'answered',
    (error: unknown) => {
      if (error instanceof GatewayError) return error.problem;
      return error instanceof InstantlyError ? error.kind : error;
    },
  );

beforeEach(() => {
  vi.useFakeTimers({ now: T0, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('gateway', () => {
  it('asks with the key from the vault and gives the answer', async () => {
    vi.useRealTimers();
    globalThis.indexedDB = new IDBFactory();
    const vault = openVault();
    await vault.put(apiKeySecretId(WORKSPACE), KEY);
    const { gateway, calls } = start(page, { vault });
    expect(await list(gateway)).toMatchObject({ value: [] });
    expect(calls[0]?.authorization).toBe(`Bearer ${KEY}`);
  });

  it('asks nothing without a key', async () => {
    const { gateway, calls } = start(page, { vault: { get: async () => undefined } });
    expect(await problemOf(list(gateway))).toBe('key_missing');
    expect(calls).toEqual([]);
  });

  it('keeps to its pace, whatever is asked of it at once', async () => {
    const { gateway, calls } = start(page);
    const all = Promise.all(Array.from({ length: 30 }, () => list(gateway)));
    await vi.advanceTimersByTimeAsync(10_000);
    await all;
    expect(calls).toHaveLength(30);
    expect(calls.map(({ at }) => at).slice(0, 7)).toEqual([0, 0, 0, 0, 0, 200, 400]);
    expect(calls[29]?.at).toBe(5_000);
  });

  it('sets one timer, however many wait for it', async () => {
    let timers = 0;
    let most = 0;
    const { gateway } = start(page, {
      wait: async (delayMs) => {
        timers += 1;
        most = Math.max(most, timers);
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        timers -= 1;
      },
    });
    const all = Promise.all(Array.from({ length: 12 }, () => list(gateway)));
    await vi.advanceTimersByTimeAsync(5_000);
    await all;
    expect(most).toBe(1);
  });

  it('counts every call of one request', async () => {
    const { gateway, calls } = start(page);
    const sweep = gateway.request('rest', async (client) => {
      for (let n = 0; n < 7; n += 1) await client.listCampaigns();
    });
    await vi.advanceTimersByTimeAsync(1_000);
    await sweep;
    expect(calls.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 200, 400]);
  });

  it('has five requests out at most', async () => {
    let out = 0;
    let most = 0;
    const { gateway } = start(async () => {
      out += 1;
      most = Math.max(most, out);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      out -= 1;
      return page();
    });
    const all = Promise.all(Array.from({ length: 12 }, () => list(gateway)));
    await vi.advanceTimersByTimeAsync(30_000);
    await all;
    expect(most).toBe(5);
  });

  it('lets the more urgent go first', async () => {
    const order: string[] = [];
    const { gateway } = start(page);
    const ask = (priority: Priority) =>
      gateway.request(priority, async (client) => {
        order.push(priority);
        await client.listCampaigns();
      });
    const all = Promise.all([
      ...Array.from({ length: 5 }, () => list(gateway)),
      ask('rest'),
      ask('problem'),
      ask('visible'),
      ask('user'),
    ]);
    await vi.advanceTimersByTimeAsync(5_000);
    await all;
    expect(order).toEqual(['user', 'visible', 'problem', 'rest']);
  });

  it('stops for good at a refused key, until there is a new one', async () => {
    const { gateway, calls } = start((n) => (n === 1 ? refusal(401, 'Unauthorized') : page()));
    expect(await problemOf(list(gateway))).toBe('key_rejected');
    expect(gateway.standing().latch).toBe('key_rejected');
    expect(await problemOf(list(gateway, 'user'))).toBe('latched');
    expect(calls).toHaveLength(1);
    gateway.renew(2);
    expect(await problemOf(list(gateway))).toBe('answered');
  });

  it('does not stop for a 401 that is not in the words of Instantly: a portal stands in between', async () => {
    const { gateway } = start((n) =>
      n === 1 ? new Response('<title>Sign in</title>', { status: 401 }) : page(),
    );
    expect(await problemOf(list(gateway))).toBe('server_fault');
    expect(gateway.standing().latch).toBeNull();
    expect(await problemOf(list(gateway))).toBe('answered');
  });

  it('stops at once those that wait behind a refused key', async () => {
    const { gateway, calls } = start(() => refusal(401, 'Unauthorized'));
    const problems = Promise.all(Array.from({ length: 9 }, () => problemOf(list(gateway))));
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await problems).filter((problem) => problem === 'latched')).toHaveLength(4);
    expect(calls).toHaveLength(5);
  });

  it('does not stop for a missing scope', async () => {
    const { gateway } = start((n) =>
      n === 1 ? refusal(401, 'Invalid scope. Required: accounts:read') : page(),
    );
    expect(await problemOf(list(gateway))).toBe('scope_missing');
    expect(await problemOf(list(gateway))).toBe('answered');
  });

  it('pauses everyone as long as a 429 says, and goes on more slowly', async () => {
    const { gateway, calls } = start((n) =>
      n === 1 ? refusal(429, 'slow', { 'Retry-After': '20' }) : page(),
    );
    expect(await problemOf(list(gateway))).toBe('rate_limited');
    await expect(list(gateway, 'user')).rejects.toMatchObject({
      problem: 'paused',
      until: T0 + 20_000,
    });
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await problemOf(list(gateway))).toBe('answered');
    expect(gateway.bucket().ratePerSecond).toBeLessThan(3);
  });

  it('learns of a 429 even when the asker made nothing of it', async () => {
    const { gateway } = start(() => refusal(429, 'slow'));
    await gateway.request('rest', (client) => client.listCampaigns().catch(() => null));
    expect(gateway.standing().notBefore).toBeGreaterThan(T0);
  });

  it('throws away what an older key was told', async () => {
    let answer = (_response: Response): void => undefined;
    const { gateway } = start(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const late = problemOf(list(gateway));
    await vi.advanceTimersByTimeAsync(1);
    gateway.renew(2);
    answer(refusal(401, 'Unauthorized'));
    expect(await late).toBe('superseded');
    expect(gateway.standing().latch).toBeNull();
  });

  it('throws away those that waited with an older key, without asking', async () => {
    const { gateway, calls } = start(page, {
      bucket: { tokens: 0, updatedAt: T0, ratePerSecond: 5 },
    });
    const late = problemOf(list(gateway));
    gateway.renew(2);
    expect(await late).toBe('superseded');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(calls).toEqual([]);
  });

  it('says and asks nothing after it was closed', async () => {
    const { gateway, calls } = start(page);
    gateway.close();
    expect(await problemOf(list(gateway))).toBe('superseded');
    expect(calls).toEqual([]);
  });

  it('goes on from the journal: the budget, the pause and the latch outlive the worker', async () => {
    const { gateway } = start(page, { notBefore: T0 + 9_000 });
    expect(await problemOf(list(gateway, 'user'))).toBe('paused');
    expect(await problemOf(list(start(page, { latch: 'no_plan' }).gateway))).toBe('latched');
    const crawling = { tokens: 0, updatedAt: T0, ratePerSecond: 0.1 };
    expect(await problemOf(list(start(page, { bucket: crawling }).gateway))).toBe('deferred');
  });
});
