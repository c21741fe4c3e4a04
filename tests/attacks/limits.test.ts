import { describe, expect, test, vi } from 'vitest';
import type { WorkspaceId } from '#model';
import { parseRetryAfter } from '../../lib/instantly/retry-after.ts';
import { failureOf, loadWithout } from './permissive.ts';
import { ID } from './senders.ts';

const T0 = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;
const KEY = 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=';
const load = () => import('#gateway');

const HEADERS: [string | undefined, number | undefined][] = [
  [undefined, undefined],
  ['20', 20_000],
  ['2.55', 2_550],
  ['1e+2', 100_000],
  ['0', 1_000],
  ['-5', 1_000],
  ['1e12', 15 * MINUTE],
  ['soon', 1_000],
  ['', 1_000],
  ['Sat, 21 Nov 2026 12:02:00 GMT', 2 * MINUTE],
  ['Sat, 21 Nov 2026 11:00:00 GMT', 1_000],
  ['Sat, 21 Nov 2126 11:00:00 GMT', 15 * MINUTE],
  ['Sat, 21 Nov 2026 12:02:00 GMT-0500', 1_000],
  ['Infinity', 1_000],
];

/** A gateway whose Instantly answers 429 to everything; `at` moves its clock. */
const refused = ({ createGateway }: Awaited<ReturnType<typeof load>>, header?: string) => {
  const clock = { now: T0 };
  const asked: number[] = [];
  const gateway = createGateway({
    workspaceId: ID as WorkspaceId,
    generation: 1,
    vault: { get: async () => KEY },
    fetch: async () => {
      asked.push(clock.now - T0);
      const headers = header === undefined ? undefined : { 'Retry-After': header };
      return Response.json({ message: 'slow down' }, { status: 429, ...(headers && { headers }) });
    },
    now: () => clock.now,
    random: () => 0.5,
    wait: async (delayMs) => {
      clock.now += delayMs;
    },
    budgetPercent: 5,
    bucket: null,
    notBefore: null,
    latch: null,
  });
  const ask = () => failureOf(gateway.request('user', (client) => client.listCampaigns()));
  return { gateway, clock, asked, ask };
};

describe('row 36: 429 with any Retry-After', () => {
  test.each(HEADERS)('row 36: %j is read as at most 15 minutes', (header, delayMs) => {
    const until = parseRetryAfter(header ?? null, T0);
    expect(until).toBe(delayMs === undefined ? undefined : T0 + delayMs);
  });

  test.each(HEADERS)('row 36: after %j nothing is asked for 1 s to 15 min', async (header) => {
    const { gateway, clock, asked, ask } = refused(await load(), header);
    expect(await ask()).toBe('rate_limited');
    const { notBefore, bucket } = gateway.standing();
    expect(notBefore).toBeGreaterThanOrEqual(T0 + 1_000);
    expect(notBefore).toBeLessThanOrEqual(T0 + 15 * MINUTE);
    expect(bucket.ratePerSecond).toBeLessThanOrEqual(2.5);
    clock.now = Number(notBefore) - 1;
    expect(await ask()).toBe('paused');
    expect(asked).toHaveLength(1);
    clock.now = T0 + 16 * MINUTE;
    expect(await ask()).toBe('rate_limited');
  });

  test('row 36: however often it is refused, a minute never sees more than the budget', async () => {
    const { clock, asked, ask } = refused(await load());
    while (clock.now < T0 + 5 * MINUTE) {
      clock.now += 100;
      await ask();
    }
    for (const from of asked) {
      const within = asked.filter((at) => at >= from && at < from + MINUTE).length;
      expect(within).toBeLessThanOrEqual(300);
    }
    // Twice as slow after each refusal: far under the budget.
    expect(asked.length).toBeLessThan(60);
  });

  test('row 36, control: taken at its word, the header ends the checks or starts a storm', async () => {
    const naive = {
      '../../lib/instantly/retry-after.ts': () => ({
        parseRetryAfter: (header: string | null, now: number) =>
          header === null ? undefined : now + Number(header) * 1_000,
      }),
      '../../lib/gateway/backoff.ts': () => ({
        resumeAt: (asked: number | undefined, _failures: number, now: number) => asked ?? now,
      }),
    };
    const forGood = refused(await loadWithout(naive, load), '1e12');
    await forGood.ask();
    expect(forGood.gateway.standing().notBefore).toBeGreaterThan(T0 + 1e9);
    const storm = refused(await loadWithout(naive, load), '-5');
    await storm.ask();
    await storm.ask();
    expect(storm.gateway.standing().notBefore).toBeLessThanOrEqual(T0);
  });
});

describe('row 52: the key is replaced while Instantly is being asked', () => {
  const late = async () => {
    const { createGateway } = await load();
    let answer = (_: Response): void => {};
    const fetch = vi.fn(
      () =>
        new Promise<Response>((resolve) => {
          answer = resolve;
        }),
    );
    const gateway = createGateway({
      workspaceId: ID as WorkspaceId,
      generation: 1,
      vault: { get: async () => KEY },
      fetch,
      now: () => T0,
      random: () => 0.5,
      wait: async () => {},
      budgetPercent: 5,
      bucket: null,
      notBefore: null,
      latch: null,
    });
    const asked = failureOf(gateway.request('rest', (client) => client.listCampaigns()));
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    return { gateway, asked, answer: (response: Response) => answer(response) };
  };

  test('row 52: the old key’s answer is thrown away', async () => {
    const { gateway, asked, answer } = await late();
    gateway.renew(2);
    answer(Response.json({ items: [] }));
    expect(await asked).toBe('superseded');
  });

  test('row 52: the old key’s refusal does not latch the new one', async () => {
    const { gateway, asked, answer } = await late();
    gateway.renew(2);
    answer(Response.json({ message: 'invalid key' }, { status: 401 }));
    expect(await asked).toBe('superseded');
    expect(gateway.standing().latch).toBeNull();
  });

  test('row 52, control: without a new generation both count', async () => {
    const answered = await late();
    answered.answer(Response.json({ items: [] }));
    expect(await answered.asked).toBe('nothing was thrown');
    const rejected = await late();
    rejected.answer(Response.json({ message: 'invalid key' }, { status: 401 }));
    expect(await rejected.asked).toBe('key_rejected');
    expect(rejected.gateway.standing().latch).toBe('key_rejected');
  });
});
