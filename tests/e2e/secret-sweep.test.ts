import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { type DrivenBrowser, openBrowser, type Sandbox, serveWorld } from '#sandbox';
import { type ProbeExtension, writeProbeExtension } from './probe-extension.ts';
import { needlesOf, placesWith, readPage, readStores } from './secret-sweep.ts';

declare const chrome: ExtensionApi;

const KEY = btoa('0198e874-1311-7bce-a6de-a294e6e55469:canary-Zq7Wk');
const NEEDLES = needlesOf(KEY);

describe.each(['chromium', 'firefox'] as const)(
  'row 23, control: the sweep in %s finds a key that lies',
  (kind) => {
    let sandbox: Sandbox;
    let probe: ProbeExtension;
    let browser: DrivenBrowser;

    beforeAll(async () => {
      sandbox = await serveWorld({
        world: { webAppKeys: [], answer: () => ({ status: 200, body: {} }) },
      });
      probe = await writeProbeExtension(kind);
      browser = await openBrowser(kind, {
        port: sandbox.port,
        extensionDir: probe.folder,
        headless: true,
      });
    });
    afterAll(async () => {
      await browser?.close();
      await probe?.remove();
      await sandbox?.close();
    });

    test.each(['local', 'session'] as const)('in storage.%s', async (area) => {
      const page = await browser.bareExtensionPage();
      expect(placesWith(await readStores(page), NEEDLES)).toEqual([]);
      await page.evaluate(
        (a, key) => chrome.storage[a].set({ deep: { list: [{ key }] } }),
        area,
        KEY,
      );
      expect(placesWith(await readStores(page), NEEDLES)).toEqual([`storage.${area}`]);
      await page.evaluate((a) => chrome.storage[a].clear(), area);
    });

    test('as bytes in IndexedDB', async () => {
      const page = await browser.bareExtensionPage();
      await page.evaluate(
        (key) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.open('probe', 1);
            request.onupgradeneeded = () => request.result.createObjectStore('kept');
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {
              const transaction = request.result.transaction('kept', 'readwrite');
              transaction.objectStore('kept').put({ data: new TextEncoder().encode(key) }, 'x');
              transaction.oncomplete = () => {
                request.result.close();
                resolve();
              };
            };
          }),
        KEY,
      );
      expect(placesWith(await readStores(page), NEEDLES)).toEqual(['IndexedDB probe/kept']);
    });

    test('in a field inside a shadow root', async () => {
      const page = await browser.openExtensionPage('popup.html');
      expect(placesWith(await readPage(page), NEEDLES)).toEqual([]);
      await page.evaluate((key) => {
        const field = document.createElement('input');
        field.value = key;
        const host = document.createElement('div');
        host.attachShadow({ mode: 'open' }).append(field);
        document.body.append(host);
      }, KEY);
      expect(placesWith(await readPage(page), NEEDLES)).toEqual(['tree of /popup.html']);
      await page.close();
    });

    test('decoded from its base64', () => {
      const text = 'id canary-Zq7Wk, 0198e874-1311-7bce-a6de-a294e6e55469:canary-Zq7Wk';
      expect(placesWith([{ where: 'a log', text }], NEEDLES)).toEqual(['a log']);
      expect(placesWith([{ where: 'the tail', text: KEY.slice(-4) }], NEEDLES)).toEqual([]);
    });
  },
);
