import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentRecord } from '#store/read';
import type { ExportFile } from '#transfer';
import { createDownloads, type Downloads } from './downloads.ts';
import { leftovers, NOTHING } from './leftovers.ts';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { needlesOf, placesWith } from './secret-sweep.ts';
import { say, waitUntilIdle } from './stored.ts';
import { CHECK_MS, fieldOf, press, waitForText } from './surfaces.ts';

/** Campaigns of the smaller workspace of the sandbox. */
const CAMPAIGNS = 12;

/** Keeps in the page every step of the first run that was shown, with what it said. */
const noteSteps = (options: Page): Promise<void> =>
  options.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const step = document.querySelector('[data-step]');
      const said = step?.querySelector('.state')?.textContent ?? '';
      const progress = step?.querySelector('progress');
      const part = progress?.hasAttribute('value') ? ` ${progress.value}/${progress.max}` : '';
      const line = `${step?.getAttribute('data-step')} ${said}${part}`;
      if (seen.at(-1) === line) return;
      seen.push(line);
      document.documentElement.dataset['steps'] = JSON.stringify(seen);
    };
    look();
    const everything = { childList: true, subtree: true, attributes: true, characterData: true };
    new MutationObserver(look).observe(document.body, everything);
  });

const notedSteps = async (options: Page): Promise<readonly string[]> =>
  JSON.parse(await options.evaluate(() => document.documentElement.dataset['steps'] ?? '[]'));

const isOver = ({ state }: IncidentRecord): boolean => state === 'resolved';

/** The same past as if it had been watched longer: one campaign blocked before, and an incident that is over. */
const withPast = (file: ExportFile): ExportFile => {
  const [change] = file.history;
  const [workspace] = file.workspaces;
  if (!change || !workspace) throw new Error('nothing was exported');
  const at = change.at - 3_600_000;
  const past: IncidentRecord = {
    incident: {
      id: 'api_down|everything',
      code: 'api_down',
      severity: 'red',
      subject: { kind: 'everything' },
      params: {},
      campaignIds: [change.campaignId],
      loss: null,
      restores: 0,
      since: at,
      clearsAt: null,
      actions: [],
    },
    workspaceIds: [workspace.id],
    state: 'resolved',
    acknowledgedAt: null,
    snoozedUntil: null,
    note: 'a past one',
    resolvedAt: at + 60_000,
  };
  return {
    ...file,
    history: [{ ...change, at, health: 'blocked', previousHealth: null }, ...file.history],
    incidents: [...file.incidents.filter(isOver), past],
  };
};

