import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { openChromium, type Sandbox } from '#sandbox';
import { readStored, say, waitUntilIdle } from '../tests/e2e/stored.ts';
import { ensureBrowsers } from '../tools/ensure-browsers.ts';
import { makeExtensions } from './built-extension.ts';
import type { BenchResult, Figure } from './result.ts';
import { serveFleet } from './served-fleet.ts';

const CAMPAIGNS = 500;
/** The most that a person can set: a check takes half as long, and asks for the same. */
const BUDGET_PERCENT = 10;
const MOST_CPU_MS = 120;
const MOST_HEAP_MB = 25;
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
    await begin();
    // The page's own looking costs time in the same process: seldom.
    for (let seen = -1; seen !== sandbox.audit.total(); ) {
      seen = sandbox.audit.total();
      await delay(SETTLE_MS);
    }
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

const heapFigure = (name: string, { heapMb }: Measured): Figure => ({
  name,
  value: Math.max(...heapMb),
  unit: 'MB',
  most: MOST_HEAP_MB,
  note: `garbage included, ${heapMb.length} samples; at the least ${Math.min(...heapMb).toFixed(1)} MB`,
});

const cpuFigure = (name: string, { cpuMs, requests }: Measured): Figure => ({
  name,
  value: cpuMs,
  unit: 'ms',
  most: MOST_CPU_MS,
  note: `${requests} requests, ${(cpuMs / requests).toFixed(2)} ms each; all threads of the extension's process`,
});

const figuresOf = async (subject: Subject, key: string): Promise<readonly Figure[]> => {
  const { own } = subject;
  await say(own, 'settings.set', { name: 'budgetPercent', value: BUDGET_PERCENT });
  await delay(SETTLE_MS);
  const first = await measure(subject, () => say(own, 'workspace.connect', { key }));
  const { verdicts } = await readStored(own);
  if (Object.keys(verdicts).length < CAMPAIGNS) throw new Error('not all campaigns were checked');
  await delay(SETTLE_MS);
  const again = await measure(subject, () => say(own, 'check.now'));
  return [
    cpuFigure(`processor time of a first check, ${CAMPAIGNS}`, first),
    cpuFigure(`processor time of a check with nothing new, ${CAMPAIGNS}`, again),
    heapFigure(`worker's heap at most in a first check, ${CAMPAIGNS}`, first),
    heapFigure(`worker's heap at most in a check, ${CAMPAIGNS}`, again),
  ];
};

/** What a whole check of 500 campaigns costs in Chromium itself: processor time, and memory while it runs. */
export const benchCheck = async (): Promise<BenchResult> => {
  await ensureBrowsers(['chromium']);
  const extensions = await makeExtensions();
  const { sandbox, key } = await serveFleet(CAMPAIGNS);
  try {
    const { port } = sandbox;
    const browser = await openChromium({
      port,
      extensionDir: extensions.sendwatch,
      headless: true,
    });
    try {
      const own = await browser.bareExtensionPage();
      for (const page of await own.browser().pages()) if (page !== own) await page.close();
      const worker = await own
        .browser()
        .waitForTarget(
          (target) =>
            target.type() === 'service_worker' && target.url().startsWith(browser.extensionOrigin),
        );
      const subject = {
        sandbox,
        own,
        system: await own.browser().target().createCDPSession(),
        worker: await worker.createCDPSession(),
      };
      return { bench: 'check', figures: await figuresOf(subject, key) };
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
    await extensions.remove();
  }
};
