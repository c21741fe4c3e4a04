import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

declare const chrome: ExtensionApi;

/** Everything that an extension can leave in a browser, as far as a page of it can see. */
export const leftovers = (page: Page): Promise<object> =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(await chrome.storage.local.get(null)),
    session: Object.keys(await chrome.storage.session.get(null)),
    sync: Object.keys(await chrome.storage.sync.get(null)),
    webStorage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    caches: await caches.keys(),
    cookies: document.cookie,
    alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
    badge: await chrome.action.getBadgeText({}),
  }));

/** What is left when nothing is. */
export const NOTHING = {
  databases: [],
  local: [],
  session: [],
  sync: [],
  webStorage: [],
  caches: [],
  cookies: '',
  alarms: [],
  badge: '',
} as const;