describe.each(BROWSERS)('a person and their data in %s', (kind) => {
  let opened: OpenedSendwatch;
  let downloads: Downloads;
  let options: Page;
  let kept: ExportFile;

  beforeAll(async () => {
    downloads = await createDownloads();
    opened = await openSendwatch(kind, { downloadDir: downloads.folder });
    options = await opened.browser.openExtensionPage('options.html');
  });
  afterAll(async () => {
    await opened?.close();
    await downloads?.remove();
  });

  const connect = async (): Promise<void> => {
    await (await fieldOf(options, 'API key')).type(opened.sandbox.keys.second);
    await press(options, 'Connect');
    await options.waitForSelector('[data-step="done"]', { timeout: CHECK_MS });
  };
  /** Makes Instantly answer late until it is called off. */
  const slowDown = (): (() => void) =>
    opened.sandbox.faults.add({
      match: { path: /sending-status/ },
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'latency', ms: 1_500 },
    });
  const exportAll = async (): Promise<ExportFile> => {
    await press(options, 'Export all');
    return JSON.parse(await downloads.take(/^sendwatch-.*\.json$/));
  };
  const choose = async (text: string): Promise<void> => {
    const path = join(downloads.folder, 'chosen.txt');
    await writeFile(path, text);
    await options.bringToFront();
    const field = await options.waitForSelector('#import-file');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
  };
  const restore = async (file: ExportFile): Promise<void> => {
    await choose(JSON.stringify(file));
    await press(options, 'Import this');
    await waitForText(options, /Imported: /);
  };
  const refusal = async (problem: string): Promise<string> => {
    const alert = await options.waitForSelector(`[role="alert"][data-problem="${problem}"]`);
    return (await alert?.evaluate(({ textContent }) => textContent)) ?? '';
  };

  test('connecting leads from the key over the first check to the watched workspace', async () => {
    await options.waitForSelector('[data-step="key"]');
    await options.bringToFront();
    await options.click('input[name="preset"][value="operate"]');
    await waitForText(options, /campaigns:update/);
    await noteSteps(options);
    // Slow enough for the first check to be seen running.
    const hurry = slowDown();
    await connect();
    hurry();
    const steps = await notedSteps(options);
    const kinds = steps.map((step) => step.split(' ')[0]);
    expect(kinds.filter((one, place) => one !== kinds[place - 1])).toEqual([
      'key',
      'scopes',
      'check',
      'done',
    ]);
    const found = /Found \d+ campaigns, first check running: \d+ done\. \d+\/\d+$/;
    expect(steps.filter((step) => found.test(step))).not.toEqual([]);
    expect(steps.at(-1)).toBe(`done Contoso Growth is watched: ${CAMPAIGNS} campaigns.`);
    expect(await options.$eval('#key', (field) => (field as HTMLInputElement).value)).toBe('');
    const can = await options.$$eval('[data-ability][data-able="true"]', (rows) => rows.length);
    expect(can).toBeGreaterThan(3);
  });

  test('an export holds what is known and nothing of the key', async () => {
    await options.select('#set-theme', 'dark');
    await options.select('#set-checkEveryMinutes', '10');
    await options.waitForFunction(() => document.documentElement.style.colorScheme === 'dark');
    const first = await exportAll();
    expect(first.fleets[0]?.verdicts).toHaveLength(CAMPAIGNS);
    expect(first.history.length).toBeGreaterThanOrEqual(CAMPAIGNS);
    expect(first.settings).toMatchObject({ theme: 'dark', checkEveryMinutes: 10 });
    const places = [{ where: 'the export', text: JSON.stringify(first) }];
    expect(placesWith(places, needlesOf(opened.sandbox.keys.second))).toEqual([]);

    await restore(withPast(first));
    kept = await exportAll();
    expect(kept.history).toEqual(expect.arrayContaining(withPast(first).history as never[]));
    expect(kept.incidents.filter(isOver)).toHaveLength(1);
  });

  test('a damaged file is refused with its reason, and nothing is lost', async () => {
    const text = JSON.stringify(kept);
    await choose(text.slice(0, -10));
    expect(await refusal('not_json')).toMatch(/not a JSON file/);
    await choose(JSON.stringify({ ...kept, app: 'another' }));
    expect(await refusal('not_ours')).toMatch(/not exported by Sendwatch/);
    await choose(JSON.stringify({ ...kept, history: [kept.history[0], { at: 'today' }] }));
    expect(await refusal('damaged')).toMatch(/history/);
    const after = await exportAll();
    expect(after.settings).toEqual(kept.settings);
    expect(after.workspaces).toEqual(kept.workspaces);
    expect(after.history).toEqual(expect.arrayContaining(kept.history as never[]));
    expect(after.incidents.filter(isOver)).toEqual(kept.incidents.filter(isOver));
  });

  test('erasing everything leaves nothing behind, on any surface', async () => {
    const popup = await opened.browser.openExtensionPage('popup.html');
    await popup.waitForSelector('[data-campaign-id]');
    const dashboard = await opened.browser.openExtensionPage('dashboard.html');
    await dashboard.waitForSelector('[data-campaign-id]');
    // Something for the pages' own storage: a column that is shown, an order of the list.
    await dashboard.$$eval('.menu input[type="checkbox"]', (boxes) => {
      (boxes[0] as HTMLInputElement | undefined)?.click();
    });
    const bare = await opened.browser.bareExtensionPage();
    await expect
      .poll(() => leftovers(bare))
      .toMatchObject({
        databases: expect.arrayContaining(['sendwatch', 'sendwatch-vault']),
        webStorage: expect.arrayContaining(['dashboard.columns']),
        alarms: ['check'],
      });

    // A check is under way meanwhile, and its late answers must bring nothing back.
    const hurry = slowDown();
    const askedBefore = opened.sandbox.audit.total();
    await say(bare, 'check.now');
    await expect.poll(() => opened.sandbox.audit.total()).toBeGreaterThan(askedBefore);
    await press(options, 'Erase all…');
    const field = await fieldOf(options, 'Type ERASE to confirm');
    await field.type('erase');
    await press(options, 'Erase everything');
    await waitForText(options, /Nothing was erased: the word does not match/);
    await field.evaluate((input) => {
      (input as HTMLInputElement).value = '';
    });
    await field.type('ERASE');
    await press(options, 'Erase everything');
    await waitForText(options, /Everything is erased/);
    await options.waitForSelector('[data-step="key"]');
    expect(await options.$('[data-workspace-id]')).toBeNull();
    expect(await options.$eval('#set-theme', (field) => (field as HTMLSelectElement).value)).toBe(
      'system',
    );
    for (const page of [popup, dashboard]) {
      await page.bringToFront();
      await waitForText(page, /See what is not sending, and why/);
      await page.close();
    }
    expect(await leftovers(bare)).toEqual(NOTHING);
    hurry();
    await waitUntilIdle(bare);
    const asked = opened.sandbox.audit.total();
    const again = await opened.browser.openExtensionPage('popup.html');
    await waitForText(again, /See what is not sending, and why/);
    await again.close();
    expect(await leftovers(bare)).toEqual(NOTHING);
    expect(opened.sandbox.audit.total()).toBe(asked);
  });

  test('what was exported and erased is there again once the workspace is connected and the file imported', async () => {
    await connect();
    await restore(kept);
    const after = await exportAll();
    expect(after.settings).toEqual(kept.settings);
    expect(after.workspaces.map(({ id, name }) => [id, name])).toEqual(
      kept.workspaces.map(({ id, name }) => [id, name]),
    );
    expect(after.history).toEqual(expect.arrayContaining(kept.history as never[]));
    expect(after.incidents.filter(isOver)).toEqual(kept.incidents.filter(isOver));
    const dashboard = await opened.browser.openExtensionPage('dashboard.html#/incidents');
    await dashboard.waitForSelector('[data-incident][data-state="resolved"]');
  });
});
