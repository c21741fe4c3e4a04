import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Agency, addAgency } from '#sandbox';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { readStored, say, waitUntilChecked } from './stored.ts';
import { CHECK_MS, connect, press } from './surfaces.ts';

describe.each(BROWSERS)('an agency’s admin key in %s', (kind) => {
  let opened: OpenedSendwatch;
  let agency: Agency;
  let options: Page;
  let own: Page;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
    agency = addAgency(opened.sandbox.workspaces, { members: 12, startMs: Date.now() });
    own = await opened.browser.bareExtensionPage();
    ({ options } = await connect(opened.browser, agency.key));
    await options.waitForSelector('[data-members="choosing"]');
  });
  afterAll(() => opened?.close());

  const text = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
  const cards = (): Promise<string[]> =>
    options.$$eval('[data-workspace-id]', (list) =>
      list.map((card) => card.querySelector('h3')?.textContent ?? ''),
    );

  test('offers the workspaces of its group, and watches those that are chosen', async () => {
    expect(await options.$$eval('.members li', (rows) => rows.length)).toBe(12);
    await options.type('.members [type=search]', 'client 1');
    await options.waitForFunction(() => document.querySelectorAll('.members li').length === 4);
    await options.click('.members .all input');
    await options.waitForFunction(() => document.body.innerText.includes('Watch 4 workspaces'));
    await press(options, 'Watch 4 workspaces');
    await options.waitForFunction(
      () => document.body.innerText.includes('4 more workspaces are watched.'),
      { timeout: CHECK_MS },
    );
    await options.waitForFunction(
      () => document.querySelectorAll('[data-workspace-id]').length === 5,
    );
    expect(await cards()).toEqual([
      'Tailspin Agency',
      'Client 1',
      'Client 10',
      'Client 11',
      'Client 12',
    ]);
    // Each has its own campaigns: none is shown under the admin's name or another's.
    const { verdicts } = await waitUntilChecked(own);
    const ids = [agency.adminId, ...agency.memberIds].filter((_, n) =>
      [0, 1, 10, 11, 12].includes(n),
    );
    const campaigns = ids.flatMap((id) => [
      ...(opened.sandbox.workspaces.member(id)?.world.state.campaigns.keys() ?? []),
    ]);
    expect(Object.keys(verdicts).sort()).toEqual(campaigns.sort());
  });

  test('keeps each workspace within the budget', () => {
    opened.sandbox.audit.assertWithin({ perSecond: 15, perMinute: 320 });
  });

  test('goes with the last of its workspaces, and not before', async () => {
    const { workspaces } = await readStored(own);
    const secrets = (): Promise<number> =>
      own.evaluate(
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
    const ids = workspaces.map(({ id }) => id);
    for (const workspaceId of [agency.adminId, ...ids.slice(3)]) {
      await say(own, 'workspace.remove', { workspaceId });
    }
    const [left] = (await readStored(own)).workspaces;
    if (!left) throw new Error('none is left');
    expect(await say(own, 'workspace.checkKey', { workspaceId: left.id })).toMatchObject({
      ok: true,
      name: left.name,
    });
    for (const { id: workspaceId } of (await readStored(own)).workspaces) {
      expect(await secrets()).toBeGreaterThan(0);
      await say(own, 'workspace.remove', { workspaceId });
    }
    expect(await secrets()).toBe(0);
    await options.waitForFunction(() => document.querySelector('[data-workspace-id]') === null);
    expect(await text(options)).not.toContain('Client 1');
  });
});
