import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '#sandbox';
import { builtPages, GALLERY_LOCALES, type GalleryLocale } from './build-pages.ts';
import {
  axeFindings,
  motionFindings,
  overflowFindings,
  untranslatedFindings,
} from './checks/index.ts';
import { knownTexts } from './known-texts.ts';
import {
  aroundOf,
  emulate,
  prepare,
  viewportOf,
  waitUntilIdle,
  waitUntilReady,
} from './page-setup.ts';
import { isVariant, widthsOf } from './programme.ts';
import type { Findings, Scene, Surface, Theme } from './scene.ts';
import { type ServedPages, servePages } from './serve-pages.ts';
import type { GalleryGlobals } from './stage.ts';
import { STAGES } from './stages.ts';

/** The folder of all pictures. */
export const PICTURES = join(import.meta.dirname, '../../artifacts/gallery');

const FILL = '/tests/gallery/pages/fill.html';
const PATHS: Readonly<Record<Surface, string>> = {
  popup: '/entrypoints/popup/index.html',
  sidepanel: '/entrypoints/sidepanel/index.html',
  dashboard: '/entrypoints/dashboard/index.html',
  options: '/entrypoints/options/index.html',
  panel: '/tests/gallery/pages/web-app.html',
  confirm: '/entrypoints/confirm/index.html',
};

/** Where the picture of a scene is. */
export const pictureOf = ({ surface, name }: Scene, theme: Theme): string =>
  join(PICTURES, surface, `${name}-${theme}.png`);

/** A profile of its own, in which one scene after another is set up in the same page. */
interface Seat {
  readonly filler: Page;
  readonly page: Page;
  stage: string;
}

/** The built pages of all languages, served, and one browser to look at them. */
export interface Theatre {
  /** Sets a scene up, pictures it in both themes, and gives what is wrong with it. */
  show(scene: Scene): Promise<Findings>;
  /** Sets a scene up for a closer look. */
  look<T>(scene: Scene, use: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const openBrowser = (): Promise<Browser> =>
  puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    pipe: true,
    defaultViewport: null,
    protocolTimeout: 30_000,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--disable-background-networking',
      '--lang=en-US',
      '--hide-scrollbars',
      // Chromium refuses to run its own sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    env: { ...process.env, TZ: 'America/Los_Angeles' },
  });

// A chart learns of another theme, and of its new room, after the page was laid out: by the next frame it is drawn.
const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );

const takePicture = async (page: Page, scene: Scene, theme: Theme): Promise<void> => {
  const path = pictureOf(scene, theme) as `${string}.png`;
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: scene.isWhole ?? false, optimizeForSpeed: true });
};

const findInLight = async (page: Page, scene: Scene): Promise<Findings> => {
  const { locale = 'en', stage, wish, exempt = [] } = scene;
  // The colours of a forced palette, and of paper, are not ours.
  const isOurs = wish !== 'forced-colors' && wish !== 'print';
  const axe = isOurs ? await axeFindings(page, isVariant(scene) ? 'laid-out' : 'all') : [];
  return [
    ...(await motionFindings(page)),
    ...axe.filter((text) => !exempt.some((rule) => text.startsWith(`axe ${rule}:`))),
    ...(locale === 'en'
      ? []
      : await untranslatedFindings(page, knownTexts(STAGES[stage], scene.around?.answers))),
  ];
};

const findAtWidths = async (page: Page, scene: Scene): Promise<Findings> => {
  if (scene.wish === 'print') return [];
  const viewport = viewportOf(scene);
  const findings: string[] = [];
  for (const width of new Set([viewport.width, ...widthsOf(scene)])) {
    await page.setViewport({ ...viewport, width });
    await nextFrame(page);
    const found = await overflowFindings(page);
    findings.push(...found.map((text) => `at ${width} px: ${text}`));
  }
  return findings;
};

const showOn = async (page: Page, scene: Scene): Promise<Findings> => {
  if (scene.act) {
    await scene.act(page);
    await waitUntilIdle(page, scene);
  }
  await takePicture(page, scene, 'light');
  const inLight = await findInLight(page, scene);
  await emulate(page, 'dark', scene);
  await nextFrame(page);
  await takePicture(page, scene, 'dark');
  // All but the colours is as it was in light.
  const inDark = isVariant(scene) ? [] : await axeFindings(page, 'contrast');
  return [
    ...inLight,
    ...inDark.map((text) => `dark: ${text}`),
    ...(await findAtWidths(page, scene)),
  ];
};

/** Opens a browser that can reach nothing but the built pages. */
export const openTheatre = async (): Promise<Theatre> => {
  const served = new Map<GalleryLocale, ServedPages>();
  for (const locale of GALLERY_LOCALES) served.set(locale, await servePages(builtPages(locale)));
  const browser = await openBrowser();
  const seats = new Map<GalleryLocale, Seat[]>(GALLERY_LOCALES.map((locale) => [locale, []]));
  const addressOf = (locale: GalleryLocale, path: string): string =>
    `${served.get(locale)?.origin}${path}`;

  const newSeat = async (locale: GalleryLocale): Promise<Seat> => {
    const context = await browser.createBrowserContext();
    const filler = await context.newPage();
    await filler.evaluateOnNewDocument(prepare, aroundOf({}));
    await filler.goto(addressOf(locale, FILL));
    return { filler, page: await context.newPage(), stage: '' };
  };
  /** A free seat, best one where the stage stands already. */
  const takeSeat = async ({ locale = 'en', stage }: Scene): Promise<Seat> => {
    const free = seats.get(locale) ?? [];
    const place = free.findIndex((seat) => seat.stage === stage);
    const seat = free.splice(Math.max(0, place), 1)[0] ?? (await newSeat(locale));
    if (seat.stage !== stage) {
      seat.stage = '';
      await seat.filler.evaluate(
        (stored) => (globalThis as unknown as GalleryGlobals).fill(stored),
        STAGES[stage],
      );
      seat.stage = stage;
    }
    return seat;
  };
  const withPage = async (
    scene: Scene,
    use: (page: Page, errors: readonly string[]) => Promise<void>,
  ): Promise<void> => {
    const { locale = 'en', surface, hash = '' } = scene;
    const seat = await takeSeat(scene);
    const { page } = seat;
    const errors: string[] = [];
    const onError = (error: unknown): void => {
      errors.push(`throws: ${String(error)}`);
    };
    page.on('pageerror', onError);
    const { identifier } = await page.evaluateOnNewDocument(prepare, aroundOf(scene));
    try {
      await page.setViewport(viewportOf(scene));
      await emulate(page, 'light', scene);
      // Every scene has an address of its own: another hash alone would not load the page anew.
      await page.goto(addressOf(locale, `${PATHS[surface]}?${scene.name}${hash}`));
      await waitUntilReady(page, scene, errors);
      await use(page, errors);
    } finally {
      page.off('pageerror', onError);
      await page.removeScriptToEvaluateOnNewDocument(identifier);
      seats.get(locale)?.push(seat);
    }
  };

  return {
    async show(scene) {
      const findings: string[] = [];
      await withPage(scene, async (page, errors) => {
        findings.push(...(await showOn(page, scene)), ...errors);
      });
      return findings;
    },
    async look<T>(scene: Scene, use: (page: Page) => Promise<T>): Promise<T> {
      const given: T[] = [];
      await withPage(scene, async (page) => {
        given.push(await use(page));
      });
      return given[0] as T;
    },
    async close() {
      await browser.close();
      for (const pages of served.values()) await pages.close();
    },
  };
};
