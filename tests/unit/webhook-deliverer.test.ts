import { describe, expect, test, vi } from 'vitest';
import { createDeliverer } from '#alerts';
import { DAY_MS, MINUTE_MS } from '#model';
import { VaultError, type VaultProblem } from '#vault';
import type { DelivererPort } from '../../lib/alerts/webhooks/deliverer.ts';
import { AT, delivery, notice } from '../../lib/alerts/webhooks/fixtures.ts';
import { diskWith, portOver, webhook } from './webhook-disk.ts';

const answering = (...statuses: readonly number[]) => {
  const left = [...statuses];
  return vi.fn(
    async (_url: string, _init: RequestInit) => new Response('', { status: left.shift() ?? 200 }),
  );
};

const at = (n: number) => delivery({ id: `d${n}`, at: AT + n });
const later = (n: number, webhookId: string) => ({ ...at(n), webhookId });

const setUp = (
  disk = diskWith([at(1), at(2), at(3)]),
  fetch = answering(),
  rest: Partial<DelivererPort> = {},
) => {
  const clock = { now: AT };
  const port = portOver(disk, fetch, () => clock.now, rest);
  const keys = () =>
    fetch.mock.calls.map(([, { headers }]) => new Headers(headers).get('idempotency-key'));
  return { disk, fetch, clock, keys, deliverer: createDeliverer(port) };
};

const outcomeOf = ({ webhooks }: ReturnType<typeof diskWith>, id = 'w') =>
  webhooks.find((one) => one.id === id)?.lastOutcome;

describe('what waits', () => {
  test('is sent oldest first, taken out, and the outcome is kept', async () => {
    const { disk, keys, deliverer } = setUp();
    expect(await deliverer.deliver()).toBe(true);
    expect(keys()).toEqual(['d1', 'd2', 'd3']);
    expect(disk.deliveries).toEqual([]);
    expect(outcomeOf(disk)).toEqual({ kind: 'delivered', at: AT });
    expect(await deliverer.nextAt()).toBeNull();
    expect(await deliverer.deliver()).toBe(false);
  });

  test('stays, in its order, behind one that failed, and goes on with it', async () => {
    const { disk, clock, keys, deliverer } = setUp(undefined, answering(500));
    await deliverer.deliver();
    expect(keys()).toEqual(['d1']);
    expect(disk.deliveries.map(({ id, attempts }) => [id, attempts])).toEqual([
      ['d1', 1],
      ['d2', 0],
      ['d3', 0],
    ]);
    expect(outcomeOf(disk)).toMatchObject({
      kind: 'failed',
      problem: { code: 'refused', status: 500 },
    });
    const next = await deliverer.nextAt();
    expect(next).toBe(AT + 15_000);
    await deliverer.deliver();
    expect(keys()).toEqual(['d1']);
    clock.now = next ?? 0;
    await deliverer.deliver();
    expect(keys()).toEqual(['d1', 'd1', 'd2', 'd3']);
    expect(outcomeOf(disk)).toMatchObject({ kind: 'delivered' });
  });

  test('is given up after the third refusal, said, and does not hold up the next', async () => {
    const { disk, clock, keys, deliverer } = setUp(undefined, answering(404, 404, 404));
    for (let n = 0; n < 3; n += 1) {
      await deliverer.deliver();
      clock.now += 15 * MINUTE_MS;
    }
    expect(keys()).toEqual(['d1', 'd1', 'd1', 'd2', 'd3']);
    expect(disk.deliveries).toEqual([]);
  });

  test('is dropped after a day without having been sent', async () => {
    const { disk, clock, fetch, deliverer } = setUp();
    clock.now = AT + 2 * DAY_MS;
    await deliverer.deliver();
    expect(fetch).not.toHaveBeenCalled();
    expect(disk.deliveries).toEqual([]);
  });

  test('for another webhook is not held up by one that fails or breaks', async () => {
    const disk = diskWith(
      [later(1, 'w'), later(2, 'v'), later(3, 'u')],
      [webhook(), webhook({ id: 'v' }), webhook({ id: 'u' })],
    );
    const { fetch, deliverer } = setUp(disk, answering(), {
      addressOf: async (id) => {
        if (id === 'w') throw new Error('broken');
        return id === 'v' ? undefined : disk.addresses.get(id);
      },
    });
    await expect(deliverer.deliver()).rejects.toThrow('broken');
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([disk.addresses.get('u')]);
    expect(outcomeOf(disk, 'u')).toMatchObject({ kind: 'delivered' });
    expect(outcomeOf(disk, 'v')).toMatchObject({ problem: { code: 'storage_failed' } });
  });

  test('is sent once by two that ask at the same moment', async () => {
    let turn: Promise<unknown> = Promise.resolve();
    const locks = {
      request: ((_: string, work: () => Promise<unknown>) => {
        turn = turn.then(work, work);
        return turn;
      }) as LockManager['request'],
    };
    const { keys, deliverer } = setUp(undefined, undefined, { locks });
    await Promise.all([deliverer.deliver(), deliverer.deliver()]);
    expect(keys()).toEqual(['d1', 'd2', 'd3']);
  });

  test('is not sent again by the same worker when the browser could not store its answer', async () => {
    const disk = diskWith([at(1)]);
    const { keys, deliverer } = setUp(disk, undefined, {
      deliveries: {
        read: async () => disk.deliveries,
        change: async (change) => {
          if (change(disk.deliveries) !== disk.deliveries) throw new Error('full');
        },
      },
    });
    await expect(deliverer.deliver()).rejects.toThrow('full');
    expect(await deliverer.deliver()).toBe(false);
    expect(keys()).toEqual(['d1']);
  });
});

