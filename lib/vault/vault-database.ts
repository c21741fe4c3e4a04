import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { ModeRecord } from './mode.ts';
import { isRefusal, toVaultError, VaultError } from './vault-error.ts';

/** The vault has a database of its own: the cache beside it can be erased and made anew without it. */
export const VAULT_NAME = 'sendwatch-vault';
const VAULT_VERSION = 1;

/** One secret as it is stored. */
export interface SealedSecret {
  readonly v: 1;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
}

/** Stands for a secret that is in the memory of the browser's session only: nothing of it is on the disk. */
export interface SessionMarker {
  readonly v: 1;
  readonly kept: 'session';
}

export const SESSION_MARKER: SessionMarker = { v: 1, kept: 'session' };

/** The key that belongs to this browser profile. */
export interface DeviceKeyRecord {
  readonly v: 1;
  readonly key: CryptoKey;
}

export type StoredSecret = SealedSecret | SessionMarker;

interface VaultSchema extends DBSchema {
  /** The device's key and the mode, each under its own name. */
  keys: { key: string; value: DeviceKeyRecord | ModeRecord };
  secrets: { key: string; value: StoredSecret };
}

export type VaultDatabase = IDBPDatabase<VaultSchema>;

/** A transaction over everything that the vault keeps on the disk. */
export type VaultTransaction = IDBPTransaction<VaultSchema, ['keys', 'secrets'], 'readwrite'>;

/** Names in the store of keys. */
export const DEVICE_KEY = 'aes-gcm-256';
export const MODE = 'mode';

const isFromLater = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'VersionError';

/** Says that there is no vault yet, and none was made. */
class NoVault extends Error {}

const openVaultDatabase = async (isMade: boolean): Promise<VaultDatabase> => {
  let isMissing = false;
  try {
    return await openDB<VaultSchema>(VAULT_NAME, VAULT_VERSION, {
      upgrade: (database, fromVersion, _to, transaction) => {
        if (fromVersion === 0 && !isMade) {
          isMissing = true;
          // The opening itself fails with the same error, and is where it is dealt with.
          transaction.done.catch(() => undefined);
          transaction.abort();
          return;
        }
        for (const store of ['keys', 'secrets'] as const) {
          if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
        }
      },
    });
  } catch (error) {
    if (isMissing) throw new NoVault();
    if (isRefusal(error)) throw new VaultError('refused', { cause: error });
    if (!isFromLater(error)) throw error;
    // A later Sendwatch wrote it. Nothing here is ever erased: it is used as it stands.
    return openDB<VaultSchema>(VAULT_NAME);
  }
};

const workIn = async <T>(
  database: VaultDatabase,
  work: (database: VaultDatabase) => Promise<T>,
): Promise<T> => {
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

/** Opens the vault for one piece of work and closes it again. Throws VaultError. */
export const withVault = async <T>(work: (database: VaultDatabase) => Promise<T>): Promise<T> => {
  try {
    return await workIn(await openVaultDatabase(true), work);
  } catch (error) {
    throw toVaultError(error);
  }
};

/** The same for looking: where there is no vault it makes none, and gives `none`. Throws VaultError. */
export const lookIntoVault = async <T>(
  none: T,
  look: (database: VaultDatabase) => Promise<T>,
): Promise<T> => {
  try {
    return await workIn(await openVaultDatabase(false), look);
  } catch (error) {
    if (error instanceof NoVault) return none;
    throw toVaultError(error);
  }
};
