import type { WorkspaceId } from '#model';
import { createActionReader } from './actions.ts';
import { createAlertReader } from './alerts.ts';
import { createAskedReader } from './asked.ts';
import { type Connection, createConnection } from './connection.ts';
import { createOpener, type Opener } from './envelope.ts';
import { isPackedHead, type Times, unpackHead } from './head-packing.ts';
import { readSessionHead } from './head-place.ts';
import { unpackJournal } from './journal-packing.ts';
import { within } from './keys.ts';
import { oldestCheck } from './oldest-check.ts';
import { openForReading } from './open-cache.ts';
import { readStoredJournal } from './read-journal.ts';
import {
  isCacheReset,
  isFleetRecord,
  isHistoryRecord,
  isInboxFleetRecord,
  isIncidentRecord,
  isWorkspaceRecord,
} from './record-guards.ts';
import type { FleetRecord, Head, JournalRecord } from './records.ts';
import { createSessionReader } from './session-reader.ts';
import type { StoreReader } from './store-reader.ts';
import { whereKept } from './where-kept.ts';

/** The reading half of the store over any connection. */
export const createReader = (connection: Connection, opener: Opener): StoreReader => {
  const journal = (workspaceId: WorkspaceId): Promise<JournalRecord | undefined> =>
    connection.use(async (cache) => {
      const { store } = cache.transaction('journal');
      const stored = await readStoredJournal(store, opener, workspaceId);
      return stored && unpackJournal(stored);
    });

  const fleets = async (): Promise<FleetRecord[]> => {
    const rows = await connection.use((cache) => cache.getAll('fleet', within('campaigns')));
    return opener.all(rows ?? [], isFleetRecord);
  };

  // The times that belong to it are those of the session, so here they are made anew.
  const storedHead = async (): Promise<Head | undefined> => {
    const stored = await connection.use((cache) => cache.get('meta', 'head'));
    const packed = opener.one(stored, isPackedHead);
    if (packed === undefined) return undefined;
    const known = await fleets();
    const timeOf = async (id: WorkspaceId): Promise<Times[number]> =>
      oldestCheck(
        known.find(({ workspaceId }) => workspaceId === id),
        await journal(id),
      );
    const ids = packed.workspaces.map(([id]) => id as WorkspaceId);
    return unpackHead(packed, await Promise.all(ids.map(timeOf)));
  };

  return {
    ...createAskedReader(connection, opener),
    ...createAlertReader(connection, opener),
    ...createActionReader(connection, opener),
    head: async () => (await readSessionHead(opener)) ?? storedHead(),
    fleets,
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
  whereKept(createReader(createConnection(openForReading), createOpener()), createSessionReader(), {
    isKnown: async () => false,
    note: async () => undefined,
  });
