import type { VaultLock } from './lock.ts';

/** Keeps secrets encrypted. Every function throws VaultError; none keeps a plaintext beyond its answer. */
export interface Vault {
  /** Throws `locked` while a passphrase is needed. */
  put(secretId: string, plaintext: string): Promise<void>;
  /** The plaintext; undefined when there is no such secret. Throws `locked` when it cannot be read for now. */
  get(secretId: string): Promise<string | undefined>;
  remove(secretId: string): Promise<void>;
  /** Ids of all secrets, the locked ones too. */
  list(): Promise<string[]>;
}

/** A vault whose way of keeping can be chosen. */
export interface LockableVault extends Vault, VaultLock {}
