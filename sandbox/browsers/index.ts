import { openChromium } from './chromium.ts';
import type { DrivenBrowser, OpenOptions } from './driven-browser.ts';
import type { BrowserKind } from './find-browser.ts';
import { openFirefox } from './firefox.ts';

export { openChromium } from './chromium.ts';
export type { DrivenBrowser, OpenOptions, PageSize } from './driven-browser.ts';
export { type BrowserKind, findBrowser } from './find-browser.ts';
export { GECKO_ID, openFirefox } from './firefox.ts';

/** Opens the browser of the given kind. */
export const openBrowser = (kind: BrowserKind, options: OpenOptions): Promise<DrivenBrowser> =>
  kind === 'chromium' ? openChromium(options) : openFirefox(options);
