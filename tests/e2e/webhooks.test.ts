import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { ExtensionTable } from '#messages';
import {
  API_HOST,
  APP_HOST,
  type DemoSandbox,
  type DrivenBrowser,
  openBrowser,
  startSandbox,
} from '#sandbox';
import { deliveriesOf } from '../../lib/alerts/webhooks/delivery.ts';
import { notice } from '../../lib/alerts/webhooks/fixtures.ts';
import { type Receiver, startReceiver } from '../unit/webhook-receiver.ts';
import { builtExtension } from './open-sendwatch.ts';
import { needlesOf, placesWith, readStores } from './secret-sweep.ts';

declare const chrome: ExtensionApi;

const HOST = 'hooks.example.com';
const SECRET = 'b7Kq2mXv9TzR4wLs8NcY6hPd3FgJ5aQe';
const ADDRESS = `https://${HOST}/services/${SECRET}`;

let folder: string;
let sandbox: DemoSandbox;
let receiver: Receiver;
let browser: DrivenBrowser;
let page: Page;

/** The build with what a click in the options would have been granted. */
const grantedBuild = async (): Promise<string> => {
  folder = await mkdtemp(join(tmpdir(), 'sendwatch-webhooks-'));
  await cp(builtExtension('chromium'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  manifest.host_permissions.push(`https://${HOST}/*`);
  await writeFile(file, JSON.stringify(manifest));
  return folder;
};

const hostRules = (): string => {
  const to = (host: string, port: number): string => `MAP ${host} 127.0.0.1:${port}`;
  const maps = [to(APP_HOST, sandbox.port), to(API_HOST, sandbox.port), to(HOST, receiver.port)];
  return `--host-resolver-rules=${maps.join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
};

const send = <K extends keyof ExtensionTable>(
  type: K,
  request: ExtensionTable[K]['request'],
): Promise<ExtensionTable[K]['answer']> =>
  page.evaluate((message) => chrome.runtime.sendMessage(message) as Promise<never>, {
    type,
    request,
  });

const put = (address: string) =>
  send('webhook.put', { id: null, kind: 'any', name: 'Ops', address, hasAddresses: false });

const list = async () => (await send('webhook.list', {})).webhooks;

const ids = (): readonly (string | undefined)[] =>
  receiver.received.map(({ headers }) => headers['idempotency-key']);

/** Puts a notice where a step of the alerting puts it. */
const announce = async (webhookId: string): Promise<string> => {
  const [delivery] = deliveriesOf([notice()], [{ id: webhookId }], Date.now());
  if (delivery === undefined) throw new Error('no delivery');
  await page.evaluate(async (value) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('sendwatch');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction('alerts', 'readwrite');
    transaction.objectStore('alerts').put({ v: 1, value }, ['delivery', value.id]);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  }, delivery);
  return delivery.id;
};

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'e2e', campaigns: 5 });
  receiver = await startReceiver();
  browser = await openBrowser('chromium', {
    port: sandbox.port,
    extensionDir: await grantedBuild(),
    headless: true,
    extraArgs: [hostRules()],
  });
  page = await browser.bareExtensionPage();
});
afterAll(async () => {
  await browser?.close();
  await receiver?.close();
  await sandbox?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test('a webhook is tried, told of a notice once more after a killed worker, and not again after its answer', async () => {
  expect(await put('https://elsewhere.example/x')).toEqual({
    ok: false,
    problem: { code: 'permission_missing' },
  });
  const kept = await put(ADDRESS);
  const webhookId = kept.ok ? kept.webhook.id : expect.fail();
  expect(await send('webhook.test', { id: webhookId })).toEqual({ ok: true });
  expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ version: 1, kind: 'test' });
  expect(receiver.received[0]?.headers).not.toHaveProperty('cookie');

  // Any first write makes the store.
  await send('demo.load', {});
  receiver.faults.push({ kind: 'latency', ms: 600_000 });
  const id = await announce(webhookId);
  await send('check.now', {});
  await expect.poll(ids).toHaveLength(2);
  expect((await list())[0]).toMatchObject({ waiting: 1 });
  await browser.killWorker();

  await send('check.now', {});
  await expect.poll(async () => (await list())[0]?.waiting).toBe(0);
  expect((await list())[0]).toMatchObject({ host: HOST, lastOutcome: { kind: 'delivered' } });
  expect(ids().slice(1)).toEqual([id, id]);

  await browser.killWorker();
  await send('check.now', {});
  // A second test goes out after whatever the check had to send.
  await expect.poll(async () => (await send('webhook.test', { id: webhookId })).ok).toBe(true);
  expect(ids().filter((one) => one === id)).toHaveLength(2);
});

test('its address is in no store and no console; removed, nothing of it is left', async () => {
  const needles = needlesOf(SECRET);
  expect(placesWith(await readStores(page), needles)).toEqual([]);
  expect(
    browser.consoleLines().filter((line) => needles.some((part) => line.includes(part))),
  ).toEqual([]);
  const [webhook] = await list();
  expect(placesWith([{ where: 'answer', text: JSON.stringify(webhook) }], needles)).toEqual([]);
  // The control: what is asked for does hold it.
  expect(receiver.received.at(-1)?.url.pathname).toContain(SECRET);

  expect(await send('webhook.remove', { id: webhook?.id ?? '' })).toEqual({ ok: true });
  expect(await list()).toEqual([]);
});
