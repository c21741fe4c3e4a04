import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { HOUR_MS, type InstantMs } from '#model';
import type { DrivenBrowser } from '#sandbox';
import type { CampaignRecords } from './campaign-records.ts';
import { firstCheckOf } from './first-check.ts';

const bundleFiller = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome144',
      lib: {
        entry: join(import.meta.dirname, 'fill-store.ts'),
        formats: ['iife'],
        name: 'filler',
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const one of outputs) {
    if (!('output' in one)) continue;
    for (const chunk of one.output) if (chunk.type === 'chunk') return chunk.code;
  }
  throw new Error('the filler was not bundled');
};

/** Everything as if it had been read just now, in a world of another date; the watcher leaves it alone for an hour. */
const movedTo = (records: CampaignRecords, now: InstantMs): CampaignRecords => {
  const byMs = now - records.journal.bucket.updatedAt;
  const isInstant = (value: unknown): value is number =>
    typeof value === 'number' && value > 1_500_000_000_000 && value < 2_500_000_000_000;
  const moved = JSON.parse(JSON.stringify(records), (_name, value: unknown) =>
    isInstant(value) ? value + byMs : value,
  ) as CampaignRecords;
  return { ...moved, journal: { ...moved.journal, notBefore: now + HOUR_MS } };
};

const closeOthers = async (kept: Page): Promise<void> => {
  for (const page of await kept.browser().pages()) if (page !== kept) await page.close();
};

/** Stores so many checked campaigns in an extension, with the product's own writer, and closes what it opened itself. */
export const fillExtension = async (
  browser: DrivenBrowser,
  campaigns: number,
  change: (records: CampaignRecords) => CampaignRecords = (records) => records,
): Promise<Page> => {
  const page = await browser.bareExtensionPage();
  await closeOthers(page);
  const { records } = await firstCheckOf(campaigns);
  await page.evaluate(await bundleFiller());
  const rows = await page.evaluate(
    (stored) =>
      (
        globalThis as unknown as {
          filler: { fillStore(records: unknown): Promise<number> };
        }
      ).filler.fillStore(stored),
    change(movedTo(records, Date.now())) as object,
  );
  if (rows === 0) throw new Error('nothing was stored');
  return page;
};
