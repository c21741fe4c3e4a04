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
  type SandboxOptions,
  startSandbox,
} from '#sandbox';
import { type Receiver, startReceiver } from '../unit/webhook-receiver.ts';
import { builtExtension } from './open-sendwatch.ts';
import { needlesOf, placesWith, readStores } from './secret-sweep.ts';
import { settle } from './stored.ts';
import { connect } from './surfaces.ts';

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

/** What arrived about the campaign that was stopped, each with the id in its head. */
const told = (): readonly { readonly cause?: string }[] =>
  receiver.received
    .map(({ headers, body }) => ({ ...JSON.parse(body), head: headers['idempotency-key'] }))
    .filter(({ cause }) => cause === 'campaign_bounce_protect');

/** Campaigns that the API says Instantly has stopped. */
const stopped = new Set<string>();

const withStopped: NonNullable<SandboxOptions['retell']> = (answer, { path }) => {
  const { items } = Object(answer.body) as { items?: { id?: string; status?: number }[] };
  if (path !== '/api/v2/campaigns' || !items) return answer;
  const retold = items.map((one) => (stopped.has(one.id ?? '') ? { ...one, status: -2 } : one));
  return { ...answer, body: { ...Object(answer.body), items: retold } };
};

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 'e2e', retell: withStopped });
  sandbox.clock.freeze();
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

  const { options } = await connect(browser, sandbox.keys.second);
  // What a first look finds is told to nobody: only what a later check finds is news.
  const { verdicts } = await settle(page);
  await options.close();
  const healthy = Object.keys(verdicts).find((id) => verdicts[id]?.startsWith('healthy '));
  // The notice of it arrives, and the worker is killed while it waits for the answer.
  receiver.faults.push({ kind: 'latency', ms: 600_000 });
  stopped.add(healthy ?? expect.fail());
  await settle(page);
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]).toMatchObject({
    kind: 'problem',
    severity: 'red',
    campaignCount: 1,
    campaigns: [{ id: healthy }],
    workspace: { name: 'Contoso Growth' },
  });
  expect((await list())[0]).toMatchObject({ waiting: 1 });
  await browser.killWorker();

  await send('check.now', {});
  await expect.poll(async () => (await list())[0]?.waiting).toBe(0);
  expect((await list())[0]).toMatchObject({ host: HOST, lastOutcome: { kind: 'delivered' } });
  expect(told()).toHaveLength(2);
  expect(told()[1]).toEqual(told()[0]);

  await browser.killWorker();
  await settle(page);
  expect(await send('webhook.test', { id: webhookId })).toEqual({ ok: true });
  expect(told()).toHaveLength(2);
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
