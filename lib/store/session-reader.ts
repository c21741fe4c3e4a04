import { createOpener } from './envelope.ts';
import { readSessionHead } from './head-place.ts';
import { sessionActionReader } from './session-actions.ts';
import { sessionAlertReader } from './session-alerts.ts';
import { readKept, readKeptOf } from './session-cache.ts';
import type { StoreReader } from './store-reader.ts';

const nothing = async (): Promise<never[]> => [];
const missing = async (): Promise<undefined> => undefined;

/** The reading half of the store where the browser keeps no databases: what this run of the browser knows. */
export const createSessionReader = (): StoreReader => {
  const incidents: StoreReader['incidents'] = async () =>
    (await readKept()).flatMap((kept) => kept.incidents ?? []);
  return {
    ...sessionAlertReader,
    head: () => readSessionHead(createOpener()),
    workspaces: async () =>
      (await readKept()).map(({ workspace }) => workspace).sort((a, b) => a.order - b.order),
    fleet: async (id) => (await readKeptOf(id))?.fleet,
    fleets: async () => (await readKept()).flatMap(({ fleet }) => fleet ?? []),
    inboxes: async (id) => (await readKeptOf(id))?.inboxes,
    journal: async (id) => (await readKeptOf(id))?.journal,
    history: nothing,
    historyOf: nothing,
    incidents,
    openIncidents: incidents,
    observation: async (id, campaignId) =>
      (await readKeptOf(id))?.observations?.find((one) => one.campaignId === campaignId),
    observations: async (id) => [...((await readKeptOf(id))?.observations ?? [])],
    ...sessionActionReader,
    sentDays: missing,
    campaignTags: missing,
    cacheReset: missing,
    quarantined: () => 0,
    close: missing,
  };
};
