import type { EvaluateFunc, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import {
  BROWSERS,
  type OpenedSendwatch,
  type OpenedWith,
  openSendwatch,
} from './open-sendwatch.ts';
import { CACHE, readStored, say, settle, waitUntilIdle } from './stored.ts';
import { CHECK_MS, offerKey } from './surfaces.ts';
import { type PermittedBuild, permittedBuild } from './with-notifications.ts';

declare const chrome: ExtensionApi;

/** Campaigns that the API says Instantly has stopped. */
const stopped = new Set<string>();

const withStopped: NonNullable<OpenedWith['retell']> = (answer, { path }) => {
  const { items } = Object(answer.body) as { items?: { id?: string; status?: number }[] };
  if (path !== '/api/v2/campaigns' || !items) return answer;
  const retold = items.map((one) => (stopped.has(one.id ?? '') ? { ...one, status: -2 } : one));
  return { ...answer, body: { ...Object(answer.body), items: retold } };
};

const shownIds = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => Object.keys(await chrome.notifications.getAll()).sort());

/** The notices as they are stored, with the time at which each came to its state. */
const storedNotices = (page: Page): Promise<string> =>
  page.evaluate(async (cacheName) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const cache = await asked(indexedDB.open(cacheName));
    const row = await asked(cache.transaction('alerts').objectStore('alerts').get(['notices']));
    cache.close();
    return JSON.stringify(row ?? null);
  }, CACHE);

