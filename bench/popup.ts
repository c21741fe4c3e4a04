import type { DrivenBrowser } from '#sandbox';
import { EMPTY_PAGE, inBrowsers } from './built-extension.ts';
import { fillExtension } from './filled-extension.ts';
import { scrollAndType } from './popup-interaction.ts';
import type { BenchResult, Figure } from './result.ts';
import { median, ratioOf, wordInterval, wordSpread } from './statistics.ts';

const FEW = 500;
const MANY = 2_000;
const PAIRS = 30;
const WARM_UPS = 3;
const SIZE = { width: 400, height: 600 };

/** When a page painted, in ms since it was asked for. */
interface Painted {
  readonly first: number;
  readonly contentful: number;
  /** The frame in which the first campaigns stood; 0 on a page that has none. */
  readonly rows: number;
}

// Runs in the page before anything of its own.
const watchPaint = (): void => {
  const marks = { first: 0, contentful: 0, rows: 0 };
  Object.assign(globalThis, { benchMarks: marks });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'first-paint') marks.first = startTime;
      if (name === 'first-contentful-paint') marks.contentful = startTime;
    }
  }).observe({ type: 'paint', buffered: true });
  const seek = (): void => {
    if (document.querySelector('[data-campaign-id]') === null) {
      requestAnimationFrame(seek);
      return;
    }
    // The task after this frame's own: by then it was drawn.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      marks.rows = performance.now();
    };
    port2.postMessage(null);
  };
  requestAnimationFrame(seek);
};

const openAndMeasure = async (
  browser: DrivenBrowser,
  path: string,
  hasRows: boolean,
): Promise<Painted> => {
  const page = await (await browser.bareExtensionPage()).browser().newPage();
  try {
    await page.setViewport(SIZE);
    await page.evaluateOnNewDocument(watchPaint);
    await page.goto(`${browser.extensionOrigin}/${path}`);
    const marks = await page.waitForFunction(
      (needsRows: boolean) => {
        const { benchMarks } = globalThis as unknown as { benchMarks: Painted };
        const isDone = benchMarks.contentful > 0 && (!needsRows || benchMarks.rows > 0);
        return isDone && benchMarks;
      },
      { timeout: 20_000 },
      hasRows,
    );
    const painted = (await marks.jsonValue()) as Painted;
    // Our own mark is set before the frame is shown: rows are never there before the first text is.
    return { ...painted, rows: hasRows ? Math.max(painted.rows, painted.contentful) : 0 };
  } finally {
    await page.close();
  }
};

interface Series {
  readonly empty: Painted[];
  readonly few: Painted[];
  readonly many: Painted[];
}

const measurePairs = async (few: DrivenBrowser, many: DrivenBrowser): Promise<Series> => {
  const series: Series = { empty: [], few: [], many: [] };
  for (let pair = 0; pair < WARM_UPS + PAIRS; pair += 1) {
    const empty = await openAndMeasure(few, EMPTY_PAGE, false);
    const withFew = await openAndMeasure(few, 'popup.html', true);
    const withMany = await openAndMeasure(many, 'popup.html', true);
    if (pair < WARM_UPS) continue;
    series.empty.push(empty);
    series.few.push(withFew);
    series.many.push(withMany);
  }
  return series;
};

const paintFigures = ({ empty, few, many }: Series): Figure[] => {
  const of = (painted: readonly Painted[], mark: keyof Painted): number[] =>
    painted.map((one) => one[mark]);
  const against = (
    name: string,
    subject: readonly number[],
    reference: readonly number[],
    most: number,
  ): Figure => {
    const ratio = ratioOf(subject, reference);
    const note = `${wordInterval(ratio)}; ${median(subject).toFixed(1)} ms to ${median(reference).toFixed(1)} ms`;
    return { name, value: ratio.ratio, unit: 'x', most, note };
  };
  const emptyMs = of(empty, 'contentful');
  return [
    against(`first paint, ${FEW}, of an empty page`, of(few, 'first'), of(empty, 'first'), 1.3),
    against(`first content painted, ${FEW}, of an empty page`, of(few, 'contentful'), emptyMs, 1.3),
    against(`rows painted, ${FEW}, of an empty page`, of(few, 'rows'), emptyMs, 1.8),
    against(`rows painted, ${MANY}, of those with ${FEW}`, of(many, 'rows'), of(few, 'rows'), 1.15),
    {
      name: `rows painted, ${FEW}`,
      value: median(of(few, 'rows')),
      unit: 'ms',
      note: wordSpread(of(few, 'rows')),
    },
  ];
};

/** How soon the popup shows something and its rows, and how it stands scrolling and typing. */
export const benchPopup = (): Promise<BenchResult> =>
  inBrowsers(
    ({ sendwatch }) => [sendwatch, sendwatch],
    async ([few, many]) => {
      if (!few || !many) throw new Error('two browsers are needed');
      await fillExtension(few, FEW);
      await fillExtension(many, MANY);
      const figures = paintFigures(await measurePairs(few, many));
      return { bench: 'popup', figures: [...figures, ...(await scrollAndType(many, SIZE))] };
    },
  );
