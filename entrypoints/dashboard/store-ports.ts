import { openReader, readTrouble } from '#store/read';
import type { DashboardPorts } from '../../components/dashboard/index.tsx';

type StorePorts = Pick<
  DashboardPorts,
  | 'readWorkspaces'
  | 'readFleets'
  | 'readTrouble'
  | 'readJournals'
  | 'readInboxes'
  | 'readIncidents'
  | 'readHistory'
  | 'readSentDays'
  | 'readObservation'
  | 'readActions'
  | 'readObservations'
  | 'readCampaignTags'
  | 'readSilences'
  | 'readAlertLog'
>;

/** What the dashboard reads of what the background stored. */
export const storePorts = (): StorePorts => {
  const store = openReader();
  const ofEach = async <T>(
    read: (id: Parameters<typeof store.fleet>[0]) => Promise<T>,
  ): Promise<NonNullable<T>[]> => {
    const workspaces = await store.workspaces();
    const values = await Promise.all(workspaces.map(({ id }) => read(id)));
    return values.filter((value) => value != null);
  };
  return {
    readWorkspaces: store.workspaces,
    readFleets: store.fleets,
    readTrouble,
    readJournals: () => ofEach(store.journal),
    readInboxes: () => ofEach(store.inboxes),
    readIncidents: store.incidents,
    readHistory: async (since) => (await ofEach((id) => store.historyOf(id, since))).flat(),
    readSentDays: store.sentDays,
    readObservation: store.observation,
    readActions: store.actions,
    readObservations: async () => (await ofEach(store.observations)).flat(),
    readCampaignTags: () => ofEach(store.campaignTags),
    readSilences: store.silences,
    readAlertLog: store.alertLog,
  };
};
