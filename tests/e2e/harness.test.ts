import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { type DrivenBrowser, openBrowser, type Sandbox, serveWorld, type World } from '#sandbox';
import { type ProbeExtension, writeProbeExtension } from './probe-extension.ts';

declare const chrome: ExtensionApi;

const CAMPAIGN_ID = '0198e874-1311-7bce-a6de-a294e6e55469';
const HOSTILE = '<img src=x onerror=alert(1)>';

const world: World = {
  webAppKeys: ['web'],
  answer({ path }) {
    if (path === '/api/v2/workspaces/current')
      return { status: 200, body: { name: 'Probe works' } };
    if (path === '/api/v2/campaigns') {
      return { status: 200, body: { items: [{ id: CAMPAIGN_ID, name: HOSTILE, status: 1 }] } };
    }
    return { status: 200, body: { items: [] } };
  },
};

describe.each(['chromium', 'firefox'] as const)('the harness in %s', (kind) => {
  let sandbox: Sandbox;
  let probe: ProbeExtension;
  let browser: DrivenBrowser;

  beforeAll(async () => {
    sandbox = await serveWorld({ world });
    probe = await writeProbeExtension(kind);
    browser = await openBrowser(kind, {
      port: sandbox.port,
      extensionDir: probe.folder,
      headless: true,
      backgroundIdleMs: 1_000,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await probe?.remove();
    await sandbox?.close();
  });

  const ask = async (message: unknown): Promise<unknown> =>
    (await browser.bareExtensionPage()).evaluate((m) => chrome.runtime.sendMessage(m), message);

  test('the background reaches the API over HTTP/2, and the log keeps only the tail of the key', async () => {
    expect(await ask({ host: 'api.instantly.ai' })).toEqual({
      status: 200,
      body: '{"name":"Probe works"}',
    });
    const request = sandbox.requests.at(-1);
    expect(request).toMatchObject({
      host: 'api.instantly.ai',
      authTail: '1234',
      httpVersion: '2.0',
    });
    expect(JSON.stringify(sandbox.requests)).not.toContain('probe-key');
  });

  test('no other host can be reached', async () => {
    expect(await ask({ host: 'example.com' })).toHaveProperty('error');
    if (kind === 'firefox') expect(browser.refusedHosts()).toContain('example.com');
  });

  test('a page of the web app cannot read the API', async () => {
    const page = await browser.openWebApp('/app/campaigns');
    const answer = await page.evaluate(() =>
      fetch('https://api.instantly.ai/api/v2/campaigns').then(
        () => 'read',
        () => 'refused',
      ),
    );
    expect(answer).toBe('refused');
    await page.close();
  });

  test('the web app renders names as text and navigates without loading anew', async () => {
    const page = await browser.openWebApp('/app/campaigns');
    await page.waitForSelector('probe-panel');
    await page.waitForSelector(`a[href="/app/campaign/${CAMPAIGN_ID}/analytics"]`);
    await page.evaluate(() => document.body.setAttribute('data-kept', ''));
    await page.click(`a[href="/app/campaign/${CAMPAIGN_ID}/analytics"]`);
    await page.waitForSelector('.MuiTabs-root');
    expect(await page.$eval('h1', (h1) => h1.textContent)).toBe(HOSTILE);
    expect(page.url()).toContain(`/app/campaign/${CAMPAIGN_ID}/analytics`);
    expect(await page.$('body[data-kept]')).not.toBeNull();
    expect(browser.dialogs()).toEqual([]);
    await page.close();
  });

  test('badge, title and console lines of every context can be read', async () => {
    expect(await browser.badgeText()).toBe('7');
    expect(await browser.badgeTitle()).toBe('seven');
    const heard = (): string => browser.consoleLines().join('\n');
    await expect.poll(heard).toContain('probe background started');
    await expect.poll(heard).toContain('probe content script');
    await expect.poll(heard).toContain('deep-word');
  });

  test('a dialog is noticed', async () => {
    const page = await browser.openWebApp('/app/accounts');
    await page.evaluate(() => alert('boo'));
    expect(browser.dialogs()).toEqual(['boo']);
    await page.close();
  });

  test('a killed background starts anew with the next message', async () => {
    const before = await ask('started');
    await browser.killWorker();
    const after = await ask('started');
    expect(after).not.toBe(before);
  });
});
