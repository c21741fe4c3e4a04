import { type SealedSecret, withVault } from './vault-database.ts';
import { VaultError } from './vault-error.ts';
import { ensureVaultKey, readVaultKey } from './vault-key.ts';

/** 96 bits, as NIST SP 800-38D 8.2.2 has it for random ones; never used twice. */
const IV_BYTES = 12;

/** Keeps secrets encrypted. Every function throws VaultError; none keeps a plaintext beyond its answer. */
export interface Vault {
  put(secretId: string, plaintext: string): Promise<void>;
  /** The plaintext; undefined when there is no such secret. */
  get(secretId: string): Promise<string | undefined>;
  remove(secretId: string): Promise<void>;
  has(secretId: string): Promise<boolean>;
  /** Ids of all secrets. */
  list(): Promise<string[]>;
}

// The id is authenticated with the secret: a ciphertext moved to another id does not decrypt.
const cipher = (secretId: string, iv: SealedSecret['iv']): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(secretId),
});

const seal = async (key: CryptoKey, secretId: string, plaintext: string): Promise<SealedSecret> => {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const bytes = new TextEncoder().encode(plaintext);
  return { v: 1, iv, ciphertext: await crypto.subtle.encrypt(cipher(secretId, iv), key, bytes) };
};

const unseal = async (
  key: CryptoKey | undefined,
  secretId: string,
  sealed: SealedSecret,
): Promise<string> => {
  if (key === undefined) throw new VaultError('secret_unreadable');
  try {
    const bytes = await crypto.subtle.decrypt(cipher(secretId, sealed.iv), key, sealed.ciphertext);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    throw new VaultError('secret_unreadable', { cause: error });
  }
};

/** The vault of this browser profile. Opened for every piece of work and closed after it. */
export const openVault = (): Vault => ({
  put: (secretId, plaintext) =>
    withVault(async (database) => {
      const sealed = await seal(await ensureVaultKey(database), secretId, plaintext);
      await database.put('secrets', sealed, secretId);
    }),
  get: (secretId) =>
    withVault(async (database) => {
      const sealed = await database.get('secrets', secretId);
      return sealed && unseal(await readVaultKey(database), secretId, sealed);
    }),
  remove: (secretId) => withVault((database) => database.delete('secrets', secretId)),
  has: (secretId) =>
    withVault(async (database) => (await database.getKey('secrets', secretId)) !== undefined),
  list: () => withVault((database) => database.getAllKeys('secrets')),
});
