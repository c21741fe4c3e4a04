import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP_HOST, type BrowserKind } from '#sandbox';
import { type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { panelsIn, pathOf } from './panel-stage.ts';
import { say, waitUntilChecked, waitUntilIdle } from './stored.ts';

/** How long to go on. */
export interface Endurance {
  /** Changes of the route in each of two halves, after which the page is counted. */
  readonly changes: number;
  readonly renders: number;
}

/** What a page holds, once all is cleared away that can be. */
interface Held {
  readonly nodes: number;
  readonly listeners: number;
  readonly heapKb: number;
}

const countHeld = async (page: Page): Promise<Held> => {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  // Twice: what the first sets free may have held more.
  for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    heapKb: of('JSHeapUsedSize') / 1_000,
  };
};

/** Goes from campaign to campaign and back, so many times, each time until the one panel is there. */
const wander = (page: Page, ids: readonly string[], times: number): Promise<readonly string[]> =>
  page.evaluate(
    async (campaignIds, changes) => {
      const wrong: string[] = [];
      for (let change = 0; change < changes; change += 1) {
        const id = campaignIds[change % campaignIds.length];
        history.pushState(null, '', `/app/campaign/${id}/analytics`);
        dispatchEvent(new Event('popstate'));
        let frames = 0;
        for (;;) {
          const [panel, ...more] = document.querySelectorAll<HTMLElement>('sendwatch-panel');
          if (more.length > 0) wrong.push(`${1 + more.length} panels at ${change}`);
          if (panel?.dataset['campaignId'] === id) break;
          frames += 1;
          if (frames > 600) return [...wrong, `no panel for ${id} at ${change}`];
          await new Promise(requestAnimationFrame);
        }
      }
      return wrong;
    },
    ids,
    times,
  );

/** The tests of a panel that has to last. */
export const describeEndurance = (kind: BrowserKind, { changes, renders }: Endurance) =>
  describe(`a panel that lasts in ${kind}`, () => {
    let opened: OpenedSendwatch;
    let own: Page;
    let page: Page;
    let healths: Readonly<Record<string, string>>;
    let ids: readonly string[];

    beforeAll(async () => {
      opened = await openSendwatch(kind);
      own = await opened.browser.bareExtensionPage();
      await say(own, 'workspace.connect', { key: opened.sandbox.keys.second });
      const { verdicts } = await waitUntilChecked(own);
      healths = Object.fromEntries(
        Object.entries(verdicts).map(([id, told]) => [id, told.split(' ')[0] ?? '']),
      );
      ids = Object.keys(healths).slice(0, 4);
      page = await opened.browser.openWebApp(
        `${pathOf(ids[0] ?? '')}?selected_wks=Contoso%20Growth`,
      );
      await page.waitForSelector('h1');
    });
    afterAll(() => opened?.close());

    const isThere = (where: Page, id: string): Promise<void> =>
      expect
        .poll(async () => (await panelsIn(where)).map((one) => `${one.campaignId} ${one.health}`))
        .toEqual([`${id} ${healths[id]}`]);
    const isThereLast = (times: number): Promise<void> =>
      isThere(page, ids[(times - 1) % ids.length] ?? '');

    test(`row 49: ${2 * changes} changes of the route: one panel each time, and nothing piles up`, async () => {
      await page.bringToFront();
      expect(await wander(page, ids, 12)).toEqual([]);
      expect(await wander(page, ids, changes)).toEqual([]);
      await isThereLast(changes);
      const half = kind === 'chromium' ? await countHeld(page) : null;
      expect(await wander(page, ids, changes)).toEqual([]);
      await isThereLast(changes);
      if (!half) return;
      const whole = await countHeld(page);
      // A panel that stays has some fifty nodes and three listeners; one of them a change would show.
      expect(whole.nodes - half.nodes).toBeLessThan(changes);
      expect(whole.listeners - half.listeners).toBeLessThan(changes / 4);
      expect(whole.heapKb - half.heapKb).toBeLessThan(5 * changes);
    });

    if (kind === 'chromium') {
      test('row 49, control: a panel kept for each change is counted', async () => {
        const before = await countHeld(page);
        await page.evaluate((times) => {
          const kept = Array.from({ length: times }, () => {
            const node = document.createElement('i');
            node.addEventListener('click', () => undefined);
            return node;
          });
          Object.assign(window, { kept });
        }, changes);
        const after = await countHeld(page);
        expect(after.nodes - before.nodes).toBeGreaterThanOrEqual(changes);
        expect(after.listeners - before.listeners).toBeGreaterThanOrEqual(changes / 4);
      });
    }

    test(`${renders} renderings of the page leave the one panel as it is`, async () => {
      const id = ids[1] ?? '';
      await page.evaluate((path) => history.pushState(null, '', path), pathOf(id));
      await isThere(page, id);
      const isSame = await page.evaluate(async (times) => {
        const panel = document.querySelector('sendwatch-panel');
        for (let render = 0; render < times; render += 1) {
          dispatchEvent(new Event('sandbox:rerender'));
          await new Promise(requestAnimationFrame);
        }
        return panel !== null && document.querySelector('sendwatch-panel') === panel;
      }, renders);
      expect(isSame).toBe(true);
      await isThere(page, id);
    });

    test('two tabs have their own, and a background that ended answers both again', async () => {
      const [first = '', second = '', third = ''] = ids;
      const tab = await opened.browser.openWebApp(pathOf(second));
      await isThere(tab, second);
      await waitUntilIdle(own);
      // Firefox cannot be told to end its background at a given moment.
      if (kind === 'chromium') await opened.browser.killWorker();
      await tab.evaluate((path) => history.pushState(null, '', path), pathOf(third));
      await isThere(tab, third);
      await page.bringToFront();
      await page.evaluate((path) => history.pushState(null, '', path), pathOf(first));
      await isThere(page, first);
      await isThere(tab, third);
      await tab.close();
    });

    test('a page that comes back from the back/forward cache has its one panel', async () => {
      const [first = '', second = ''] = ids;
      await page.goto(`https://${APP_HOST}/app/accounts`);
      await page.waitForSelector('h1');
      // Not awaited by the driver: in Firefox it never hears the end of a way back.
      await page.evaluate(() => void setTimeout(() => history.back()));
      await expect
        .poll(async () => (await panelsIn(page).catch(() => [])).map((one) => one.campaignId))
        .toEqual([first]);
      await page.evaluate((path) => history.pushState(null, '', path), pathOf(second));
      await isThere(page, second);
    });
  });
