import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { connect, openCheckedPopup } from './surfaces.ts';

// Who sees no colours, magnifies, bears no motion, has no mouse, or hears the page instead of seeing it.

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const axe: {
  run(
    options: object,
  ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
};

const PAGES = [
  {
    path: 'popup.html',
    ready: '[data-campaign-id][data-health]',
    size: { width: 400, height: 600 },
  },
  { path: 'dashboard.html', ready: 'tr[data-campaign-id]', size: { width: 1280, height: 800 } },
  { path: 'options.html', ready: '[data-workspace-id]', size: { width: 1280, height: 800 } },
] as const;

const emulate = async (page: Page, name: string, value: string): Promise<void> => {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
};

/** Serious and critical findings, with the element that each is about. */
const seriousOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

/** What can be used but stands outside the page to the left or right, and whether the page scrolls sideways. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const all = document.querySelectorAll<HTMLElement>(
      'button, a, input, select, summary, h1, h2, h3',
    );
    const out = [...all].filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      const isScrolled = one.closest('table') !== null;
      return (
        width > 1 && !isScrolled && one.checkVisibility() && (left < -1 || right > clientWidth + 1)
      );
    });
    return [
      ...(scrollWidth > clientWidth + 1
        ? [`the page is ${scrollWidth} of ${clientWidth} px wide`]
        : []),
      ...out.map((one) => one.outerHTML.slice(0, 120)),
    ];
  });

/** What a person can use, as marks that the walk by Tab leaves behind. */
const markUsable = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const usable = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a[href], input, select, textarea, summary',
      ),
    ].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) &&
        !one.matches(':disabled') &&
        // Of a group of radio buttons one takes the focus; arrow keys reach the others.
        !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked),
    );
    usable.forEach((one, at) => {
      one.dataset['usable'] = String(at);
    });
    return usable.length;
  });

interface Walk {
  readonly missed: readonly string[];
  readonly unseen: readonly string[];
  readonly hasEnded: boolean;
}

/** Presses Tab until the focus has been everywhere or comes no further. */
const walk = async (page: Page): Promise<Walk> => {
  const count = await markUsable(page);
  const visited = new Set<string>();
  const unseen: string[] = [];
  let hasEnded = false;
  for (let presses = 0; presses < count * 2 + 10 && !hasEnded; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      if (!(one instanceof HTMLElement) || one === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      return { mark: one.dataset['usable'] ?? '', hasRing, html: one.outerHTML.slice(0, 120) };
    });
    // Behind the last element the focus is in no element of the page, then in the first again.
    if (at === null) continue;
    const [first] = visited;
    if (at.mark === first && visited.size > 1) hasEnded = true;
    else {
      visited.add(at.mark);
      if (!at.hasRing) unseen.push(at.html);
    }
  }
  const missed = await page.$$eval(
    '[data-usable]',
    (all, seen) =>
      all
        .filter((one) => !seen.includes((one as HTMLElement).dataset['usable'] ?? ''))
        .map((one) => one.outerHTML.slice(0, 120)),
    [...visited],
  );
  return { missed, unseen, hasEnded };
};

/** The drawn shape of each health's sign: no colours in it. */
const shapesOf = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-health]')].map((row) => [
        row.dataset['health'] ?? '',
        [...(row.querySelector('svg')?.querySelectorAll('*') ?? [])]
          .map((part) =>
            ['d', 'r', 'points', 'stroke-dasharray', 'width']
              .map((name) => part.getAttribute(name))
              .join(),
          )
          .join(';'),
      ]),
    ),
  );

/** How long the longest transition or animation of the page takes, in seconds. */
const longestMotion = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('*')].flatMap((one) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(one);
        const shown = animationName === 'none' ? [] : animationDuration.split(',');
        return [...transitionDuration.split(','), ...shown].map((text) => Number.parseFloat(text));
      }),
    ),
  );

const addStyle = (page: Page, css: string): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);

describe('row 61: without colours, magnified, without motion, mouse or sight', () => {
  let opened: OpenedSendwatch;
  beforeAll(async () => {
    opened = await openSendwatch('chromium');
    const { options } = await connect(opened.browser, opened.sandbox.keys.second);
    await options.close();
    await (await openCheckedPopup(opened.browser)).close();
  });
  afterAll(() => opened?.close());

  const open = async ({ path, ready, size }: (typeof PAGES)[number]): Promise<Page> => {
    const page = await opened.browser.openExtensionPage(path, size);
    await page.bringToFront();
    await page.waitForSelector(ready);
    if (path === 'popup.html') {
      await page.locator('li[data-campaign-id] > button').click();
      await page.waitForSelector('.detail summary');
    }
    return page;
  };

  test.each(PAGES)(
    'row 61: $path in forced colours: nothing serious, and each health has its own shape',
    async (place) => {
      const page = await open(place);
      await emulate(page, 'forced-colors', 'active');
      expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      expect(await seriousOf(page)).toEqual([]);
      if (place.path !== 'options.html') {
        const shapes = await shapesOf(page);
        expect(Object.keys(shapes).length).toBeGreaterThan(3);
        expect(new Set(Object.values(shapes)).size).toBe(Object.keys(shapes).length);
        expect(Object.values(shapes)).not.toContain('');
      }
      await page.close();
    },
  );

  test.each(PAGES)('row 61: $path at 200 %: nothing is cut off', async (place) => {
    const page = await open(place);
    // A popup keeps its width in CSS pixels and gets half its height; a page in a tab gets half of both.
    const width = place.path === 'popup.html' ? 400 : place.size.width / 2;
    await page.setViewport({ width, height: place.size.height / 2, deviceScaleFactor: 2 });
    expect(await cutOff(page)).toEqual([]);
    expect(await seriousOf(page)).toEqual([]);
    await addStyle(page, 'body { min-width: 1400px !important }');
    expect(await cutOff(page), 'control').not.toEqual([]);
    await page.close();
  });

  test.each(PAGES)(
    'row 61: $path by Tab alone: everything is reached, shows it, and lets go',
    async (place) => {
      const page = await open(place);
      expect(await walk(page)).toEqual({ missed: [], unseen: [], hasEnded: true });
      await page.close();
    },
  );

  test.each(PAGES)('row 61: $path with reduced motion: nothing moves', async (place) => {
    const page = await open(place);
    await emulate(page, 'prefers-reduced-motion', 'reduce');
    expect(await longestMotion(page)).toBeLessThanOrEqual(0.01);
    await page.close();
  });

  test('row 61, control: each of the checks sees what it is for', async () => {
    const page = await open(PAGES[1]);
    await page.evaluate(() => {
      document.querySelector('main')?.append(document.createElement('button'));
    });
    expect(await seriousOf(page)).toContainEqual(expect.stringContaining('button-name'));
    await addStyle(
      page,
      '* { outline: none !important; transition: color 2s } [data-health] path, [data-health] circle { d: none }',
    );
    expect(await longestMotion(page)).toBe(2);
    await page.evaluate(() => {
      for (const link of document.querySelectorAll('nav a')) link.setAttribute('tabindex', '-1');
      const trap = document.querySelector('main h1');
      trap?.setAttribute('tabindex', '0');
      trap?.addEventListener('keydown', (event) => event.preventDefault());
      for (const sign of document.querySelectorAll('[data-health] svg')) sign.replaceChildren();
    });
    const { missed, unseen, hasEnded } = await walk(page);
    expect([missed.length > 3, unseen.length > 0, hasEnded]).toEqual([true, true, false]);
    expect(new Set(Object.values(await shapesOf(page))).size).toBe(1);
    await page.close();
  });
});
