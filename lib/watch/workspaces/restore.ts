import { GatewayError } from '#gateway';
import { InstantlyError } from '#instantly';
import type { KeyAbilities } from '#model';
import type { WorkspaceRecord } from '#store/read';
import { apiKeySecretId, keyPlaceOf, type Vault, VaultError } from '#vault';
import { gatewayOf } from './asking.ts';
import type { WorkspacesPort } from './port.ts';
import { nextOrder, recordOf } from './record.ts';

const NOTHING_TRIED: KeyAbilities = {
  readCampaigns: undefined,
  readInboxes: undefined,
  readWorkspace: undefined,
  readSubsequences: undefined,
  readTags: undefined,
  readAnalytics: undefined,
};

/** Empty while the vault is locked; undefined when there is no key. */
const readableKey = async (vault: Vault, secretId: string): Promise<string | undefined> => {
  try {
    return await vault.get(secretId);
  } catch (error) {
    if (error instanceof VaultError && error.problem === 'locked') return '';
    throw error;
  }
};

/**
 * Takes up again every workspace whose key is in the vault but whose record is not: the cache was lost or made anew,
 * the keys never are (ARCHITECTURE.md 3). Everything else is read anew from Instantly.
 */
export const restoreWorkspaces = async ({
  store,
  vault,
  now,
}: Pick<WorkspacesPort, 'store' | 'vault' | 'now'>): Promise<void> => {
  const known = new Set((await store.workspaces()).map(({ id }) => id));
  // A key of its own comes before one of an admin: both are there only when a replacement was cut short.
  const places = (await vault.list())
    .flatMap((secretId) => keyPlaceOf(secretId) ?? [])
    .sort((a, b) => Number(a.adminId !== undefined) - Number(b.adminId !== undefined));
  for (const { workspaceId: id, adminId } of places) {
    if (known.has(id)) continue;
    const key = await readableKey(vault, apiKeySecretId(id, adminId));
    if (key === undefined) continue;
    const order = nextOrder(await store.workspaces());
    const parts = { id, adminId, name: '', key, order, now: now() };
    await store.putWorkspace(recordOf({ ...parts, abilities: NOTHING_TRIED, missingScopes: [] }));
    known.add(id);
  }
};

type NamingPort = Pick<WorkspacesPort, 'store' | 'vault' | 'gateways' | 'now'>;

const STOPPED: ReadonlySet<WorkspaceRecord['state']['kind']> = new Set(['key_rejected', 'no_plan']);

const askName = async (port: NamingPort, workspace: WorkspaceRecord): Promise<void> => {
  const { id } = workspace;
  const change = (part: Partial<WorkspaceRecord>, readWorkspace: boolean): Promise<unknown> =>
    port.store.updateWorkspace(id, (standing) => ({
      ...standing,
      ...part,
      name: standing.name || part.name || '',
      abilities: { ...standing.abilities, readWorkspace },
    }));
  try {
    const gateway = await gatewayOf(port, workspace);
    const { value } = await gateway.request('rest', (client) => client.currentWorkspace());
    await change({ name: workspace.adminId && value.id !== id ? '' : value.name }, true);
  } catch (error) {
    if (error instanceof InstantlyError && error.kind === 'scope_missing') {
      const missingScopes = [...new Set([...workspace.missingScopes, ...error.scopes])];
      await change({ missingScopes }, false);
    } else if (
      // Not now, then: the next check asks again.
      !(error instanceof InstantlyError || error instanceof GatewayError) &&
      !(error instanceof VaultError)
    ) {
      throw error;
    }
  }
};

/**
 * Reads what a restored workspace lacks: the end of its key, once that can be read, and its name. Each is tried once
 * a check until it is known, the name within the workspace's budget.
 */
export const completeRestored = async (port: NamingPort): Promise<void> => {
  for (const workspace of await port.store.workspaces()) {
    if (workspace.isDemo) continue;
    if (workspace.keyTail === '') {
      const key = await readableKey(port.vault, apiKeySecretId(workspace.id, workspace.adminId));
      if (!key) continue;
      await port.store.updateWorkspace(workspace.id, (standing) => ({
        ...standing,
        keyTail: key.slice(-4),
      }));
    }
    const isTried = workspace.abilities.readWorkspace !== undefined;
    if (workspace.name !== '' || isTried || STOPPED.has(workspace.state.kind)) continue;
    await askName(port, workspace);
  }
};

/**
 * To be called before each check: restores once in the life of a worker, or until it succeeded, then completes what is
 * not whole. Checks that come meanwhile wait for the same.
 */
export const createRestoring = (port: WorkspacesPort): (() => Promise<void>) => {
  let isRestored = false;
  let running: Promise<void> | null = null;
  const restore = async (): Promise<void> => {
    if (!isRestored) await restoreWorkspaces(port);
    isRestored = true;
    await completeRestored(port);
  };
  return () => {
    running ??= restore().finally(() => {
      running = null;
    });
    return running;
  };
};
