import { browser } from 'wxt/browser';
import { CHANGED_CHANNEL, type ExtensionTable, sendWith } from '#messages';
import { readFirstHead } from '#store/head';
import { mountPopup } from '../../components/popup/index.tsx';
import { readerOf } from '../../components/reader/index.ts';

// The database and its reader are not needed for the first row.
const reader = async () => (await import('#store/read')).openReader();
let opened: ReturnType<typeof reader> | undefined;
const store = () => {
  opened ??= reader();
  return opened;
};

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
    readHead: async () => (await readFirstHead()) ?? (await store()).head(),
    readWorkspaces: async () => (await store()).workspaces(),
    readFleets: async () => (await store()).fleets(),
    readJournals: async () => {
      const { workspaces, journal } = await store();
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
