import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeliverer, deliveriesOf } from '#alerts';
import type { DelivererPort } from '../../lib/alerts/webhooks/deliverer.ts';
import { AT, notice } from '../../lib/alerts/webhooks/fixtures.ts';
import { type Disk, diskWith, portOver, webhook } from './webhook-disk.ts';
import { fetchFrom, type Receiver, startReceiver } from './webhook-receiver.ts';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver?.close());

type Deliver = (port: DelivererPort) => Promise<unknown>;
type Call = (...given: never[]) => Promise<unknown>;

/** Where a worker dies: at its nth effect, before or after it has happened; `Infinity`: it does not. */
interface Death {
  readonly nth: number;
  readonly phase: 'before' | 'after';
}

/** A worker that dies as a killed one does: what it awaits never comes. Gives how many effects it began. */
const live = async (port: DelivererPort, deliver: Deliver, death: Death): Promise<number> => {
  let effects = 0;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const never = (): Promise<never> => {
    die();
    return new Promise(() => undefined);
  };
  const mortal =
    (call: Call): Call =>
    async (...given) => {
      effects += 1;
      const nth = effects;
      if (nth > death.nth || (nth === death.nth && death.phase === 'before')) return never();
      const result = await call(...given);
      return nth === death.nth ? never() : result;
    };
  const all = <T extends object>(calls: T): T =>
    Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [name, mortal(call as Call)]),
    ) as T;
  const { addressOf, hasPermission, factsOf, readWords, post } = port;
  const mortalPort: DelivererPort = {
    ...port,
    ...all({ addressOf, hasPermission, factsOf, readWords, post }),
    deliveries: all(port.deliveries),
    webhooks: all(port.webhooks),
  };
  await Promise.race([deliver(mortalPort), died]);
  return effects;
};

const ours: Deliver = (port) => createDeliverer(port).deliver();

const idsSince = (from: number): string[] =>
  receiver.received.slice(from).map(({ headers, body }) => {
    const id = String(headers['idempotency-key']);
    expect(JSON.parse(body)).toMatchObject({ id });
    return id;
  });

interface Story {
  readonly effects: number;
  /** What is wrong with what the receiver saw. */
  readonly faults: readonly string[];
}

/** One worker that dies, then others until nothing waits. The first request fails, so that there is one to repeat. */
const tell = async (deliver: Deliver, death: Death): Promise<Story> => {
  const notices = [notice(), notice({ id: 'recovery:1', kind: 'recovery', at: AT + 1 })];
  const wanted = deliveriesOf(notices, [webhook()], AT);
  const disk: Disk = diskWith(wanted);
  const from = receiver.received.length;
  receiver.faults.splice(0, Infinity, { kind: 'status', status: 500 });
  let now = AT;
  const port = () => portOver(disk, fetchFrom(receiver), () => now);
  const effects = await live(port(), deliver, death);
  const isStored = new Set(wanted.map(({ id }) => id));
  for (const { id } of disk.deliveries) isStored.delete(id);
  const second = receiver.received.length;
  for (let worker = 0; worker < 6; worker += 1) {
    now += 15 * 60_000;
    await live(port(), deliver, { nth: Infinity, phase: 'before' });
  }
  const seen = new Set(idsSince(from));
  const after = idsSince(second);
  return {
    effects,
    faults: [
      ...wanted.filter(({ id }) => !seen.has(id)).map(() => 'lost'),
      ...[...seen].filter((id) => !wanted.some((one) => one.id === id)).map(() => 'another id'),
      ...after.filter((id) => isStored.has(id)).map(() => 'sent again after its answer was stored'),
      ...(disk.deliveries.length > 0 ? ['left over'] : []),
      ...(disk.webhooks[0]?.lastOutcome?.kind === 'delivered' ? [] : ['outcome not shown']),
    ],
  };
};

const tellAll = async (deliver: Deliver): Promise<ReadonlySet<string>> => {
  const { effects } = await tell(deliver, { nth: Infinity, phase: 'before' });
  const faults = new Set<string>();
  for (let nth = 1; nth <= effects; nth += 1) {
    for (const phase of ['before', 'after'] as const) {
      for (const fault of (await tell(deliver, { nth, phase })).faults) faults.add(fault);
    }
  }
  return faults;
};

test('killed before or after any effect: every notice arrives, with its one id, and never after its answer was stored', async () => {
  const { effects, faults } = await tell(ours, { nth: Infinity, phase: 'before' });
  expect(faults).toEqual([]);
  expect(effects).toBeGreaterThan(8);
  expect([...(await tellAll(ours))]).toEqual([]);
});

/** What a careless deliverer does with each delivery. */
const careless =
  (
    send: (port: DelivererPort, id: string, sendIt: () => Promise<unknown>) => Promise<unknown>,
  ): Deliver =>
  async (port) => {
    for (const { id } of await port.deliveries.read()) {
      const headers = { 'Idempotency-Key': id };
      await send(port, id, () =>
        port.post('https://hooks.example.com/', JSON.stringify({ id }), headers),
      );
    }
  };
const takeOut = (port: DelivererPort, id: string) =>
  port.deliveries.change((all) => all.filter((one) => one.id !== id));

test('control: taken out before it is sent, a kill loses it', async () => {
  const faults = await tellAll(
    careless(async (port, id, sendIt) => {
      await takeOut(port, id);
      await sendIt();
    }),
  );
  expect([...faults]).toContain('lost');
});

test('control: an id made for each attempt is another one after a kill', async () => {
  const faults = await tellAll(
    careless(async (port, id) => {
      const other = `${id}-${receiver.received.length}`;
      await port.post('https://x.example/', JSON.stringify({ id: other }), {
        'Idempotency-Key': other,
      });
      await takeOut(port, id);
    }),
  );
  expect([...faults]).toContain('another id');
});

test('control: sent again although its answer was stored, it is noticed', async () => {
  const kept = new Set<string>();
  const faults = await tellAll(async (port) => {
    for (const { id } of await port.deliveries.read()) kept.add(id);
    for (const id of kept) {
      await port.post('https://x.example/', JSON.stringify({ id }), { 'Idempotency-Key': id });
      await takeOut(port, id);
    }
  });
  expect([...faults]).toContain('sent again after its answer was stored');
});
