import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { API_HOST, type DrivenBrowser, type Sandbox } from '#sandbox';
import { readStored, say, waitUntilIdle } from '../tests/e2e/stored.ts';
import { inBrowsers } from './built-extension.ts';
import type { BenchResult, Figure } from './result.ts';
import { serveFleet } from './served-fleet.ts';

declare const chrome: ExtensionApi;

const CAMPAIGNS = 500;
/** The most that a person can set: a check takes half as long, and asks for the same. */
const BUDGET_PERCENT = 10;
/** One request each, as that budget lets them go. */
const PACE_MS = 100;
const MOST_CPU_MS = 120;
const SAMPLE_MS = 200;
/** Longer than what a check leaves to be done when its lock is free: notices, the next alarm. */
const SETTLE_MS = 1_000;

/** Of one check. */
interface Measured {
  /** Of all processes that run pages and workers: parsing, compiling and collecting garbage on other threads included. */
  readonly cpuMs: number;
  readonly requests: number;
  readonly heapMb: readonly number[];
}

interface Subject {
  readonly sandbox: Sandbox;
  readonly own: Page;
  readonly system: CDPSession;
  readonly worker: CDPSession;
}

const cpuMsOf = async (system: CDPSession): Promise<number> => {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
};

// Seen from outside: a page that looks costs time in the same process.
const untilQuiet = async ({ audit }: Sandbox): Promise<void> => {
  for (let seen = -1; seen !== audit.total(); ) {
    seen = audit.total();
    await delay(SETTLE_MS);
  }
};

/** Sets a check off and measures until the watcher rests. Nothing but that worker runs in the browser meanwhile. */
const measure = async (subject: Subject, begin: () => Promise<unknown>): Promise<Measured> => {
  const { sandbox, own, system, worker } = subject;
  const [cpuBefore, requestsBefore] = [await cpuMsOf(system), sandbox.audit.total()];
  const sampling = new AbortController();
  const sample = async (): Promise<number[]> => {
    const heapMb: number[] = [];
    while (!sampling.signal.aborted) {
      heapMb.push((await worker.send('Runtime.getHeapUsage')).usedSize / 1e6);
      await delay(SAMPLE_MS);
    }
    return heapMb;
  };
  const samples = sample();
  try {
    await Promise.all([begin(), untilQuiet(sandbox)]);
    await waitUntilIdle(own, 300_000);
    await delay(SETTLE_MS);
  } finally {
    sampling.abort();
  }
  return {
    heapMb: await samples,
    cpuMs: (await cpuMsOf(system)) - cpuBefore,
    requests: sandbox.audit.total() - requestsBefore,
  };
};

// The aim of 25 MB is one of what stays once garbage was collected (`memory.ts`); collecting would change the time.
const heapFigure = (name: string, { heapMb }: Measured): Figure => ({
  name,
  value: Math.max(...heapMb),
  unit: 'MB',
  note: `garbage included, ${heapMb.length} samples; at the least ${Math.min(...heapMb).toFixed(1)} MB`,
});

const cpuFigure = (name: string, { cpuMs, requests }: Measured): Figure => ({
  name,
  value: cpuMs,
  unit: 'ms',
  most: MOST_CPU_MS,
  note: `${requests} requests, ${(cpuMs / requests).toFixed(2)} ms each; all threads of the extension's process`,
});

/** Fetches and parses the same in a worker that does nothing else. */
const measureFetching = async (
  reference: Subject,
  key: string,
  urls: readonly string[],
): Promise<Measured> => {
  const { own } = reference;
  // Answered later than a call into the page may take.
  const measured = await measure(reference, () =>
    own.evaluate(
      (message) => {
        Object.assign(globalThis, { benchFetched: chrome.runtime.sendMessage(message) });
      },
      { urls, key, everyMs: PACE_MS },
    ),
  );
  const { error } = await own.evaluate(
    () => (globalThis as unknown as { benchFetched: Promise<{ error?: string }> }).benchFetched,
  );
  if (error !== undefined) throw new Error(error);
  return measured;
};

const figuresOf = async (
  subject: Subject,
  reference: Subject,
  key: string,
): Promise<readonly Figure[]> => {
  const { own, sandbox } = subject;
  await say(own, 'settings.set', { name: 'budgetPercent', value: BUDGET_PERCENT });
  await delay(SETTLE_MS);
  const first = await measure(subject, () => say(own, 'workspace.connect', { key }));
  const { verdicts } = await readStored(own);
  if (Object.keys(verdicts).length < CAMPAIGNS) throw new Error('not all campaigns were checked');
  await delay(SETTLE_MS);
  const asked = sandbox.requests.length;
  const again = await measure(subject, () => say(own, 'check.now'));
  const urls = sandbox.requests
    .slice(asked)
    .filter(({ method }) => method === 'GET')
    .map(({ path, query }) => `https://${API_HOST}${path}${query}`);
  const bare = await measureFetching(reference, key, urls);
  return [
    cpuFigure(`processor time of a first check, ${CAMPAIGNS}`, first),
    cpuFigure(`processor time of a check with nothing new, ${CAMPAIGNS}`, again),
    {
      name: 'the same, of a worker that only fetches as much',
      value: again.cpuMs / bare.cpuMs,
      unit: 'x',
      note: `${(bare.cpuMs / urls.length).toFixed(2)} ms for each of its ${urls.length} requests`,
    },
    heapFigure(`worker's heap at most in a first check, ${CAMPAIGNS}`, first),
    heapFigure(`worker's heap at most in a check, ${CAMPAIGNS}`, again),
  ];
};

const openSubject = async (sandbox: Sandbox, browser: DrivenBrowser): Promise<Subject> => {
  const own = await browser.bareExtensionPage();
  for (const page of await own.browser().pages()) if (page !== own) await page.close();
  const worker = await own
    .browser()
    .waitForTarget(
      (target) =>
        target.type() === 'service_worker' && target.url().startsWith(browser.extensionOrigin),
    );
  return {
    sandbox,
    own,
    system: await own.browser().target().createCDPSession(),
    worker: await worker.createCDPSession(),
  };
};

/** What a whole check of 500 campaigns costs in Chromium itself: processor time, and memory while it runs. */
export const benchCheck = async (): Promise<BenchResult> => {
  const { sandbox, key } = await serveFleet(CAMPAIGNS);
  return inBrowsers(
    ({ sendwatch, twin }) => [sendwatch, twin],
    async ([browser, twin]) => {
      if (!browser || !twin) throw new Error('two browsers are needed');
      const subject = await openSubject(sandbox, browser);
      const reference = await openSubject(sandbox, twin);
      return { bench: 'check', figures: await figuresOf(subject, reference, key) };
    },
    async () => sandbox,
  );
};
