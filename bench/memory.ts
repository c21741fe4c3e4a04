import type { CDPSession } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { inBrowsers } from './built-extension.ts';
import { fillExtension } from './filled-extension.ts';
import type { BenchResult } from './result.ts';

declare const chrome: ExtensionApi;

const CAMPAIGNS = 2_000;
const MOST_WORKER_MB = 25;
const MOST_POPUP_MB = 20;
const BYTES_PER_MB = 1_000_000;

const heapMbOf = async (session: CDPSession): Promise<number> => {
  // Twice: what the first sets free may have held more.
  for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / BYTES_PER_MB;
};

/** What worker and popup hold with 2,000 campaigns, once all is cleared away that can be. */
export const benchMemory = (): Promise<BenchResult> =>
  inBrowsers(
    ({ sendwatch }) => [sendwatch],
    async ([browser]) => {
      if (!browser) throw new Error('a browser is needed');
      const own = await fillExtension(browser, CAMPAIGNS);
      const popup = await own.browser().newPage();
      await popup.goto(`${browser.extensionOrigin}/popup.html`);
      await popup.waitForSelector('[data-campaign-id]');
      await own.evaluate(() => chrome.runtime.sendMessage({ type: 'check.now', request: {} }));
      const worker = await own
        .browser()
        .waitForTarget(
          (target) =>
            target.type() === 'service_worker' && target.url().startsWith(browser.extensionOrigin),
        );
      return {
        bench: 'memory',
        figures: [
          {
            name: `worker's heap at rest, ${CAMPAIGNS} campaigns stored`,
            value: await heapMbOf(await worker.createCDPSession()),
            unit: 'MB',
            most: MOST_WORKER_MB,
          },
          {
            name: `popup's heap, ${CAMPAIGNS} campaigns`,
            value: await heapMbOf(await popup.createCDPSession()),
            unit: 'MB',
            most: MOST_POPUP_MB,
          },
        ],
      };
    },
  );
