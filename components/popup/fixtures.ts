import { vi } from 'vitest';
import { MINUTE_MS, type Verdict } from '#model';
import type { Reader } from '#words';
import {
  cause,
  fleet,
  fleetRecord,
  headOf,
  incident,
  NOW,
  verdict,
  workspaceRecord,
} from '../fixtures.ts';
import { mountPopup, type PopupPorts } from './index.tsx';

/** Figures of every kind. */
export const richCounters: Verdict['counters'] = {
  sentToday: 60,
  limitPerDay: 100,
  newLeadsToday: 12,
  newLeadsPerDay: 30,
  inboxes: {
    total: 8,
    available: 3,
    atDailyLimit: 2,
    atSlowRampLimit: 0,
    disconnected: 2,
    inGap: 1,
  },
  followUpsWaiting: 14,
  nextFollowUpAt: NOW + 3 * 60 * MINUTE_MS,
};

export const same = (mails: number) => ({ worst: mails, mean: mails, best: mails });

export const capacity: Verdict['capacity'] = {
  today: same(100),
  remaining: same(40),
  bottleneck: 'campaign_limit',
  withoutBottleneck: same(186),
  nextBottleneck: null,
  limitHitAt: null,
  assumed: [],
  contendedToday: null,
};

let unmount = (): void => undefined;

/** Puts the popup up, over ports that are calm where nothing else is given. */
export const open = (
  ports: Partial<PopupPorts> = {},
  verdicts: readonly Verdict[] = fleet,
  reader: Reader = { locale: 'en', timeZone: 'UTC' },
) => {
  const records = [workspaceRecord()];
  const all: PopupPorts = {
    readHead: async () => headOf(records, verdicts, [incident]),
    readWorkspaces: async () => records,
    readFleets: async () => [fleetRecord(verdicts)],
    readTrouble: async () => null,
    readAreChangesAllowed: async () => true,
    readJournals: async () => [],
    readActions: async () => [],
    readSilences: async () => [],
    readInboxes: async () => [],
    readObservation: async () => undefined,
    readObservations: async () => [],
    readCampaignTags: async () => [],
    readHistory: async () => [],
    requestAccess: async () => true,
    readPreference: () => null,
    writePreference: vi.fn(),
    send: vi.fn(async () => ({ ok: true })) as unknown as PopupPorts['send'],
    subscribe: () => () => undefined,
    openUrl: vi.fn(),
    openOptions: vi.fn(),
    copyText: vi.fn(async () => undefined),
    now: () => NOW,
    ...ports,
  };
  const app = document.createElement('div');
  app.innerHTML = '<header></header><main></main>';
  document.body.replaceChildren(app);
  unmount = mountPopup(app, all, reader);
  return all;
};

export const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

export const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';

export const rows = () => all('[data-campaign-id]').map(({ dataset }) => dataset['campaignId']);

export const shown = (selector: string) =>
  vi.waitFor(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  });

/** Presses a key where the focus is. */
export const key = (name: string) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );

/** The popup with one campaign of which everything is known. */
export const openRich = (ports: Partial<PopupPorts> = {}, rest: Partial<Verdict> = {}) =>
  open(ports, [
    verdict(1, 'blocked', {
      name: 'Rich',
      counters: richCounters,
      capacity,
      causes: [
        cause('inbox_login_lost', {
          params: { count: 2, addresses: ['anna@nw-mail.co', 'piet@nw-mail.co'] },
          loss: 60,
        }),
        cause('instantly_error', { params: { message: 'A snag of ours.' } }),
      ],
      ...rest,
    }),
  ]);

/** Opens the first row. */
export const openRow = async () => {
  // With all campaigns there: the head leaves figures out.
  await shown('[role=status]');
  (await shown('[data-campaign-id] > button')).click();
  return shown('.detail');
};

/** Code that the popup fetches after its first paint: for what is not about the moments before it is there. */
export const loadLiving = (): Promise<unknown> =>
  Promise.all([import('./model.ts'), import('./listen-to-keys.ts')]);

/** Takes the popup down that `open` put up. */
export const closePopup = (): void => unmount();
