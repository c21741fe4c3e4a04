import { browser } from 'wxt/browser';
import { CHANGED_CHANNEL, type ChangeMessages, type ExtensionTable, sendWith } from '#messages';
import { readSettings } from '#store/settings';
import type { DashboardPorts } from '../../components/dashboard/index.tsx';
import { requestHostAccess } from '../background/host-access.ts';

type PagePorts = Omit<DashboardPorts, `read${string}`> &
  Pick<DashboardPorts, 'readHash' | 'readColumns' | 'readAreChangesAllowed'>;

const COLUMNS = 'dashboard.columns';

const columns = (): unknown => {
  const kept = localStorage.getItem(COLUMNS);
  return kept === null ? null : kept.split(' ');
};

const download = (name: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The click has begun the download; the text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(url));
};

/** What the dashboard needs of its page and its browser. */
export const pagePorts: PagePorts = {
  send: sendWith<ExtensionTable & ChangeMessages>((message) =>
    browser.runtime.sendMessage(message),
  ),
  subscribe: (onChanged) => {
    const channel = new BroadcastChannel(CHANGED_CHANNEL);
    channel.onmessage = onChanged;
    return () => channel.close();
  },
  readAreChangesAllowed: async () => (await readSettings()).areChangesAllowed,
  readColumns: columns,
  keepColumns: (chosen) => localStorage.setItem(COLUMNS, chosen.join(' ')),
  readHash: () => location.hash,
  goTo: (hash) => {
    location.hash = hash;
  },
  watchHash: (onChanged) => {
    window.addEventListener('hashchange', onChanged);
    return () => window.removeEventListener('hashchange', onChanged);
  },
  openUrl: (url) => void browser.tabs.create({ url }),
  requestAccess: requestHostAccess,
  openOptions: () => void browser.runtime.openOptionsPage(),
  copyText: (text) => navigator.clipboard.writeText(text),
  download,
  print: () => window.print(),
  now: Date.now,
};
