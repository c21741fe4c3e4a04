import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { APP_HOST, type BrowserKind } from '#sandbox';
import { installNaivePanel, NAIVE_DEED } from './naive-panel.ts';
import { type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { say, waitUntilChecked } from './stored.ts';

declare const chrome: ExtensionApi;

/** A campaign that no workspace has: its panel offers the options. */
export const STRANGE_ID = '0198e874-1311-7bce-a6de-a294e6e55469';

/** Address path of a campaign's page. */
export const pathOf = (campaignId: string, tab = 'analytics'): string =>
  `/app/campaign/${campaignId}/${tab}`;

/** What stands of a panel in a page. */
export interface SeenPanel {
  readonly campaignId: string | null;
  readonly health: string | null;
  readonly text: string;
}

/** All panels in a page. Uses nothing that a page may have replaced. */
export const panelsIn = (page: Page): Promise<readonly SeenPanel[]> =>
  page.evaluate(() => {
    const seen: { campaignId: string | null; health: string | null; text: string }[] = [];
    for (const host of Document.prototype.querySelectorAll.call(
      document,
      'sendwatch-panel',
    ) as NodeListOf<HTMLElement>) {
      seen[seen.length] = {
        campaignId: host.dataset['campaignId'] ?? null,
        health: host.dataset['health'] ?? null,
        text: host.shadowRoot?.lastElementChild?.textContent ?? '',
      };
    }
    return seen;
  });

/** A browser with a checked workspace in Sendwatch, and a naive panel beside it. */
export interface PanelStage extends OpenedSendwatch {
  readonly own: Page;
  /** Health of each campaign, by its id. */
  readonly healths: Readonly<Record<string, string>>;
  readonly naiveId: string;
  /** Tabs of ours that are open, the bare page aside. */
  openTabs(): Promise<readonly string[]>;
  /** Closes them. */
  closeTabs(): Promise<void>;
  /** How often the naive panel did what it should not have. */
  naiveDeeds(): number;
  /** Requests by which anybody but the naive panel changed something. */
  changes(): readonly string[];
  /** Serves another page at the paths that match, until the returned function is called. */
  serve(path: RegExp, html: string, headers?: Readonly<Record<string, string>>): () => void;
}

const HTML = 'text/html; charset=utf-8';

/** Opens the stage. The key belongs to the smaller demo workspace. */
export const openPanelStage = async (kind: BrowserKind): Promise<PanelStage> => {
  const opened = await openSendwatch(kind);
  const { browser, sandbox } = opened;
  try {
    const own = await browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: sandbox.keys.second });
    const { verdicts } = await waitUntilChecked(own);
    const naive = await installNaivePanel(own, kind);
    const openTabs = (): Promise<readonly string[]> =>
      own.evaluate(async () => {
        const tabs = await chrome.runtime.getContexts({ contextTypes: ['TAB'] });
        return tabs
          .map(({ documentUrl }) => String(documentUrl))
          .filter((url) => !url.endsWith('/manifest.json'));
      });
    const changing = (): readonly string[] =>
      sandbox.requests
        .filter(({ host, method }) => host !== APP_HOST && method !== 'GET')
        .map(({ path }) => path);
    const closeTabs = (): Promise<void> =>
      own.evaluate(async () => {
        for (const { id, url } of await chrome.tabs.query({})) {
          const isOurs = url?.startsWith(location.origin) && !url.endsWith('/manifest.json');
          if (isOurs && id !== undefined) await chrome.tabs.remove(id);
        }
      });
    // The page that greets after the installation.
    await closeTabs();
    return {
      ...opened,
      own,
      healths: Object.fromEntries(
        Object.entries(verdicts).map(([id, told]) => [id, told.split(' ')[0] ?? '']),
      ),
      naiveId: naive.id,
      openTabs,
      closeTabs,
      naiveDeeds: () => changing().filter((path) => path === NAIVE_DEED).length,
      changes: () => changing().filter((path) => path !== NAIVE_DEED),
      serve: (path, html, headers = {}) =>
        sandbox.faults.add({
          match: { host: APP_HOST, path },
          times: Number.POSITIVE_INFINITY,
          fault: { kind: 'status', status: 200, body: html, contentType: HTML, headers },
        }),
      async close() {
        await opened.close();
        await naive.remove();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
};
