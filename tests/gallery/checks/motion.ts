import type { Page } from 'puppeteer-core';
import type { Findings } from '../scene.ts';

/** What still moves although the reader asked for stillness. */
export const motionFindings = (page: Page): Promise<Findings> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(
        ({ effect }) =>
          `moves: ${(effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 80) ?? '?'}`,
      ),
  );
