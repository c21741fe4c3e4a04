import { type Gateway, metered } from '#gateway';
import { type ClientOptions, createClient, type InstantlyClient } from '#instantly';
import type { WorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';
import { loadJournal } from '../load-memory.ts';
import type { WorkspacesPort } from './port.ts';

/** Resolves when one request may go out. */
export type Pay = () => Promise<void>;

/** A connected workspace; undefined for an id that is not, or only the demo's. */
export const findConnected = async (
  { store }: Pick<WorkspacesPort, 'store'>,
  id: WorkspaceId,
): Promise<WorkspaceRecord | undefined> =>
  (await store.workspaces()).find((workspace) => workspace.id === id && !workspace.isDemo);

/** The gateway of a connected workspace: all that is asked about it goes through its budget. */
export const gatewayOf = async (
  { store, gateways, now }: Pick<WorkspacesPort, 'store' | 'gateways' | 'now'>,
  workspace: WorkspaceRecord,
): Promise<Gateway> =>
  gateways.of({ workspace, journal: await loadJournal(store, workspace, now()) });

/** Who pays for asking about a workspace: its own budget if it is connected, else the one of connecting. */
export const payerFor = async (port: WorkspacesPort, id: WorkspaceId): Promise<Pay> => {
  const workspace = await findConnected(port, id);
  if (workspace === undefined) return port.allowance.pay;
  const gateway = await gatewayOf(port, workspace);
  return () => gateway.pay('user');
};

/** A client for asking beside the gateways, with a key that no workspace stands for yet. `pay` goes before every request. */
export const openClient = (
  { fetch, now }: Pick<WorkspacesPort, 'fetch' | 'now'>,
  options: Pick<ClientOptions, 'key' | 'asWorkspace'>,
  pay: Pay,
): InstantlyClient =>
  metered(createClient({ ...options, fetch, now }), async (ask) => {
    await pay();
    return ask();
  });