describe.each(BROWSERS)('alerts in %s', (kind) => {
  let build: PermittedBuild;
  let opened: OpenedSendwatch;
  let page: Page;
  let healthy: readonly string[];
  let workspaceId: string;
  let needing = 0;

  const badge = () => opened.browser.badgeText();
  const title = () => opened.browser.badgeTitle();
  const silence = (scope: object, kindOf = 'muted') =>
    say(page, 'alerts.silence', { kind: kindOf, scope, until: null, note: '' });

  /** Runs code in the worker; ends it after `until`, for one that was looked into does not start again by itself. */
  const inWorker = async <Given extends unknown[]>(
    work: EvaluateFunc<Given>,
    given: Given,
    until: () => Promise<unknown>,
  ): Promise<void> => {
    await say(page, 'vault.state');
    const target = await page.browser().waitForTarget((one) => one.type() === 'service_worker');
    const worker = await target.worker();
    await worker?.evaluate(work, ...given);
    await until();
    await worker?.close();
  };
  /** Calls what the browser itself calls when somebody clicks: a real click is out of reach without a screen. */
  const clickLeadsTo = (id: string, hash: string): Promise<void> =>
    inWorker(
      (shownId: string) => {
        const { onClicked } = chrome.notifications as unknown as {
          onClicked: { dispatch(id: string): void };
        };
        onClicked.dispatch(shownId);
      },
      [id],
      async () => {
        const arrived = await page
          .browser()
          .waitForTarget((one) => one.url().endsWith(`dashboard.html${hash}`));
        await expect.poll(() => shownIds(page)).not.toContain(id);
        await (await arrived.page())?.close();
      },
    );

  beforeAll(async () => {
    stopped.clear();
    build = await permittedBuild(kind);
    opened = await openSendwatch(kind, {
      retell: withStopped,
      extensionDir: build.dir,
      ...(kind === 'firefox' && { backgroundIdleMs: 5_000 }),
    });
    page = await opened.browser.openExtensionPage('options.html');
  });
  afterAll(async () => {
    await opened?.close();
    await build?.remove();
  });

  test('the badge is empty before anything is connected, and says when a first check runs', async () => {
    expect(await badge()).toBe('');
    expect(await title()).toContain('connect a workspace');
    const { sandbox, browser } = opened;
    sandbox.faults.add({
      match: { host: 'api.instantly.ai', path: /sending-status/ },
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'latency', ms: 3_000 },
    });
    const options = await offerKey(browser, sandbox.keys.second);
    await expect.poll(badge, { timeout: CHECK_MS }).toBe('…');
    expect(await title()).toContain('first check');
    sandbox.faults.clear();
    const { verdicts, workspaces } = await settle(page);
    await options.close();
    workspaceId = workspaces[0]?.id ?? '';
    const of = (health: string) =>
      Object.keys(verdicts).filter((id) => verdicts[id]?.startsWith(`${health} `));
    healthy = of('healthy');
    needing = of('blocked').length + of('degraded').length;
    expect(healthy.length).toBeGreaterThan(3);
  });

  test('the badge counts who needs a person, without what is silenced, and says that in words', async () => {
    await expect.poll(badge).toBe(needing === 0 ? '' : String(needing));
    const scope = { kind: 'workspace', workspaceId };
    expect(await silence(scope)).toMatchObject({ ok: true, silence: { kind: 'muted' } });
    await expect.poll(badge).toBe('');
    expect(await title()).toContain(`${needing} silenced`);
    const answer = (await silence(scope)) as { silence: { id: string } };
    await say(page, 'alerts.unsilence', { id: answer.silence.id });
    await expect.poll(badge).toBe(String(needing));
  });

  test('nothing is shown before it is switched on', async () => {
    expect(await shownIds(page)).toEqual([]);
    expect(await say(page, 'alerts.setNotifying', { isOn: true })).toEqual({ ok: true });
    expect(await shownIds(page)).toEqual([]);
  });

  test('a campaign that Instantly stops is told by one notification, which survives a killed worker', async () => {
    const [first = ''] = healthy;
    stopped.add(first);
    await settle(page);
    await expect.poll(() => shownIds(page)).toHaveLength(1);
    const ids = await shownIds(page);
    const stored = await storedNotices(page);
    expect(ids[0]).toContain(`problem|${workspaceId}|campaign_bounce_protect`);
    expect(await badge()).toBe(String(needing + 1));
    await opened.browser.killWorker();
    await settle(page);
    expect(await shownIds(page)).toEqual(ids);
    expect(await storedNotices(page)).toBe(stored);
    expect(await badge()).toBe(String(needing + 1));
  });

  test('the badge comes back after the browser was closed, before anything is asked', async () => {
    const stop = opened.sandbox.faults.add({
      match: { host: 'api.instantly.ai' },
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'reset' },
    });
    await opened.browser.killWorker();
    // What a browser forgets when it ends.
    await page.evaluate(async () => {
      await chrome.storage.session.clear();
      await chrome.action.setBadgeText({ text: '' });
    });
    await say(page, 'vault.state');
    await expect.poll(badge, { timeout: CHECK_MS }).toBe(String(needing + 1));
    await waitUntilIdle(page);
    stop();
    await settle(page);
  });

  // In Firefox nobody can click: headless it draws no notification, and its events have no way in.
  if (kind === 'chromium') {
    test('a click leads to the campaign, from a worker that did not show it', async () => {
      const [first = ''] = healthy;
      const [id = ''] = await shownIds(page);
      await opened.browser.killWorker();
      await say(page, 'vault.state');
      await clickLeadsTo(id, `#/campaign/${first}`);
      expect(await shownIds(page)).toEqual([]);
    });

    test('nothing fresh is said as such', async () => {
      const stop = opened.sandbox.faults.add({
        match: { host: 'api.instantly.ai' },
        times: Number.POSITIVE_INFINITY,
        fault: { kind: 'reset' },
      });
      await inWorker(
        () => {
          const real = Date.now;
          Date.now = () => real() + 16 * 60_000;
        },
        [],
        async () => {
          await say(page, 'alerts.unsilence', { id: 'none' });
          await expect.poll(badge).toBe('?');
          expect(await title()).toContain('no fresh answer');
        },
      );
      stop();
      await settle(page);
      await expect.poll(badge).toBe(String(needing + 1));
    });
  }

  test('a campaign is snoozed from its row in the popup, is marked there, and is taken back', async () => {
    const popup = await opened.browser.openExtensionPage('popup.html');
    const click = async (selector: string): Promise<void> => {
      await popup.bringToFront();
      await popup.waitForSelector(selector);
      // What loads later moves what stands below it: the element is pressed where it is then.
      await popup.$eval(selector, (element) => (element as HTMLElement).click());
    };
    const before = Number(await badge());
    await click('[data-health=blocked] > button');
    await click('[data-silence=snooze]');
    await click('.silence-form [type=submit]');
    await popup.waitForSelector('[data-silence-id][data-kind=snoozed]');
    await popup.waitForSelector('[data-group=silenced]');
    await expect.poll(badge).toBe(String(before - 1));
    await click('[data-silence-id] button');
    await popup.waitForSelector('[data-silence-id]', { hidden: true });
    await expect.poll(badge).toBe(String(before));
    await popup.close();
  });

  test('what happened is in the log of the dashboard, in words', async () => {
    const dashboard = await opened.browser.openExtensionPage('dashboard.html#/log');
    await dashboard.waitForSelector('table.log tbody tr');
    expect(await dashboard.$eval('table.log', (table) => table.textContent)).toContain(
      'Stopped by bounce protection',
    );
    await dashboard.close();
  });

  test('a rejected key takes the place of the count, and of everything else', async () => {
    opened.sandbox.faults.add({
      match: { host: 'api.instantly.ai' },
      times: Number.POSITIVE_INFINITY,
      fault: {
        kind: 'status',
        status: 401,
        body: JSON.stringify({
          statusCode: 401,
          error: 'Unauthorized',
          message: 'Invalid API key',
        }),
      },
    });
    await say(page, 'check.now');
    await expect.poll(badge, { timeout: CHECK_MS }).toBe('!');
    expect(await title()).toContain('new API key');
    await waitUntilIdle(page);
    expect((await readStored(page)).workspaces[0]?.state.kind).toBe('key_rejected');
    const ofKey = async () => (await shownIds(page)).filter((id) => id.includes('key_rejected'));
    await expect.poll(ofKey).toHaveLength(1);
    if (kind === 'chromium') await clickLeadsTo((await ofKey())[0] ?? '', '#/incidents');
    opened.sandbox.faults.clear();
  });

  test('erasing everything takes the notifications and the badge along', async () => {
    await say(page, 'data.erase');
    expect(await shownIds(page)).toEqual([]);
    expect(await badge()).toBe('');
  });
});
