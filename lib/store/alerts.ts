import type { AlertLogRecord, AlertRules, InstantMs, Silence, WorkspaceId } from '#model';
import {
  type AlertBookRecord,
  type DeliveryRecord,
  isAlertBookRecord,
  isAlertLogRecord,
  isAlertRules,
  isDeliveryRecord,
  isDigestTime,
  isNoticeRecords,
  isSilences,
  MOST_DELIVERIES,
  MOST_NOTICES,
  MOST_SILENCES,
  type NoticeRecord,
} from './alert-records.ts';
import type { Connection } from './connection.ts';
import { type Opener, wrap } from './envelope.ts';
import { firstRules } from './first-rules.ts';
import { within } from './keys.ts';
import type { WriteTransaction } from './transaction.ts';

/** What people are told, and what they want to be told. */
export interface AlertReader {
  /** As the user chose them; until then `firstRules`. */
  alertRules(): Promise<AlertRules>;
  /** Every silence that was not taken back and has not ended, the oldest first. */
  silences(): Promise<readonly Silence[]>;
  /** What the alerting remembers of each workspace. */
  alertBooks(): Promise<AlertBookRecord[]>;
  /** Transitions of alerts since an instant, oldest first; at most 90 days are kept. */
  alertLog(since: InstantMs): Promise<AlertLogRecord[]>;
  /** The last notices, oldest first. */
  notices(): Promise<readonly NoticeRecord[]>;
  /** When the last digest was given; null before the first. */
  lastDigestAt(): Promise<InstantMs | null>;
  /** What waits to be delivered to webhooks, oldest first. */
  deliveries(): Promise<DeliveryRecord[]>;
}

/** What one step of the alerting found. Only what changed needs to be in it. */
export interface AlertCommit {
  readonly books?: readonly AlertBookRecord[];
  readonly log?: readonly AlertLogRecord[];
  /** New ones, and those that changed; the same id replaces. */
  readonly notices?: readonly NoticeRecord[];
  readonly endedSilenceIds?: readonly string[];
  /** A digest was given at this instant. */
  readonly digestAt?: InstantMs;
  /** New ones; one that waits already stays as it is. */
  readonly deliveries?: readonly DeliveryRecord[];
}

/** The reading half over any connection. */
export const createAlertReader = (connection: Connection, opener: Opener): AlertReader => ({
  alertRules: async () =>
    opener.one(await connection.use((cache) => cache.get('alerts', ['rules'])), isAlertRules) ??
    firstRules(),
  silences: async () =>
    opener.one(await connection.use((cache) => cache.get('alerts', ['silences'])), isSilences) ??
    [],
  alertBooks: async () => {
    const rows = await connection.use((cache) => cache.getAll('alerts', within('book')));
    return opener.all(rows ?? [], isAlertBookRecord);
  },
  alertLog: async (since) => {
    const range = IDBKeyRange.lowerBound(since);
    const rows = await connection.use((cache) =>
      cache.getAllFromIndex('alertLog', 'byTime', range),
    );
    return opener.all(rows ?? [], isAlertLogRecord);
  },
  notices: async () =>
    opener.one(
      await connection.use((cache) => cache.get('alerts', ['notices'])),
      isNoticeRecords,
    ) ?? [],
  lastDigestAt: async () =>
    opener.one(await connection.use((cache) => cache.get('alerts', ['digest'])), isDigestTime)
      ?.at ?? null,
  deliveries: async () => {
    const rows = await connection.use((cache) => cache.getAll('alerts', within('delivery')));
    return opener.all(rows ?? [], isDeliveryRecord).sort((a, b) => a.at - b.at);
  },
});

/** Notices after some of them changed: one of each id, the latest at the end. */
export const noticesAfter = (
  known: readonly NoticeRecord[],
  changed: readonly NoticeRecord[],
): readonly NoticeRecord[] => {
  const ids = new Set(changed.map(({ notice }) => notice.id));
  return [...known.filter(({ notice }) => !ids.has(notice.id)), ...changed].slice(-MOST_NOTICES);
};

/** Changes silences as they stand in this transaction; gives those that stand after it. */
export const changeSilencesIn = async (
  transaction: WriteTransaction,
  opener: Opener,
  change: (silences: readonly Silence[]) => readonly Silence[],
): Promise<readonly Silence[]> => {
  const alerts = transaction.objectStore('alerts');
  const known = opener.one(await alerts.get(['silences']), isSilences) ?? [];
  const changed = change(known);
  if (changed === known) return known;
  const kept = changed.slice(-MOST_SILENCES);
  await alerts.put(wrap(kept), ['silences']);
  return kept;
};

