import { browser } from 'wxt/browser';
import { CHANGED_CHANNEL, type ExtensionTable, sendWith } from '#messages';
import { openReader, readTrouble } from '#store/read';
import { readSettings, watchSettings } from '#store/settings';
import { exportData } from '#transfer';
import { keepLook, keptLook } from '../../components/appearance/index.ts';
import type { OptionsPorts } from '../../components/options/index.tsx';

const API_ORIGINS = { origins: ['https://api.instantly.ai/*'] };

const subscribe = (onChanged: () => void): (() => void) => {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  channel.onmessage = onChanged;
  const unwatch = watchSettings(onChanged);
  return () => {
    channel.close();
    unwatch();
  };
};

const watchOnline = (onChanged: () => void): (() => void) => {
  const names = ['online', 'offline'] as const;
  for (const name of names) window.addEventListener(name, onChanged);
  return () => {
    for (const name of names) window.removeEventListener(name, onChanged);
  };
};

const saveFile = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The click has begun the download; the text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(url));
};

const openTab = (path: string): void => {
  void browser.tabs.create({ url: browser.runtime.getURL(path) });
};

/** What the options page needs of the store, its page and its browser. */
export const optionsPorts = (): OptionsPorts => {
  const store = openReader();
  const { version } = browser.runtime.getManifest();
  return {
    readWorkspaces: store.workspaces,
    readFleets: store.fleets,
    readTrouble,
    readSettings,
    exportAll: async () =>
      exportData(store, { settings: await readSettings(), version, now: Date.now() }),
    send: sendWith<ExtensionTable>((message) => browser.runtime.sendMessage(message)),
    subscribe,
    isOnline: () => navigator.onLine,
    watchOnline,
    requestAccess: () => browser.permissions.request(API_ORIGINS),
    readSize: async () => (await navigator.storage.estimate()).usage ?? null,
    readLook: () => keptLook(localStorage),
    keepLook: (look) => keepLook(document.documentElement, localStorage, look),
    saveFile,
    forgetPages: () => localStorage.clear(),
    openDashboard: () => openTab('/dashboard.html'),
    // A browser that cannot open it by itself shows the same page in a tab.
    openPopup: () => void browser.action.openPopup().catch(() => openTab('/popup.html')),
    now: Date.now,
    version,
  };
};
