import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDeliverer, createKeeper, createPost, deliveriesOf, readFacts } from '#alerts';
import type { WebhookMessages } from '#messages';
import { changeWebhooks, openWriter, readWebhooks } from '#store/write';
import { apiKeySecretId, openVault, webhookSecretId } from '#vault';
import { workspaceRecord } from '../../components/fixtures.ts';
import { AT, notice, WORKSPACE, words } from '../../lib/alerts/webhooks/fixtures.ts';
import { problemOf } from '../../lib/vault/fixtures.ts';

/** The part of an address by which its channel can be written to. */
const SECRET = 'B0SECRET/7f3a9c51e0d24b68aa';
const ADDRESS = `https://hooks.slack.com/services/T0/${SECRET}?token=${SECRET}`;
const OTHER_ADDRESS = `https://hooks.example.com/${SECRET}`;

type Put = WebhookMessages['webhook.put']['request'];
const put = (rest: Partial<Put> = {}): Put => ({
  id: null,
  kind: 'slack',
  name: 'Ops',
  address: ADDRESS,
  hasAddresses: false,
  ...rest,
});

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => vi.restoreAllMocks());

const setUp = async () => {
  const granted = new Set(['hooks.slack.com', 'hooks.example.com']);
  const vault = openVault();
  const store = openWriter(
    () => AT,
    () => undefined,
    async () => ({}),
  );
  await store.putWorkspace(workspaceRecord({ kind: 'ok' }, { id: WORKSPACE }));
  const deliveries = { read: store.deliveries, change: store.changeDeliveries };
  const webhooks = { read: readWebhooks, change: changeWebhooks };
  let lastId = 0;
  const newId = () => {
    lastId += 1;
    return `0190a000-0000-7000-8000-00000000000${lastId}`;
  };
  const hasPermission = async (host: string) => granted.has(host);
  const shared = { webhooks, deliveries, hasPermission, now: () => AT, newId };
  const keeper = createKeeper({
    ...shared,
    vault,
    giveBack: async (host) => {
      // As Chrome does.
      if (host === '') throw new Error('Host can not be empty.');
      granted.delete(host);
    },
  });
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => new Response('ok'));
  const deliverer = createDeliverer({
    ...shared,
    addressOf: (id) => vault.get(webhookSecretId(id)),
    factsOf: (told) => readFacts(store, told),
    readWords: async () => words,
    post: createPost({ fetch, now: () => AT, timeoutMs: 10_000 }),
    random: () => 0,
    locks: {
      request: (async (_: string, work: () => unknown) => work()) as LockManager['request'],
    },
  });
  const announce = async () =>
    store.commitAlerts({ deliveries: deliveriesOf([notice()], await readWebhooks(), AT) });
  return { granted, vault, store, keeper, deliverer, fetch, announce };
};

describe('setting one up', () => {
  test('keeps the address in the vault and gives back only its host', async () => {
    const { keeper, vault } = await setUp();
    const answer = await keeper.put(put());
    expect(answer).toEqual({
      ok: true,
      webhook: {
        id: '0190a000-0000-7000-8000-000000000001',
        kind: 'slack',
        name: 'Ops',
        host: 'hooks.slack.com',
        hasAddresses: false,
        waiting: 0,
        lastOutcome: null,
      },
    });
    expect(await keeper.list()).toEqual([answer.ok && answer.webhook]);
    expect(await vault.get(webhookSecretId('0190a000-0000-7000-8000-000000000001'))).toBe(ADDRESS);
  });

  test.each([
    ['http://hooks.slack.com/x', 'not_https'],
    ['https://localhost/x', 'own_computer'],
    ['https://me:it@hooks.slack.com/x', 'has_credentials'],
    ['https://*/x', 'own_computer'],
    ['https://*.com/x', 'not_an_address'],
    ['https://elsewhere.example/x', 'permission_missing'],
  ])('%s is not kept: %s', async (address, code) => {
    const { keeper, vault } = await setUp();
    expect(await keeper.put(put({ address }))).toEqual({ ok: false, problem: { code } });
    expect(await keeper.list()).toEqual([]);
    expect(await vault.list()).toEqual([]);
  });

  test('the eleventh is not kept, and the access that was granted for it is given back', async () => {
    const { keeper, granted } = await setUp();
    for (let n = 0; n < 10; n += 1) await keeper.put(put({ address: OTHER_ADDRESS }));
    expect(await keeper.put(put())).toEqual({ ok: false, problem: { code: 'too_many' } });
    expect([...granted]).toEqual(['hooks.example.com']);
  });

  test('in a locked vault it is refused, and nothing is kept', async () => {
    const { keeper, vault, granted } = await setUp();
    await vault.setMode({
      mode: 'passphrase',
      passphrase: 'correct horse',
      lockAfterMinutes: null,
    });
    await vault.lock();
    expect(await keeper.put(put())).toEqual({ ok: false, problem: { code: 'locked' } });
    expect(await keeper.list()).toEqual([]);
    expect(granted.has('hooks.slack.com')).toBe(false);
  });

  test('is changed in its place, with its address or without', async () => {
    const { keeper, vault, granted } = await setUp();
    const first = await keeper.put(put());
    await keeper.put(put({ name: 'Second', address: OTHER_ADDRESS, kind: 'any' }));
    const id = first.ok ? first.webhook.id : '';
    await keeper.put(put({ id, name: 'Renamed', address: null, hasAddresses: true }));
    expect(await vault.get(webhookSecretId(id))).toBe(ADDRESS);
    await keeper.put(put({ id, name: 'Moved', address: OTHER_ADDRESS }));
    expect(await vault.get(webhookSecretId(id))).toBe(OTHER_ADDRESS);
    expect((await keeper.list()).map(({ name, host }) => [name, host])).toEqual([
      ['Moved', 'hooks.example.com'],
      ['Second', 'hooks.example.com'],
    ]);
    expect([...granted]).toEqual(['hooks.example.com']);
  });

  test('one that was removed elsewhere is not brought back by a change', async () => {
    const { keeper } = await setUp();
    const request = put({ id: '0190a000-0000-7000-8000-0000000000ff', address: null });
    expect(await keeper.put(request)).toEqual({ ok: false, problem: { code: 'not_an_address' } });
  });
});

