import { browser } from 'wxt/browser';
import { CHANGED_CHANNEL, type ExtensionTable, sendWith } from '#messages';
import { openReader } from '#store/read';
import { mountPopup } from '../../components/popup/index.tsx';
import { readerOf } from '../../components/reader/index.ts';

const reader = openReader();

const subscribe = (onChanged: () => void): (() => void) => {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  channel.onmessage = onChanged;
  return () => channel.close();
};

const app = document.getElementById('app');
if (!app) throw new Error('popup without #app');

mountPopup(
  app,
  {
    readHead: async () => (await reader).head(),
    readWorkspaces: async () => (await reader).workspaces(),
    readFleets: async () => (await reader).fleets(),
    readJournals: async () => {
      const { workspaces, journal } = await reader;
      const journals = await Promise.all((await workspaces()).map(({ id }) => journal(id)));
      return journals.filter((record) => record != null);
    },
    send: sendWith<ExtensionTable>((message) => browser.runtime.sendMessage(message)),
    subscribe,
    openUrl: (url) => void browser.tabs.create({ url }),
    openOptions: () => void browser.runtime.openOptionsPage(),
    copyText: (text) => navigator.clipboard.writeText(text),
    now: Date.now,
  },
  readerOf(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone),
);
