import type { Page } from 'puppeteer-core';
import type { DrivenBrowser, PageSize } from '#sandbox';
import type { Figure } from './result.ts';

const MOST_TASK_MS = 50;
const MOST_LIVE_ROWS = 60;
const SEARCH = 'founders 12';
const TYPING_MS = 60;
const FRAMES = 200;
const STEP_PX = 300;

interface Seen {
  /** Durations of tasks over 50 ms. */
  readonly longTasks: readonly number[];
  readonly mostRows: number;
  /** Longest from an input to the next frame, as the browser counts it (in steps of 8 ms). */
  readonly longestInputMs: number;
}

// Runs in the page, after it has loaded: what opening costs is measured elsewhere.
const startWatching = (): void => {
  const seen = { longTasks: [] as number[], mostRows: 0, longestInputMs: 0 };
  Object.assign(globalThis, { benchSeen: seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.longestInputMs = Math.max(seen.longestInputMs, duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  const count = (): void => {
    const rows = document.querySelectorAll('[data-campaign-id]').length;
    seen.mostRows = Math.max(seen.mostRows, rows);
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
};

const openAllGroups = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const closed = document.querySelectorAll<HTMLButtonElement>(
      'button[data-group][aria-expanded="false"]',
    );
    for (const button of closed) button.click();
  });

/** Scrolls whatever holds the rows, a step a frame. Gives how far it came, in CSS pixels. */
const scroll = (page: Page): Promise<number> =>
  page.evaluate(
    async (frames, stepPx) => {
      const holds = (element: Element): boolean =>
        element.scrollHeight > element.clientHeight + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
      let box = document.querySelector('[data-campaign-id]')?.parentElement ?? null;
      while (box !== null && !holds(box)) box = box.parentElement;
      const scroller = box ?? document.scrollingElement ?? document.documentElement;
      for (let frame = 0; frame < frames; frame += 1) {
        scroller.scrollBy(0, stepPx);
        await new Promise(requestAnimationFrame);
      }
      return scroller.scrollTop;
    },
    FRAMES,
    STEP_PX,
  );

const typeSearch = async (page: Page): Promise<void> => {
  await page.focus('input[type="search"]');
  await page.keyboard.type(SEARCH, { delay: TYPING_MS });
  for (const _ of SEARCH) await page.keyboard.press('Backspace', { delay: TYPING_MS });
};

const measure = async (page: Page, act: () => Promise<unknown>): Promise<Seen> => {
  await page.evaluate(startWatching);
  await act();
  // Observers are told of a task only after it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  return page.evaluate(() => (globalThis as unknown as { benchSeen: Seen }).benchSeen);
};

const figuresOf = (name: string, seen: Seen): Figure[] => {
  const { longTasks, mostRows, longestInputMs } = seen;
  return [
    {
      name: `${name}: tasks over ${MOST_TASK_MS} ms`,
      value: longTasks.length,
      unit: '',
      most: 0,
      note: `longest ${Math.max(0, ...longTasks)} ms, slowest input ${longestInputMs} ms`,
    },
    { name: `${name}: rows in the page at most`, value: mostRows, unit: '', most: MOST_LIVE_ROWS },
  ];
};

/** Scrolls and searches a popup full of campaigns. */
export const scrollAndType = async (browser: DrivenBrowser, size: PageSize): Promise<Figure[]> => {
  const page = await browser.openExtensionPage('popup.html', size);
  await page.waitForSelector('[data-campaign-id]');
  await openAllGroups(page);
  let scrolledPx = 0;
  const scrolled = await measure(page, async () => {
    scrolledPx = await scroll(page);
  });
  const typed = await measure(page, () => typeSearch(page));
  await page.close();
  if (scrolledPx === 0) throw new Error('nothing could be scrolled');
  return [
    ...figuresOf(`scrolling ${Math.round(scrolledPx)} px`, scrolled),
    ...figuresOf('typing a search', typed),
  ];
};
