import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { readStored, say, settle, waitUntilChecked, waitUntilIdle } from './stored.ts';
import { CHECK_MS } from './surfaces.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const CONCURRENCY = 5;
const REJECTED = JSON.stringify({
  statusCode: 401,
  error: 'Unauthorized',
  message: 'Invalid authorization header',
});

describe.each(BROWSERS)('Instantly refuses in %s', (kind) => {
  let opened: OpenedSendwatch;
  let own: Page;
  let workspaceId: string;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
    own = await opened.browser.bareExtensionPage();
    workspaceId = opened.sandbox.workspaces.keyOf(opened.sandbox.keys.second)?.workspaceId ?? '';
  });
  afterAll(() => opened?.close());
  afterEach(() => opened?.sandbox.faults.clear());

  const keyWith = (name: string, scopes: readonly string[]): string => {
    const key = btoa(`0198e874-1311-7bce-a6de-a294e6e55469:${name}`);
    opened.sandbox.workspaces.addKey(key, workspaceId, scopes);
    return key;
  };
  const stateIs = (state: string): Promise<void> =>
    expect
      .poll(async () => (await readStored(own)).workspaces[0]?.state.kind, { timeout: CHECK_MS })
      .toBe(state);
  const badgeIs = (text: string): Promise<void> =>
    expect.poll(() => opened.browser.badgeText(), { timeout: CHECK_MS }).toBe(text);

  const expectNothingAsked = async (): Promise<void> => {
    const asked = opened.sandbox.audit.total();
    await say(own, 'check.now');
    await waitUntilIdle(own);
    expect(opened.sandbox.audit.total()).toBe(asked);
  };

  test('row 34: a 401 in the middle of a check stops it, says so, and nothing is asked until there is a new key', async () => {
    const { sandbox } = opened;
    let heard = 0;
    let isMidway = false;
    // Five questions of connecting, the list, and then some.
    const GOOD = 12;
    sandbox.faults.add({
      match: {
        host: 'api.instantly.ai',
        when: ({ path }) => {
          heard += 1;
          isMidway ||= heard > GOOD && path.endsWith('/sending-status');
          return heard > GOOD;
        },
      },
      times: ALWAYS,
      fault: { kind: 'status', status: 401, body: REJECTED },
    });
    await say(own, 'workspace.connect', { key: sandbox.keys.second });
    await stateIs('key_rejected');
    await waitUntilIdle(own);
    expect(isMidway).toBe(true);
    expect(heard - GOOD).toBeGreaterThan(0);
    expect(heard - GOOD).toBeLessThanOrEqual(CONCURRENCY);
    await badgeIs('!');
    const popup = await opened.browser.openExtensionPage('popup.html');
    await popup.waitForSelector('[data-state="key_rejected"]');
    await popup.close();

    sandbox.faults.clear();
    await expectNothingAsked();
    // A new start of the worker is no new key either; Firefox stops its own only when it is idle for long.
    if (kind === 'chromium') await opened.browser.killWorker();
    await expectNothingAsked();
    await badgeIs('!');

    const key = keyWith('the-new-key', ['all:read']);
    expect(await say(own, 'workspace.connect', { key })).toMatchObject({
      ok: true,
      workspaceId,
      isReplaced: true,
    });
    const { workspaces, verdicts } = await waitUntilChecked(own);
    expect(workspaces).toMatchObject([{ generation: 2, keyTail: key.slice(-4) }]);
    expect(Object.keys(verdicts)).toHaveLength(12);
    await expect.poll(() => opened.browser.badgeText()).not.toBe('!');
  });

  // The rest is the same code behind the same network: one browser is enough.
  if (kind === 'firefox') return;

  test('row 35: a 404 for one campaign touches that campaign alone', async () => {
    const before = await settle(own);
    const lost = Object.keys(before.verdicts).find((id) => before.verdicts[id]?.startsWith('heal'));
    const path = new RegExp(`/campaigns/${lost}/sending-status`);
    let refused = 0;
    opened.sandbox.faults.add({
      match: { path, when: () => ++refused > 0 },
      times: ALWAYS,
      fault: {
        kind: 'status',
        status: 404,
        body: JSON.stringify({ statusCode: 404, error: 'Not Found', message: 'Not found' }),
      },
    });
    await say(own, 'workspace.remove', { workspaceId });
    await say(own, 'workspace.connect', { key: opened.sandbox.keys.second });
    const { verdicts } = await settle(own);
    expect(refused).toBeGreaterThan(0);
    expect({ ...verdicts, [String(lost)]: null }).toEqual({
      ...before.verdicts,
      [String(lost)]: null,
    });
    expect(verdicts[String(lost)]).toMatch(/^unknown /);
  });

  test('row 35: a key without accounts:read still judges every campaign', async () => {
    const key = keyWith('no-accounts', ['campaigns:read', 'workspaces:read']);
    await say(own, 'workspace.remove', { workspaceId });
    expect(await say(own, 'workspace.connect', { key })).toMatchObject({
      ok: true,
      abilities: { readCampaigns: true, readInboxes: false },
    });
    const { verdicts } = await waitUntilChecked(own);
    const healths = Object.values(verdicts).map((verdict) => verdict.split(' ')[0]);
    expect(healths).toHaveLength(12);
    expect(healths.filter((health) => health === 'unknown').length).toBeLessThan(6);
    expect(await opened.browser.badgeText()).not.toBe('!');
  });

  test('row 35: a plan that ended stops the workspace, and "Check key" takes it up again', async () => {
    opened.sandbox.workspaces.setPlan(workspaceId, false);
    await say(own, 'check.now');
    await stateIs('no_plan');
    await badgeIs('!');
    await waitUntilIdle(own);
    opened.sandbox.workspaces.setPlan(workspaceId, true);
    await expectNothingAsked();
    expect(await say(own, 'workspace.checkKey', { workspaceId })).toMatchObject({ ok: true });
    await waitUntilChecked(own);
    await expect.poll(() => opened.browser.badgeText()).not.toBe('!');
  });
});
