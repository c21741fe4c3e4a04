import { browser } from 'wxt/browser';
import { CHANGED_CHANNEL, type ExtensionTable, sendWith } from '#messages';
import { openReader } from '#store/read';
import { mountOptions } from '../../components/options/index.tsx';
import { readerOf } from '../../components/reader/index.ts';

const reader = openReader();

const subscribe = (onChanged: () => void): (() => void) => {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  channel.onmessage = onChanged;
  return () => channel.close();
};

const app = document.getElementById('app');
if (!app) throw new Error('options without #app');

mountOptions(
  app,
  {
    readWorkspaces: async () => (await reader).workspaces(),
    send: sendWith<ExtensionTable>((message) => browser.runtime.sendMessage(message)),
    subscribe,
    now: Date.now,
  },
  readerOf(navigator.languages, Intl.DateTimeFormat().resolvedOptions().timeZone),
);
