import type { CampaignId, InstantMs, WorkspaceId } from '#model';
import { type Connection, createConnection } from './connection.ts';
import { createOpener, type Opener } from './envelope.ts';
import { isPackedHead, unpackHead } from './head-packing.ts';
import { readSessionHead } from './head-place.ts';
import {
  isPackedCampaignIds,
  isPackedJournal,
  type PackedCampaignIds,
  unpackJournal,
} from './journal-packing.ts';
import { openForReading } from './open-cache.ts';
import {
  isCacheReset,
  isFleetRecord,
  isHistoryRecord,
  isInboxFleetRecord,
  isIncidentRecord,
  isWorkspaceRecord,
} from './record-guards.ts';
import type {
  CacheReset,
  FleetRecord,
  Head,
  HistoryRecord,
  InboxFleetRecord,
  IncidentRecord,
  JournalRecord,
  WorkspaceRecord,
} from './records.ts';

/** Reads what the background stored. Everything is empty or undefined until it did. Every function throws StoreError. */
export interface StoreReader {
  /** The first thing to paint. */
  head(): Promise<Head | undefined>;
  /** In the order that the user chose. */
  workspaces(): Promise<WorkspaceRecord[]>;
  fleet(workspaceId: WorkspaceId): Promise<FleetRecord | undefined>;
  fleets(): Promise<FleetRecord[]>;
  inboxes(workspaceId: WorkspaceId): Promise<InboxFleetRecord | undefined>;
  journal(workspaceId: WorkspaceId): Promise<JournalRecord | undefined>;
  /** Changes of one campaign's verdict, oldest first. */
  history(workspaceId: WorkspaceId, campaignId: CampaignId): Promise<HistoryRecord[]>;
  /** Changes of all verdicts of a workspace since an instant, oldest first. */
  historyOf(workspaceId: WorkspaceId, since: InstantMs): Promise<HistoryRecord[]>;
  /** Every occurrence there is, open and past, the latest start first. */
  incidents(): Promise<IncidentRecord[]>;
  /** Every occurrence that is pending or firing. */
  openIncidents(): Promise<IncidentRecord[]>;
  /** Set when everything had to be read anew. */
  cacheReset(): Promise<CacheReset | undefined>;
  /** Stored values that did not parse and were left out since this reader was opened. */
  quarantined(): number;
  close(): Promise<void>;
}

/** All keys that begin with the given parts. */
export const within = (...parts: readonly string[]): IDBKeyRange =>
  IDBKeyRange.bound([...parts], [...parts, []]);

/** The reading half of the store over any connection. */
export const createReader = (connection: Connection, opener: Opener): StoreReader => {
  const head = async (): Promise<Head | undefined> =>
    (await readSessionHead(opener)) ??
    unpackHead(
      opener.one(await connection.use((cache) => cache.get('meta', 'head')), isPackedHead),
    );

  const journal = (workspaceId: WorkspaceId): Promise<JournalRecord | undefined> =>
    connection.use(async (cache) => {
      const rows = cache.transaction('journal').store;
      const [packed, listed] = await Promise.all([
        rows.get(['slice', workspaceId]),
        rows.get(['campaigns', workspaceId]),
      ]);
      const slice = opener.one(packed, isPackedJournal);
      const ids = opener.one<PackedCampaignIds>(listed, isPackedCampaignIds);
      return slice && ids && unpackJournal(slice, ids);
    });

  return {
    head,
    journal,
    workspaces: async () => {
      const rows = await connection.use((cache) => cache.getAll('workspaces'));
      return opener.all(rows ?? [], isWorkspaceRecord).sort((a, b) => a.order - b.order);
    },
    fleet: async (workspaceId) =>
      opener.one(
        await connection.use((cache) => cache.get('fleet', ['campaigns', workspaceId])),
        isFleetRecord,
      ),
    fleets: async () => {
      const rows = await connection.use((cache) => cache.getAll('fleet', within('campaigns')));
      return opener.all(rows ?? [], isFleetRecord);
    },
    inboxes: async (workspaceId) =>
      opener.one(
        await connection.use((cache) => cache.get('fleet', ['inboxes', workspaceId])),
        isInboxFleetRecord,
      ),
    history: async (workspaceId, campaignId) => {
      const range = within(workspaceId, campaignId);
      const rows = await connection.use((cache) => cache.getAll('history', range));
      return opener.all(rows ?? [], isHistoryRecord);
    },
    historyOf: async (workspaceId, since) => {
      const range = IDBKeyRange.bound([workspaceId, since], [workspaceId, []]);
      const rows = await connection.use((cache) =>
        cache.getAllFromIndex('history', 'byWorkspaceAndTime', range),
      );
      return opener.all(rows ?? [], isHistoryRecord);
    },
    incidents: async () => {
      const rows = await connection.use((cache) => cache.getAll('incidents'));
      return opener
        .all(rows ?? [], isIncidentRecord)
        .sort((a, b) => b.incident.since - a.incident.since);
    },
    openIncidents: async () => {
      const rows = await connection.use(async (cache) => {
        const byState = cache.transaction('incidents').store.index('byState');
        return Promise.all([byState.getAll('firing'), byState.getAll('pending')]);
      });
      return opener.all((rows ?? []).flat(), isIncidentRecord);
    },
    cacheReset: async () =>
      opener.one(await connection.use((cache) => cache.get('meta', 'reset')), isCacheReset),
    quarantined: opener.quarantined,
    close: connection.close,
  };
};

/** Opens the store for reading, on a page of the extension. Nothing is opened before the first question. */
export const openReader = (): StoreReader =>
  createReader(createConnection(openForReading), createOpener());
