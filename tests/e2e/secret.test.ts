import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { needlesOf, type Place, placesWith, readPage, readStores } from './secret-sweep.ts';
import { connect, openCheckedPopup, press, rowsOf } from './surfaces.ts';

declare const chrome: ExtensionApi;
declare const heard: string[];

describe.each(BROWSERS)('row 23: the key of a connected workspace in %s', (kind) => {
  let opened: OpenedSendwatch;
  let pages: readonly Page[];
  let recorders: readonly Page[];
  let needles: readonly string[];

  // What the extension's pages and the web page are told while the key is connected and used.
  beforeAll(async () => {
    opened = await openSendwatch(kind);
    const { browser, sandbox } = opened;
    const key = sandbox.keys.second;
    needles = needlesOf(key);

    const bare = await browser.bareExtensionPage();
    await bare.evaluate(() => {
      const lines: string[] = [];
      Object.assign(globalThis, { heard: lines });
      const listener = (message: unknown): undefined => {
        lines.push(JSON.stringify(message));
      };
      chrome.runtime.onMessage.addListener(listener);
      new BroadcastChannel('sendwatch-changed').onmessage = ({ data }) =>
        lines.push(JSON.stringify(data));
    });
    const campaigns = await browser.openWebApp('/app/campaigns?selected_wks=Contoso%20Growth');
    await campaigns.evaluate(() => {
      const lines: string[] = [];
      Object.assign(globalThis, { heard: lines });
      addEventListener('message', ({ data }) => lines.push(JSON.stringify(data)), true);
    });

    const { options } = await connect(browser, key);
    await press(options, 'Check key');
    const popup = await openCheckedPopup(browser);
    const id = (await rowsOf(popup))[0]?.id;
    const campaign = await browser.openWebApp(`/app/campaign/${id}/analytics`);
    await campaign.waitForSelector('sendwatch-panel[data-health]');
    await press(popup, 'Check now');
    recorders = [bare, campaigns];
    pages = [options, popup, campaign, campaigns];
  });
  afterAll(() => opened?.close());

  test('was used, so that the sweep has something to find', () => {
    const tail = opened.sandbox.keys.second.slice(-4);
    expect(opened.sandbox.requests.some(({ authTail }) => authTail === tail)).toBe(true);
  });

  test('is in no storage area and no IndexedDB store', async () => {
    const stores = await readStores(await opened.browser.bareExtensionPage());
    expect(stores.filter(({ where }) => where.startsWith('IndexedDB'))).not.toEqual([]);
    expect(placesWith(stores, needles)).toEqual([]);
  });

  test('is on no page, in no field, in no web storage', async () => {
    const places = (await Promise.all(pages.map(readPage))).flat();
    expect(placesWith(places, needles)).toEqual([]);
  });

  test('was carried by the one message that connects, and by no other', async () => {
    const lines = (await Promise.all(recorders.map((page) => page.evaluate(() => heard)))).flat();
    const carrying = lines.filter((line) => needles.some((needle) => line.includes(needle)));
    expect(carrying.map((line) => (JSON.parse(line) as { type?: string }).type)).toEqual([
      'workspace.connect',
    ]);
  });

  test('is in no console and no address that was asked for', () => {
    const places: Place[] = [
      { where: 'a console', text: opened.browser.consoleLines().join('\n') },
      ...opened.sandbox.requests.map(({ path, query }) => ({
        where: `the address ${path}`,
        text: decodeURIComponent(path + query),
      })),
    ];
    expect(placesWith(places, needles)).toEqual([]);
  });
});
