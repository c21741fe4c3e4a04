import type { WorkspaceRecord } from '#store/read';
import { apiKeySecretId, type Vault, workspaceOfSecretId } from '#vault';
import type { WorkspacesPort } from './port.ts';

type Place = Pick<WorkspaceRecord, 'id' | 'adminId'>;

/** Erases the keys of a workspace, whomever they came from, but for the one under `keptSecretId`. */
export const removeKeys = async (
  vault: Vault,
  { id }: Pick<Place, 'id'>,
  keptSecretId?: string,
): Promise<void> => {
  for (const secretId of await vault.list()) {
    if (workspaceOfSecretId(secretId) === id && secretId !== keptSecretId) {
      await vault.remove(secretId);
    }
  }
};

/** Keeps a workspace with its key and no other: the secret before the record, so that no record stands without its key. */
export const keepRecord = async (
  { vault, store }: Pick<WorkspacesPort, 'vault' | 'store'>,
  record: WorkspaceRecord,
  key: string,
): Promise<void> => {
  const secretId = apiKeySecretId(record.id, record.adminId);
  await vault.put(secretId, key);
  await removeKeys(vault, record, secretId);
  await store.putWorkspace(record);
};

/** The key of a workspace; undefined when there is none. Throws VaultError. */
export const keyOf = (vault: Vault, { id, adminId }: Place): Promise<string | undefined> =>
  vault.get(apiKeySecretId(id, adminId));
