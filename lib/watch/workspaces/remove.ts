import type { WorkspaceId } from '#model';
import { removeKeys } from './keys.ts';
import type { WorkspacesPort } from './port.ts';

/** Forgets a workspace: first its key, then everything that was stored about it. */
export const removeWorkspace = async (
  { store, vault, gateways }: Pick<WorkspacesPort, 'store' | 'vault' | 'gateways'>,
  workspaceId: WorkspaceId,
): Promise<void> => {
  gateways.close(workspaceId);
  await removeKeys(vault, { id: workspaceId });
  await store.removeWorkspace(workspaceId);
};
