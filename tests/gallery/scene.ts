import type { Page } from 'puppeteer-core';
import type { GalleryLocale } from './build-pages.ts';
import type { Around } from './stage.ts';
import type { StageName } from './stages.ts';

/** Both themes in which everything is pictured. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What people see of Sendwatch. */
export const SURFACES = ['popup', 'sidepanel', 'dashboard', 'options', 'panel', 'confirm'] as const;
export type Surface = (typeof SURFACES)[number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the reader's system asks of a page beside light or dark. */
export type Wish = 'forced-colors' | 'zoom-200' | 'print';

/** One state of one surface: how it comes about, and what it is held to. */
export interface Scene {
  readonly surface: Surface;
  /** Names the picture; unlike that of every other scene of its surface. */
  readonly name: string;
  readonly stage: StageName;
  readonly locale?: GalleryLocale;
  /** The part of the address after `#`. */
  readonly hash?: string;
  readonly around?: Partial<Around>;
  readonly size?: Size;
  readonly wish?: Wish;
  /** What has to be there before anything is looked at; an `h1` where nothing is said. */
  readonly ready?: string;
  /** Whether the page is waiting for something, so that its bars may stay. */
  readonly isWaiting?: boolean;
  /** Rules of axe that cannot hold here; the scene says why. */
  readonly exempt?: readonly string[];
  /** What a person does once the page stands. */
  readonly act?: (page: Page) => Promise<void>;
  /** The whole page, however long, instead of what fits the window. */
  readonly isWhole?: boolean;
}

/** What was wrong with a scene; nothing is good. */
export type Findings = readonly string[];

/** The size in which a surface is pictured. */
export const SIZES: Readonly<Record<Surface, Size>> = {
  popup: { width: 400, height: 600 },
  sidepanel: { width: 360, height: 760 },
  dashboard: { width: 1240, height: 860 },
  options: { width: 1000, height: 800 },
  panel: { width: 1000, height: 640 },
  confirm: { width: 560, height: 640 },
};

/** Widths at which nothing may stand out, in CSS pixels. A popup has one width only. */
export const WIDTHS: Readonly<Record<Surface, readonly number[]>> = {
  popup: [400],
  sidepanel: [320, 400, 600, 800],
  dashboard: [320, 400, 600, 800, 1600],
  options: [320, 400, 600, 800],
  panel: [320, 400, 600, 800],
  confirm: [320, 400, 560, 800],
};