/** Changes notices as they stand in this transaction. */
export const changeNoticesIn = async (
  transaction: WriteTransaction,
  opener: Opener,
  change: (notices: readonly NoticeRecord[]) => readonly NoticeRecord[],
): Promise<void> => {
  const alerts = transaction.objectStore('alerts');
  const known = opener.one(await alerts.get(['notices']), isNoticeRecords) ?? [];
  const changed = change(known);
  if (changed !== known) await alerts.put(wrap(changed), ['notices']);
};

/** Changes what waits for webhooks as it stands in this transaction; gives what waits after it. */
export const changeDeliveriesIn = async (
  transaction: WriteTransaction,
  opener: Opener,
  change: (deliveries: readonly DeliveryRecord[]) => readonly DeliveryRecord[],
): Promise<readonly DeliveryRecord[]> => {
  const alerts = transaction.objectStore('alerts');
  const known = opener.all(await alerts.getAll(within('delivery')), isDeliveryRecord);
  const changed = change(known.sort((a, b) => a.at - b.at));
  const kept = new Map(changed.slice(-MOST_DELIVERIES).map((one) => [one.id, one]));
  for (const { id } of known) if (!kept.has(id)) await alerts.delete(['delivery', id]);
  for (const one of kept.values()) {
    if (!known.includes(one)) await alerts.put(wrap(one), ['delivery', one.id]);
  }
  return [...kept.values()];
};

/** Writes one step. What belongs to a workspace that was removed meanwhile is dropped. */
export const writeAlerts = async (
  transaction: WriteTransaction,
  opener: Opener,
  commit: AlertCommit,
): Promise<void> => {
  const { books = [], log = [], notices = [], endedSilenceIds = [], deliveries = [] } = commit;
  const standing = new Set<string>(await transaction.objectStore('workspaces').getAllKeys());
  const isThere = ({ workspaceId }: { readonly workspaceId: WorkspaceId | null }): boolean =>
    workspaceId === null || standing.has(workspaceId);
  const alerts = transaction.objectStore('alerts');
  const alertLog = transaction.objectStore('alertLog');
  for (const book of books.filter(isThere)) {
    await alerts.put(wrap(book), ['book', book.workspaceId]);
  }
  for (const one of log.filter(isThere)) {
    const { workspaceId, at, campaignId, code, kind } = one;
    await alertLog.put(wrap(one), [workspaceId, at, campaignId ?? '', code, kind]);
  }
  if (commit.digestAt !== undefined) await alerts.put(wrap({ at: commit.digestAt }), ['digest']);
  const told = notices.filter(({ notice }) => isThere(notice));
  if (told.length > 0) {
    await changeNoticesIn(transaction, opener, (known) => noticesAfter(known, told));
  }
  if (endedSilenceIds.length > 0) {
    await changeSilencesIn(transaction, opener, (known) =>
      known.filter(({ id }) => !endedSilenceIds.includes(id)),
    );
  }
  if (deliveries.length > 0) {
    await changeDeliveriesIn(transaction, opener, (known) => {
      const waiting = new Set(known.map(({ id }) => id));
      return [
        ...known,
        ...deliveries.filter(({ id, notice }) => !waiting.has(id) && isThere(notice)),
      ];
    });
  }
};

/** Erases what is told of a workspace. */
export const eraseAlerts = async (
  transaction: WriteTransaction,
  opener: Opener,
  id: WorkspaceId,
): Promise<void> => {
  const isElsewhere = ({ workspaceId }: { readonly workspaceId: WorkspaceId | null }): boolean =>
    workspaceId !== id;
  await transaction.objectStore('alerts').delete(['book', id]);
  await transaction.objectStore('alertLog').delete(within(id));
  await changeSilencesIn(transaction, opener, (known) =>
    known.every(({ scope }) => isElsewhere(scope))
      ? known
      : known.filter(({ scope }) => isElsewhere(scope)),
  );
  await changeNoticesIn(transaction, opener, (known) =>
    known.every(({ notice }) => isElsewhere(notice))
      ? known
      : known.filter(({ notice }) => isElsewhere(notice)),
  );
  await changeDeliveriesIn(transaction, opener, (known) =>
    known.filter(({ notice }) => isElsewhere(notice)),
  );
};
