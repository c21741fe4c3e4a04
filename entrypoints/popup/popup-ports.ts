import { browser } from 'wxt/browser';
import { CHANGED_CHANNEL, type ChangeMessages, type ExtensionTable, sendWith } from '#messages';
import { readFirstHead } from '#store/head';
import type { PopupPorts } from '../../components/popup/index.tsx';
import { requestHostAccess } from '../background/host-access.ts';

// The database and its reader are not needed for the first row.
const read = () => import('#store/read');
const reader = async () => (await read()).openReader();
let opened: ReturnType<typeof reader> | undefined;
const store = () => {
  opened ??= reader();
  return opened;
};
type Store = Awaited<ReturnType<typeof reader>>;

const ofEach = async <T>(
  read: (store: Store, id: Parameters<Store['fleet']>[0]) => Promise<T>,
): Promise<NonNullable<T>[]> => {
  const from = await store();
  const values = await Promise.all((await from.workspaces()).map(({ id }) => read(from, id)));
  return values.filter((value) => value != null);
};

const nameOf = (preference: string): string => `popup.${preference}`;

/** What popup, side panel and sidebar need of the browser. */
export const popupPorts: PopupPorts = {
  readHead: async () => (await readFirstHead()) ?? (await store()).head(),
  readWorkspaces: async () => (await store()).workspaces(),
  readFleets: async () => (await store()).fleets(),
  readTrouble: async () => (await read()).readTrouble(),
  readJournals: () => ofEach(({ journal }, id) => journal(id)),
  readInboxes: () => ofEach(({ inboxes }, id) => inboxes(id)),
  readObservation: async (workspaceId, campaignId) =>
    (await store()).observation(workspaceId, campaignId),
  readObservations: async () => (await ofEach(({ observations }, id) => observations(id))).flat(),
  readCampaignTags: () => ofEach(({ campaignTags }, id) => campaignTags(id)),
  readHistory: async (workspaceId, campaignId) => (await store()).history(workspaceId, campaignId),
  send: sendWith<ExtensionTable & ChangeMessages>((message) =>
    browser.runtime.sendMessage(message),
  ),
  readAreChangesAllowed: async () =>
    (await (await import('#store/settings')).readSettings()).areChangesAllowed,
  readActions: async (since) => (await store()).actions(since),
  readSilences: async () => (await store()).silences(),
  subscribe: (onChanged) => {
    const channel = new BroadcastChannel(CHANGED_CHANNEL);
    channel.onmessage = onChanged;
    return () => channel.close();
  },
  openUrl: (url) => void browser.tabs.create({ url }),
  openOptions: () => void browser.runtime.openOptionsPage(),
  requestAccess: requestHostAccess,
  copyText: (text) => navigator.clipboard.writeText(text),
  readPreference: (name) => localStorage.getItem(nameOf(name)),
  writePreference: (name, value) => {
    if (value === '') localStorage.removeItem(nameOf(name));
    else localStorage.setItem(nameOf(name), value);
  },
  now: Date.now,
};

/** Shows popup's page beside the tab and closes the popup; undefined where the browser has no such place. */
export const openBeside = (): (() => void) | undefined => {
  const { sidePanel, sidebarAction } = browser as {
    sidePanel?: { open(options: { windowId: number }): Promise<void> };
    sidebarAction?: { open(): Promise<void> };
  };
  if (sidebarAction) return () => void sidebarAction.open().then(() => window.close());
  if (!sidePanel) return undefined;
  const open = async (): Promise<void> => {
    const { id } = await browser.windows.getCurrent();
    if (id === undefined) return;
    await sidePanel.open({ windowId: id });
    window.close();
  };
  return () => void open();
};