describe('removing one', () => {
  test('takes its secret, what waits for it and the access to its host, and nothing of others', async () => {
    const { keeper, vault, granted, announce, store } = await setUp();
    await vault.put(apiKeySecretId(WORKSPACE), 'key');
    const first = await keeper.put(put());
    const second = await keeper.put(put({ address: OTHER_ADDRESS, kind: 'any' }));
    await announce();
    expect((await keeper.list()).map(({ waiting }) => waiting)).toEqual([1, 1]);
    // Left by a removal that was cut short.
    await vault.put(webhookSecretId('orphan'), ADDRESS);
    expect(await keeper.remove(first.ok ? first.webhook.id : '')).toBe(true);
    const left = second.ok ? second.webhook.id : '';
    expect((await keeper.list()).map(({ id }) => id)).toEqual([left]);
    expect(await vault.list()).toEqual([apiKeySecretId(WORKSPACE), webhookSecretId(left)]);
    expect((await store.deliveries()).map(({ webhookId }) => webhookId)).toEqual([left]);
    expect([...granted]).toEqual(['hooks.example.com']);
  });

  test('keeps the access while another webhook of the host needs it', async () => {
    const { keeper, granted } = await setUp();
    const first = await keeper.put(put());
    await keeper.put(put());
    await keeper.remove(first.ok ? first.webhook.id : '');
    expect(granted.has('hooks.slack.com')).toBe(true);
  });

  test('says when the browser could not, and the secret is gone first', async () => {
    const { keeper, vault } = await setUp();
    const first = await keeper.put(put());
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    expect(await keeper.remove(first.ok ? first.webhook.id : '')).toBe(false);
    expect(await vault.list()).toEqual([]);
  });
});

describe('row 23: the address of a webhook', () => {
  /** Every text and every byte that the browser keeps, in all places. */
  const everythingStored = async (): Promise<string> => {
    const places: string[] = [];
    for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
      places.push(JSON.stringify(await area.get()));
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        places.push(
          JSON.stringify(rows, (_, value: unknown) =>
            value instanceof ArrayBuffer || ArrayBuffer.isView(value)
              ? Buffer.from(value instanceof ArrayBuffer ? value : value.buffer).toString('latin1')
              : value,
          ),
        );
      }
      database.close();
    }
    return places.join('\n');
  };
  const holds = (text: string): boolean =>
    text.includes('SECRET') || text.includes(SECRET.slice(9, 21)) || text.includes(btoa(ADDRESS));

  test('row 23: after being set up, tried, refused and failed it is in no store, answer, console or error', async () => {
    const said: unknown[] = [];
    for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, name).mockImplementation((...line) => void said.push(...line));
    }
    const { keeper, deliverer, fetch, announce, store } = await setUp();
    const answers: unknown[] = [
      await keeper.put(put()),
      await keeper.put(put({ address: 'https://' })),
    ];
    await announce();
    for (const attempt of [
      () => Promise.reject(new TypeError(`Failed to fetch ${ADDRESS}`)),
      async () => new Response(`no_service: ${ADDRESS}`, { status: 404 }),
      async () => Response.redirect(OTHER_ADDRESS),
    ]) {
      fetch.mockImplementationOnce(attempt);
      const [webhook] = await keeper.list();
      answers.push(await deliverer.test(webhook?.id ?? ''), await keeper.list());
    }
    fetch.mockRejectedValueOnce(new Error(ADDRESS));
    await deliverer.deliver();
    answers.push(await keeper.list(), await store.deliveries());
    expect(fetch.mock.calls.map(([url]) => url)).toContain(ADDRESS);
    expect(JSON.stringify([answers, said.map(String)])).not.toMatch(/SECRET/);
    expect(holds(await everythingStored())).toBe(false);
    // Not in what is sent either: the receiver knows it, others who read along do not.
    expect(JSON.stringify(fetch.mock.calls.map(([, { body }]) => body))).not.toMatch(/SECRET/);
  });

  test('row 23, control: kept beside the webhook, or in a name of it, it is found', async () => {
    const { keeper } = await setUp();
    await keeper.put(put({ name: SECRET }));
    expect(holds(await everythingStored())).toBe(true);
    expect(holds(JSON.stringify(await keeper.list()))).toBe(true);
  });

  test('row 23: in no mode of the vault it can be read without it', async () => {
    const { keeper, vault } = await setUp();
    const first = await keeper.put(put());
    const id = webhookSecretId(first.ok ? first.webhook.id : '');
    await vault.setMode({
      mode: 'passphrase',
      passphrase: 'correct horse',
      lockAfterMinutes: null,
    });
    expect(holds(await everythingStored())).toBe(false);
    await vault.lock();
    expect(await problemOf(vault.get(id))).toBe('locked');
  });
});