describe('what waits for a person', () => {
  const failing = (problem: VaultProblem) => async (): Promise<string> => {
    throw new VaultError(problem);
  };
  const REASONS: readonly (readonly [string, Partial<DelivererPort>])[] = [
    ['locked', { addressOf: failing('locked') }],
    ['permission_missing', { hasPermission: async () => false }],
    ['storage_failed', { addressOf: async () => undefined }],
    ['storage_failed', { addressOf: failing('secret_unreadable') }],
  ];

  test.each(REASONS)(
    '%s: nothing is sent, it is said once, and no alarm is set for it',
    async (code, rest) => {
      const { disk, fetch, clock, deliverer } = setUp(undefined, undefined, rest);
      expect(await deliverer.deliver()).toBe(true);
      clock.now += MINUTE_MS;
      expect(await deliverer.deliver()).toBe(false);
      expect(fetch).not.toHaveBeenCalled();
      expect(disk.deliveries).toEqual([at(1), at(2), at(3)]);
      expect(outcomeOf(disk)).toEqual({ kind: 'failed', at: AT, problem: { code } });
      expect(await deliverer.nextAt()).toBeNull();
    },
  );

  test('is sent as soon as that is put right', async () => {
    let isLocked = true;
    const { keys, deliverer } = setUp(undefined, undefined, {
      addressOf: async () => {
        if (isLocked) throw new VaultError('locked');
        return 'https://hooks.example.com/x';
      },
    });
    await deliverer.deliver();
    isLocked = false;
    await deliverer.deliver();
    expect(keys()).toEqual(['d1', 'd2', 'd3']);
  });
});

describe('a test', () => {
  test('goes out at once with an id of its own, ahead of what waits, and its outcome is kept', async () => {
    const { disk, fetch, deliverer } = setUp(undefined, answering(200));
    expect(await deliverer.test('w')).toEqual({ kind: 'delivered' });
    const [, { body }] = fetch.mock.calls[0] ?? expect.fail();
    expect(JSON.parse(String(body))).toMatchObject({ kind: 'test', cause: null, campaigns: [] });
    expect(disk.deliveries).toHaveLength(3);
    expect(outcomeOf(disk)).toMatchObject({ kind: 'delivered' });
  });

  test('says what is wrong; of a webhook that is gone nothing', async () => {
    const { deliverer, disk } = setUp(undefined, answering(403));
    expect(await deliverer.test('w')).toMatchObject({ problem: { code: 'refused', status: 403 } });
    expect(outcomeOf(disk)).toMatchObject({ kind: 'failed' });
    expect(await deliverer.test('gone')).toBeUndefined();
  });
});

test('ids stand in the head only where a program reads it', async () => {
  for (const kind of ['slack', 'discord', 'teams'] as const) {
    const { fetch, deliverer } = setUp(diskWith([at(1)], [webhook({ kind })]));
    await deliverer.deliver();
    const [, { headers }] = fetch.mock.calls[0] ?? expect.fail();
    expect(Object.keys(headers ?? {})).toEqual(['Content-Type']);
  }
});

test('a digest of several workspaces and a notice without figures are told as well', async () => {
  const digest = notice({
    id: 'digest:1',
    kind: 'digest',
    workspaceId: null,
    code: null,
    campaignIds: [],
    campaigns: 0,
    loss: null,
    counts: { needYou: 3, fine: 41, silenced: 1, dryDays: [{ date: '2026-11-26', campaigns: 2 }] },
  });
  const { fetch, deliverer } = setUp(diskWith([delivery({ notice: digest })]));
  await deliverer.deliver();
  const [, { body }] = fetch.mock.calls[0] ?? expect.fail();
  expect(JSON.parse(String(body)).text).toBe(
    '3 need you, 41 fine\n1 silenced\n2 run out of leads on 2026-11-26',
  );
});
