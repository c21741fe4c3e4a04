import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type DemoSandbox, type DrivenBrowser, openBrowser, startSandbox } from '#sandbox';
import { builtExtension } from './open-sendwatch.ts';
import { armedAlarms, type Stored, say, settle } from './stored.ts';

/** How often to kill, with what chance, and in which demo workspace. */
export interface KillPlan {
  readonly kills: number;
  readonly seed: number;
  readonly workspace: 'main' | 'second';
}

/** What became of a browser whose worker was killed at random, beside one whose worker never was. */
export interface KillReport {
  readonly kills: number;
  /** Kills between a request of this check and its end. */
  readonly killsInACheck: number;
  readonly killed: Stored;
  readonly undisturbed: Stored;
  readonly alarms: readonly string[];
  readonly badge: string;
  readonly undisturbedBadge: string;
  /** Busiest second and minute of the killed browser, in requests, connecting left out. */
  readonly maxPerSecond: number;
  readonly maxPerMinute: number;
}

/** As long as a slice of the first check and a half: kills come before, in and after its commit. */
const LONGEST_LIFE_MS = 3_000;
/** Long enough that a kill also meets requests that are out. */
const LATENCY_MS = 120;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
const chanceFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const open = async (sandbox: DemoSandbox, key: string): Promise<[DrivenBrowser, Page]> => {
  const browser = await openBrowser('chromium', {
    port: sandbox.port,
    extensionDir: builtExtension('chromium'),
    headless: true,
  });
  const page = await browser.bareExtensionPage();
  const answer = await say(page, 'workspace.connect', { key });
  if ((answer as { ok?: boolean } | undefined)?.ok !== true) {
    await browser.close();
    throw new Error(`not connected: ${JSON.stringify(answer)}`);
  }
  return [browser, page];
};

const isChecking = (page: Page): Promise<boolean> =>
  page.evaluate(async () =>
    ((await navigator.locks.query()).held ?? []).some(({ name }) => name === 'sendwatch-check'),
  );

const killAll = async (
  browser: DrivenBrowser,
  page: Page,
  { kills, seed }: KillPlan,
): Promise<number> => {
  const chance = chanceFrom(seed);
  let inACheck = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // Not awaited: a worker that is killed first never answers.
    void say(page, 'check.now');
    await delay(chance() * LONGEST_LIFE_MS);
    if (await isChecking(page)) inACheck += 1;
    await browser.killWorker();
  }
  return inACheck;
};

/** Kills the worker of one Chromium at random moments of its checks, then compares it with another that was left alone. */
export const killAtRandom = async (plan: KillPlan): Promise<KillReport> => {
  const sandbox = await startSandbox({ seed: 'kills' });
  const key = sandbox.keys[plan.workspace];
  try {
    sandbox.clock.freeze();
    sandbox.faults.add({
      match: { host: 'api.instantly.ai' },
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'latency', ms: LATENCY_MS },
    });
    const [browser, page] = await open(sandbox, key);
    try {
      sandbox.audit.reset();
      const killsInACheck = await killAll(browser, page, plan);
      // The last kill left nobody who would go on by himself before the next alarm.
      await say(page, 'check.now');
      await settle(page);
      const [maxPerSecond, maxPerMinute] = [
        sandbox.audit.maxPerSecond(),
        sandbox.audit.maxPerMinute(),
      ];
      const [reference, referencePage] = await open(sandbox, key);
      try {
        await settle(referencePage);
        // Both look once more, side by side, so that the hour is the same for both.
        const [killed, undisturbed] = await Promise.all([settle(page), settle(referencePage)]);
        return {
          kills: plan.kills,
          killsInACheck,
          killed,
          undisturbed,
          alarms: await armedAlarms(page),
          badge: await browser.badgeText(),
          undisturbedBadge: await reference.badgeText(),
          maxPerSecond,
          maxPerMinute,
        };
      } finally {
        await reference.close();
      }
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
};

/** What is told twice of a campaign or an incident: nothing, if no kill made anything happen again. */
export const toldTwice = ({ history, openIncidents }: Stored): readonly string[] => [
  ...Object.entries(history)
    .filter(([, changes]) => changes.some((change, n) => change === changes[n - 1]))
    .map(([campaignId, changes]) => `${campaignId}: ${changes.join(', ')}`),
  ...openIncidents.filter((id, n) => id === openIncidents[n - 1]),
];
