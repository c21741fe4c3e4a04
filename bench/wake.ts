import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { HOUR_MS, SECOND_MS } from '#model';
import type { DrivenBrowser } from '#sandbox';
import { inBrowsers } from './built-extension.ts';
import { fillExtension } from './filled-extension.ts';
import { checkFirst } from './first-check.ts';
import { writtenSince } from './in-node.ts';
import type { BenchResult, Figure } from './result.ts';
import { median, ratioOf, wordInterval, wordSpread } from './statistics.ts';

declare const chrome: ExtensionApi;

const CAMPAIGNS = 500;
const PAIRS = 30;
const WARM_UPS = 3;
/** Lets a worker end what its start set off, so that the next kill does not fall into it. */
const SETTLE_MS = 200;

/** Kills the worker and sends a message: ms until its reply, by the page's own clock. */
const coldReply = async (browser: DrivenBrowser, page: Page): Promise<number> => {
  await browser.killWorker();
  const took = await page.evaluate(async () => {
    const sentAt = performance.now();
    await chrome.runtime.sendMessage({ type: 'check.now', request: {} });
    return performance.now() - sentAt;
  });
  await delay(SETTLE_MS);
  return took;
};

const coldWakes = (): Promise<Figure[]> =>
  inBrowsers(
    ({ sendwatch, twin }) => [sendwatch, twin],
    async ([subject, reference]) => {
      if (!subject || !reference) throw new Error('two browsers are needed');
      // A demo workspace is never asked for: the wake is measured, not the check that follows it.
      const subjectPage = await fillExtension(subject, CAMPAIGNS, (records) => ({
        ...records,
        workspace: { ...records.workspace, isDemo: true },
      }));
      const referencePage = await reference.bareExtensionPage();
      const own: number[] = [];
      const empty: number[] = [];
      for (let pair = 0; pair < WARM_UPS + PAIRS; pair += 1) {
        const emptyMs = await coldReply(reference, referencePage);
        const ownMs = await coldReply(subject, subjectPage);
        if (pair < WARM_UPS) continue;
        empty.push(emptyMs);
        own.push(ownMs);
      }
      const ratio = ratioOf(own, empty);
      return [
        {
          name: 'cold wake to reply, of an empty worker',
          value: ratio.ratio,
          unit: 'x',
          most: 1.2,
          note: wordInterval(ratio),
        },
        {
          name: 'cold wake to reply',
          value: median(own),
          unit: 'ms',
          most: 20,
          note: `${wordSpread(own)}; empty worker ${wordSpread(empty)}`,
        },
      ];
    },
  );

/** An hour in which nobody looks, played with the product's own watcher while the world goes on. */
const quietHour = async (): Promise<Figure[]> => {
  const { rig, clock } = await checkFirst(CAMPAIGNS, false, true);
  const endAt = clock.now() + HOUR_MS;
  const requestsBefore = rig.audit.total();
  const commitsBefore = rig.commits();
  const writtenBefore = rig.meter.written();
  let wakes = 0;
  let awakeMs = 0;
  const processorBefore = process.cpuUsage();
  for (let due = rig.dueAt(); due !== null && due < endAt; due = rig.dueAt()) {
    await clock.wait(Math.max(0, due - clock.now()));
    const wokeAt = clock.now();
    await rig.watcher.wake(false);
    awakeMs += clock.now() - wokeAt;
    wakes += 1;
  }
  const { user, system } = process.cpuUsage(processorBefore);
  const written = Object.entries(writtenSince(writtenBefore, rig.meter.written()));
  const bytes = written.reduce((sum, [, each]) => sum + each, 0);
  const requests = rig.audit.total() - requestsBefore;
  const commits = rig.commits() - commitsBefore;
  await rig.close();
  return [
    {
      name: `wakes in a quiet hour, ${CAMPAIGNS} campaigns`,
      value: wakes,
      unit: '',
      most: 120,
      note: `${requests} requests, ${commits} slices`,
    },
    {
      name: 'share of that hour spent checking',
      value: (awakeMs / HOUR_MS) * 100,
      unit: '%',
      most: 5,
      note: `${(awakeMs / SECOND_MS / Math.max(1, wakes)).toFixed(1)} s a wake, mostly waiting for the budget`,
    },
    {
      name: `processor time of that hour, ${CAMPAIGNS} campaigns`,
      value: (user + system) / 1e6,
      unit: 's',
      note: 'of 3,600; in Node, with the answering sandbox and a database in memory in the same process',
    },
    {
      name: 'written in that hour, a slice',
      value: bytes / 1_000 / Math.max(1, commits),
      unit: 'kB',
      note: written
        .map(([store, each]) => `${store} ${(each / 1_000 / Math.max(1, commits)).toFixed(1)}`)
        .join(', '),
    },
  ];
};

/** How soon a worker that slept answers, and how often it is woken. */
export const benchWake = async (): Promise<BenchResult> => ({
  bench: 'wake',
  figures: [...(await coldWakes()), ...(await quietHour())],
});
