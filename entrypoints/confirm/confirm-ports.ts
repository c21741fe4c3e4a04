import { browser } from 'wxt/browser';
import { CHANGED_CHANNEL, type ChangeMessages, sendWith } from '#messages';
import { openReader } from '#store/read';
import type { ConfirmPorts } from '../../components/confirm/index.tsx';

/** What the window that confirms a change needs of its page and its browser. */
export const confirmPorts = (): ConfirmPorts => {
  const store = openReader();
  return {
    ticket: location.hash.slice(1),
    send: sendWith<ChangeMessages>((message) => browser.runtime.sendMessage(message)),
    readWorkspaces: store.workspaces,
    subscribe: (onChanged) => {
      const channel = new BroadcastChannel(CHANGED_CHANNEL);
      channel.onmessage = onChanged;
      return () => channel.close();
    },
    watchFront: (onFront) => {
      window.addEventListener('focus', onFront);
      return () => window.removeEventListener('focus', onFront);
    },
    // `window.close()` closes only what a script of the page opened.
    close: () =>
      void browser.tabs
        .getCurrent()
        .then((tab) => (tab?.id === undefined ? undefined : browser.tabs.remove(tab.id))),
    now: Date.now,
  };
};
