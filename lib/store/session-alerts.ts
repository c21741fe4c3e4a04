import { browser } from 'wxt/browser';
import type { AlertRules, InstantMs, Silence, WorkspaceId } from '#model';
import {
  type AlertBookRecord,
  type DeliveryRecord,
  MOST_DELIVERIES,
  MOST_SILENCES,
  type NoticeRecord,
} from './alert-records.ts';
import type { AlertWriter } from './alert-writer.ts';
import { type AlertReader, noticesAfter } from './alerts.ts';
import { firstRules } from './first-rules.ts';
import { toStoreError } from './store-error.ts';

/** What people are told, as one value of the session. The log, which grows, is left out. */
interface KeptAlerts {
  readonly rules: AlertRules;
  readonly silences: readonly Silence[];
  readonly books: readonly AlertBookRecord[];
  readonly notices: readonly NoticeRecord[];
  readonly deliveries: readonly DeliveryRecord[];
  readonly digestAt: InstantMs | null;
}

const NAME = 'alerts';
const none = (): KeptAlerts => ({
  rules: firstRules(),
  silences: [],
  books: [],
  notices: [],
  deliveries: [],
  digestAt: null,
});

// The session lives no longer than the version that wrote it.
const read = async (): Promise<KeptAlerts> =>
  ((await browser.storage.session.get(NAME))[NAME] as KeptAlerts | undefined) ?? none();

const change = async (part: (kept: KeptAlerts) => Partial<KeptAlerts>): Promise<KeptAlerts> => {
  const kept = await read();
  const changed = { ...kept, ...part(kept) };
  try {
    await browser.storage.session.set({ [NAME]: changed });
  } catch (error) {
    throw toStoreError(error);
  }
  return changed;
};

/** The reading half where the browser keeps no databases. */
export const sessionAlertReader: AlertReader = {
  alertRules: async () => (await read()).rules,
  silences: async () => (await read()).silences,
  alertBooks: async () => [...(await read()).books],
  alertLog: async () => [],
  notices: async () => (await read()).notices,
  lastDigestAt: async () => (await read()).digestAt,
  deliveries: async () => [...(await read()).deliveries],
};

/** The writing half. Each call writes once: all of it is kept or nothing. */
export const sessionAlertWriter: AlertWriter = {
  putAlertRules: async (rules) => {
    await change(() => ({ rules }));
  },
  changeSilences: async (changed) =>
    (await change(({ silences }) => ({ silences: changed(silences).slice(-MOST_SILENCES) })))
      .silences,
  changeNotices: async (changed) => {
    await change(({ notices }) => ({ notices: changed(notices) }));
  },
  changeDeliveries: async (changed) =>
    (
      await change(({ deliveries }) => ({
        deliveries: changed(deliveries).slice(-MOST_DELIVERIES),
      }))
    ).deliveries,
  commitAlerts: async (commit) => {
    const { books = [], notices = [], endedSilenceIds = [], deliveries = [] } = commit;
    const ids = new Set(books.map(({ workspaceId }) => workspaceId));
    await change((kept) => ({
      digestAt: commit.digestAt ?? kept.digestAt,
      books: [...kept.books.filter(({ workspaceId }) => !ids.has(workspaceId)), ...books],
      notices: noticesAfter(kept.notices, notices),
      silences: kept.silences.filter(({ id }) => !endedSilenceIds.includes(id)),
      deliveries: [
        ...new Map([...deliveries, ...kept.deliveries].map((one) => [one.id, one])).values(),
      ].slice(-MOST_DELIVERIES),
    }));
  },
};

/** Forgets what is told of a workspace. */
export const forgetAlerts = async (id: WorkspaceId): Promise<void> => {
  await change(({ silences, books, notices, deliveries }) => ({
    silences: silences.filter(({ scope }) => scope.workspaceId !== id),
    books: books.filter(({ workspaceId }) => workspaceId !== id),
    notices: notices.filter(({ notice }) => notice.workspaceId !== id),
    deliveries: deliveries.filter(({ notice }) => notice.workspaceId !== id),
  }));
};
