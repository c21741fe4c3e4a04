import { browser } from 'wxt/browser';
import type { ChangedSignal } from '#messages';

/** The tabs whose panel has asked for something, so that they can be told of changes. */
export interface PanelTabs {
  add(tabId: number): void;
  tell(signal: ChangedSignal): void;
}

/**
 * Remembers tabs only as long as the worker lives: a panel asks again by itself now and then, and does so at once
 * when it becomes visible, so nothing is lost with the worker.
 */
export const createPanelTabs = (): PanelTabs => {
  const tabs = new Set<number>();
  return {
    add: (tabId) => tabs.add(tabId),
    tell: (signal) => {
      for (const tabId of tabs) {
        // The tab may be gone or have moved on: then there is nobody to tell.
        browser.tabs.sendMessage(tabId, signal).catch(() => tabs.delete(tabId));
      }
    },
  };
};
