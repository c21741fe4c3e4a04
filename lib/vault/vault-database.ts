import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { VaultError } from './vault-error.ts';

/** The vault has a database of its own: the cache beside it can be erased and made anew without it. */
export const VAULT_NAME = 'sendwatch-vault';
const VAULT_VERSION = 1;

/** One secret as it is stored. */
export interface SealedSecret {
  readonly v: 1;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
}

interface VaultSchema extends DBSchema {
  keys: { key: string; value: { readonly v: 1; readonly key: CryptoKey } };
  secrets: { key: string; value: SealedSecret };
}

export type VaultDatabase = IDBPDatabase<VaultSchema>;

const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : '');

const toVaultError = (error: unknown): VaultError => {
  if (error instanceof VaultError) return error;
  const isFull = nameOf(error) === 'QuotaExceededError';
  return new VaultError(isFull ? 'quota_exceeded' : 'vault_unavailable', { cause: error });
};

const openVaultDatabase = async (): Promise<VaultDatabase> => {
  try {
    return await openDB<VaultSchema>(VAULT_NAME, VAULT_VERSION, {
      upgrade: (database) => {
        for (const store of ['keys', 'secrets'] as const) {
          if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
        }
      },
    });
  } catch (error) {
    if (nameOf(error) !== 'VersionError') throw error;
    // A later Sendwatch wrote it. Nothing here is ever erased: it is used as it stands.
    return openDB<VaultSchema>(VAULT_NAME);
  }
};

/** Opens the vault for one piece of work and closes it again. Throws VaultError. */
export const withVault = async <T>(work: (database: VaultDatabase) => Promise<T>): Promise<T> => {
  try {
    const database = await openVaultDatabase();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw toVaultError(error);
  }
};
