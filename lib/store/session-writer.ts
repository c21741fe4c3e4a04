import { forgetActions, keepAction } from './session-actions.ts';
import { forgetAlerts, sessionAlertWriter } from './session-alerts.ts';
import { forget, keep, readKeptOf } from './session-cache.ts';
import { createSessionReader } from './session-reader.ts';
import { StoreError } from './store-error.ts';
import type { StoreWriter } from './store-writer.ts';

const refuse = (): Promise<never> => Promise.reject(new StoreError('refused'));

/** A list after some of it was written anew. */
const laidOver = <Item>(
  known: readonly Item[] = [],
  changed: readonly Item[] = [],
  idOf: (item: Item) => string,
): readonly Item[] => [
  ...new Map([...known, ...changed].map((item) => [idOf(item), item])).values(),
];

/** The whole store in the memory of this run of the browser. Each workspace is written whole or not at all. */
export const createSessionWriter = (
  buildHeadOf: (
    store: Pick<StoreWriter, 'workspaces' | 'fleets' | 'openIncidents' | 'alertBooks' | 'journal'>,
  ) => ReturnType<StoreWriter['refreshHead']>,
): StoreWriter => {
  const reader = createSessionReader();
  const refreshHead = () => buildHeadOf(reader);
  return {
    ...reader,
    ...sessionAlertWriter,
    refreshHead,
    commitSlice: async ({ workspaceId, history: _, goneCampaignIds = [], ...slice }) => {
      const kept = await readKeptOf(workspaceId);
      if (kept?.workspace.generation !== slice.journal.generation) {
        throw new StoreError('superseded');
      }
      await keep({
        ...kept,
        ...slice,
        workspace: slice.workspace ?? kept.workspace,
        observations: laidOver(
          kept.observations,
          slice.observations,
          ({ campaignId }) => campaignId,
        ).filter(({ campaignId }) => !goneCampaignIds.includes(campaignId)),
        // What is over is history, which is not kept.
        incidents: laidOver(kept.incidents, slice.incidents, ({ incident }) => incident.id).filter(
          ({ state }) => state !== 'resolved',
        ),
      });
    },
    putWorkspace: async (workspace) => keep({ ...(await readKeptOf(workspace.id)), workspace }),
    updateWorkspace: async (id, change) => {
      const kept = await readKeptOf(id);
      if (kept === undefined) return undefined;
      const workspace = change(kept.workspace);
      await keep({ ...kept, workspace });
      return workspace;
    },
    removeWorkspace: async (id) => {
      await forget(id);
      await forgetAlerts(id);
      await forgetActions(id);
      await refreshHead();
    },
    replaceWorkspace: refuse,
    putAsked: refuse,
    addAction: (record) => keepAction(record, true),
    putAction: async (record) => {
      await keepAction(record, false);
    },
    addPast: refuse,
    prunePast: async () => undefined,
    pruneHistory: async () => undefined,
  };
};
