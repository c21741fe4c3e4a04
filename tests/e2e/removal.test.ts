import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { needlesOf, placesWith, readStores } from './secret-sweep.ts';
import { readStored, say, waitUntilChecked, waitUntilIdle } from './stored.ts';
import { CHECK_MS } from './surfaces.ts';

declare const chrome: ExtensionApi;

describe('row 53: a workspace that is removed in the middle of a check', () => {
  let opened: OpenedSendwatch;
  let own: Page;
  let needles: readonly string[];
  let before: readonly string[];

  beforeAll(async () => {
    opened = await openSendwatch('chromium');
    const { sandbox, browser } = opened;
    own = await browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: sandbox.keys.second });
    const { workspaces, verdicts } = await waitUntilChecked(own);
    const workspaceId = workspaces[0]?.id ?? '';
    const { state } = sandbox.workspaces.member(workspaceId)?.world ?? {};
    if (!state) throw new Error('no such workspace');
    needles = [
      ...needlesOf(sandbox.keys.second),
      workspaceId,
      state.workspaceName,
      ...Object.keys(verdicts),
      ...[...state.campaigns.values()].map(({ settings }) => settings.name),
      ...state.inboxes.values().map(({ address }) => address),
    ];
    before = placesWith(await readStores(own), needles);

    // Removed while an answer is still on its way.
    sandbox.faults.add({
      match: { host: 'api.instantly.ai' },
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'latency', ms: 1_000 },
    });
    const asked = sandbox.audit.total();
    await say(own, 'check.now');
    await vi.waitUntil(() => sandbox.audit.total() > asked, { timeout: CHECK_MS });
    expect(await say(own, 'workspace.remove', { workspaceId })).toEqual({ ok: true });
    await waitUntilIdle(own);
  });
  afterAll(() => opened?.close());

  test('row 53, control: before, there was something to find', () => {
    expect(before).not.toEqual([]);
  });

  test('leaves no key, no name, no address and no verdict in any store', async () => {
    expect(placesWith(await readStores(own), needles)).toEqual([]);
    expect((await readStored(own)).workspaces).toEqual([]);
  });

  test('leaves no secret in the vault', async () => {
    const secrets = await own.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open('sendwatch-vault');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const count = request.result.transaction('secrets').objectStore('secrets').count();
            count.onsuccess = () => {
              request.result.close();
              resolve(count.result);
            };
          };
        }),
    );
    expect(secrets).toBe(0);
  });

  test('leaves nothing on the badge', async () => {
    await expect.poll(() => opened.browser.badgeText()).toBe('');
  });

  test('leaves no alarm', async () => {
    expect(await own.evaluate(() => chrome.alarms.getAll())).toEqual([]);
  });

  test('is asked about no more', async () => {
    const asked = opened.sandbox.audit.total();
    await say(own, 'check.now');
    await opened.browser.killWorker();
    await say(own, 'check.now');
    await waitUntilIdle(own);
    expect(opened.sandbox.audit.total()).toBe(asked);
  });
});
