import { browser } from 'wxt/browser';
import { CHANGED_CHANNEL, type ExtensionTable, sendWith } from '#messages';
import { openReader, readTrouble, type StoreReader } from '#store/read';
import { readSettings, watchSettings } from '#store/settings';
import { exportData, supportFile } from '#transfer';
import { keepLook, keptLook } from '../../components/appearance/index.ts';
import type { OptionsPorts } from '../../components/options/index.tsx';
import { requestHostAccess } from '../background/host-access.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

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

const ofEach = async <T>(
  store: StoreReader,
  read: (id: Parameters<StoreReader['fleet']>[0]) => Promise<T>,
): Promise<NonNullable<T>[]> => {
  const workspaces = await store.workspaces();
  const values = await Promise.all(workspaces.map(({ id }) => read(id)));
  return values.filter((value) => value != null);
};

const readNotifying = async (): Promise<boolean> => {
  const { areNotificationsOn } = await readSettings();
  return areNotificationsOn && (await browser.permissions.contains(NOTIFICATIONS));
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
    readAlertRules: store.alertRules,
    readNotifying,
    readSilences: store.silences,
    readTags: async () => (await ofEach(store, store.inboxes)).flatMap(({ tags }) => tags),
    readHistory: async (since) => (await ofEach(store, (id) => store.historyOf(id, since))).flat(),
    gatherSupport: async (hasIds) => {
      const [settings, trouble, { usage }] = await Promise.all([
        readSettings(),
        readTrouble(),
        navigator.storage.estimate(),
      ]);
      const { userAgent, language } = navigator;
      const bytes = usage ?? null;
      const now = Date.now();
      return supportFile(store, {
        ...{ version, userAgent, language, settings, trouble, bytes, hasIds, now },
      });
    },
    send: sendWith<ExtensionTable>((message) => browser.runtime.sendMessage(message)),
    subscribe,
    isOnline: () => navigator.onLine,
    watchOnline,
    requestAccess: requestHostAccess,
    requestNotifications: () => browser.permissions.request(NOTIFICATIONS),
    requestOrigin: (origin) => browser.permissions.request({ origins: [origin] }),
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
