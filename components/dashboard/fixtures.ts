import { vi } from 'vitest';
import { HOUR_MS, type Verdict } from '#model';
import type { InboxFleetRecord, IncidentRecord } from '#store/read';
import type { Reader } from '#words';
import {
  fleet,
  fleetRecord,
  incident,
  journalRecord,
  NOW,
  WORKSPACE,
  workspaceRecord,
} from '../fixtures.ts';
import { type DashboardPorts, mountDashboard } from './index.tsx';

/** An incident that goes on. */
export const incidentRecord = (rest: Partial<IncidentRecord> = {}): IncidentRecord => ({
  incident,
  workspaceIds: [WORKSPACE],
  state: 'firing',
  acknowledgedAt: null,
  snoozedUntil: null,
  note: '',
  resolvedAt: null,
  ...rest,
});

export const noInboxes: InboxFleetRecord = {
  workspaceId: WORKSPACE,
  inboxes: [],
  days: [],
  tags: [],
  readAt: NOW,
};

/** A place with a history of its own, as a tab has. */
export const browsing = (start: string) => {
  const visited = [start];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    visited,
    readHash: () => visited.at(-1) ?? '',
    goTo: (hash: string) => {
      visited.push(hash);
      tell();
    },
    watchHash: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    back: () => {
      visited.pop();
      tell();
    },
  };
};

let unmount = (): void => undefined;

/** Puts the page up, over ports that are calm where nothing else is given. */
export const open = (
  ports: Partial<DashboardPorts> = {},
  verdicts: readonly Verdict[] = fleet,
  place = browsing(''),
  reader: Reader = { locale: 'en', timeZone: 'UTC' },
) => {
  const all: DashboardPorts = {
    readWorkspaces: async () => [workspaceRecord()],
    readFleets: async () => [fleetRecord(verdicts)],
    readTrouble: async () => null,
    readAreChangesAllowed: async () => true,
    readActions: async () => [],
    requestAccess: vi.fn(async () => true),
    readJournals: async () => [journalRecord({})],
    readInboxes: async () => [noInboxes],
    readIncidents: async () => [incidentRecord()],
    readHistory: async () => [],
    readSilences: async () => [],
    readAlertLog: async () => [],
    readObservations: async () => [],
    readCampaignTags: async () => [],
    readSentDays: async () => undefined,
    readObservation: async () => undefined,
    readColumns: () => null,
    keepColumns: vi.fn(),
    send: vi.fn(async () => ({
      ok: true,
      known: null,
      problem: null,
    })) as unknown as DashboardPorts['send'],
    subscribe: () => () => undefined,
    readHash: place.readHash,
    goTo: place.goTo,
    watchHash: place.watchHash,
    openUrl: vi.fn(),
    openOptions: vi.fn(),
    copyText: vi.fn(async () => undefined),
    download: vi.fn(),
    print: vi.fn(),
    now: () => NOW,
    ...ports,
  };
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  unmount = mountDashboard(app, all, reader);
  return all;
};

export const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

export const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';

export const rows = () =>
  all('tbody tr[data-campaign-id]').map(({ dataset }) => dataset['campaignId']);

export const shown = (selector: string) =>
  vi.waitFor(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  });

export const button = (name: string) =>
  vi.waitFor(() => {
    const found = all('button').find(({ textContent }) => textContent?.startsWith(name));
    if (!found) throw new Error(`no button ${name}`);
    return found;
  });

/** Presses a key where the focus is. */
export const press = (key: string, rest: KeyboardEventInit = {}) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest }),
  );

/** Types into a field. */
export const type = (selector: string, value: string) => {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** The page listens to keys a moment after its rows are there. */
export const openPalette = (held: KeyboardEventInit) =>
  vi.waitFor(() => {
    press('k', held);
    if (!document.querySelector('dialog.palette[open]')) throw new Error('no palette');
  });

export const since = NOW - HOUR_MS;

/** The page begins at its top. */
export const scrollUp = (): void => window.scrollTo(0, 0);

/** Takes the page down that `open` put up. */
export const closeDashboard = (): void => unmount();
