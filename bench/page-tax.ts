import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from '#sandbox';
import { inBrowsers } from './built-extension.ts';
import { fillExtension } from './filled-extension.ts';
import type { BenchResult, Figure } from './result.ts';
import { median, p95, rankTest, ratioOf, wordInterval, wordSpread } from './statistics.ts';

const CAMPAIGNS = 50;
/** As many as the test by rank was planned for (QUALITY.md C3). */
const PAIRS = 40;
const WARM_UPS = 3;
const APPENDED = 10_000;
const MOST_TASK_MS = 50;
/** Of pairs of 40 and 40: beyond it p is below 0.05, and the panel can be told from its absence. */
const MOST_LARGER_PERCENT = 62.7;
/** Within it a panel has asked, been answered and painted. */
const ROUTE_MS = 300;

/** What the page's main thread did, as the browser counts it. */
interface Busy {
  readonly taskMs: number;
  readonly layouts: number;
}

/** What the page itself saw of it. */
interface Seen {
  readonly longTasks: readonly number[];
  readonly shift: number;
}

// Runs in the page, after it has loaded.
const startWatching = (): void => {
  const seen = { longTasks: [] as number[], shift: 0 };
  Object.assign(globalThis, { benchSeen: seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as { value?: number }).value ?? 0;
  }).observe({ type: 'layout-shift' });
};

/** Puts so many nodes into the page as a list does, in twenty tasks, and gives the time spent in them. */
const append = (page: Page): Promise<number> =>
  page.evaluate(async (count) => {
    const list = document.createElement('div');
    document.body.append(list);
    let spentMs = 0;
    for (let part = 0; part < 20; part += 1) {
      const startedAt = performance.now();
      for (let n = 0; n < count / 20; n += 1) {
        const row = document.createElement('div');
        row.textContent = `Row ${n}`;
        list.append(row);
      }
      // Observers are told within the task, and layout follows.
      await Promise.resolve();
      void list.offsetHeight;
      spentMs += performance.now() - startedAt;
      await new Promise((resolve) => setTimeout(resolve));
    }
    list.remove();
    return spentMs;
  }, APPENDED);

interface Subject {
  readonly route: (id: string) => Promise<Busy>;
  readonly append: () => Promise<number>;
  readonly seen: () => Promise<Seen>;
}

const openSubject = async (browser: DrivenBrowser): Promise<Subject> => {
  const page = await browser.openWebApp('/app/campaigns');
  await page.waitForSelector('[role="row"] a');
  await page.evaluate(startWatching);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const read = async (): Promise<{ readonly taskMs: number; readonly layouts: number }> => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
    return { taskMs: of('TaskDuration') * 1_000, layouts: of('LayoutCount') };
  };
  return {
    append: () => append(page),
    seen: () => page.evaluate(() => (globalThis as unknown as { benchSeen: Seen }).benchSeen),
    async route(id) {
      await page.bringToFront();
      const before = await read();
      await page.evaluate(
        async (path, waitMs) => {
          history.pushState(null, '', path);
          dispatchEvent(new Event('popstate'));
          await new Promise((resolve) => setTimeout(resolve, waitMs));
        },
        `/app/campaign/${id}/analytics`,
        ROUTE_MS,
      );
      const after = await read();
      return { taskMs: after.taskMs - before.taskMs, layouts: after.layouts - before.layouts };
    },
  };
};

/** Campaigns of which Sendwatch knows something to show. */
const knownIds = async (browser: DrivenBrowser): Promise<readonly string[]> => {
  const popup = await browser.openExtensionPage('popup.html');
  await popup.waitForSelector('[data-campaign-id]');
  const ids = await popup.$$eval('[data-campaign-id]', (rows) =>
    rows.map((row) => row.getAttribute('data-campaign-id') ?? ''),
  );
  await popup.close();
  return ids;
};

const figuresOf = async (
  subject: Subject,
  bare: Subject,
  ids: readonly string[],
): Promise<Figure[]> => {
  const added: number[] = [];
  const own: number[] = [];
  const without: number[] = [];
  const appendedOwn: number[] = [];
  const appendedWithout: number[] = [];
  for (let pair = 0; pair < WARM_UPS + PAIRS; pair += 1) {
    const id = ids[pair % ids.length] ?? '';
    const bareBusy = await bare.route(id);
    const ownBusy = await subject.route(id);
    const bareAppend = await bare.append();
    const ownAppend = await subject.append();
    if (pair < WARM_UPS) continue;
    without.push(bareBusy.taskMs);
    own.push(ownBusy.taskMs);
    added.push(ownBusy.taskMs - bareBusy.taskMs);
    appendedWithout.push(bareAppend);
    appendedOwn.push(ownAppend);
  }
  const [seen, bareSeen] = [await subject.seen(), await bare.seen()];
  const ratio = ratioOf(appendedOwn, appendedWithout);
  const ranks = rankTest(own, without);
  return [
    {
      name: 'main thread added per route',
      value: median(added),
      unit: 'ms',
      most: 5,
      note: `p95 ${p95(added).toFixed(1)} ms; with ${wordSpread(own)}; without ${wordSpread(without)}`,
    },
    {
      name: 'routes with the panel that take longer, of all pairs',
      value: ranks.share * 100,
      unit: '%',
      most: MOST_LARGER_PERCENT,
      note: `50 % is no difference; Mann-Whitney p ${ranks.p < 0.001 ? '< 0.001' : ranks.p.toFixed(3)}`,
    },
    {
      name: `tasks over ${MOST_TASK_MS} ms, beyond those without`,
      value: Math.max(0, seen.longTasks.length - bareSeen.longTasks.length),
      unit: '',
      most: 0,
      note: `with ${seen.longTasks.length}, longest ${Math.max(0, ...seen.longTasks)} ms; without ${bareSeen.longTasks.length}`,
    },
    {
      name: 'layout shift added, in thousandths',
      value: Math.max(0, seen.shift - bareSeen.shift) * 1_000,
      unit: '',
      most: 0,
      note: `with ${seen.shift.toFixed(4)}, without ${bareSeen.shift.toFixed(4)}`,
    },
    {
      name: `${APPENDED} nodes appended, of without`,
      value: ratio.ratio,
      unit: 'x',
      most: 1.5,
      note: `${wordInterval(ratio)}; ${median(appendedOwn).toFixed(1)} ms to ${median(appendedWithout).toFixed(1)} ms`,
    },
  ];
};

/** What the panel costs the web app on whose pages it stands. */
export const benchPageTax = (): Promise<BenchResult> =>
  inBrowsers(
    ({ sendwatch, twin }) => [sendwatch, twin],
    async ([own, twin]) => {
      if (!own || !twin) throw new Error('two browsers are needed');
      await fillExtension(own, CAMPAIGNS);
      const ids = await knownIds(own);
      const [subject, bare] = [await openSubject(own), await openSubject(twin)];
      return { bench: 'page-tax', figures: await figuresOf(subject, bare, ids) };
    },
  );
