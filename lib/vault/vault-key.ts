import type { VaultDatabase } from './vault-database.ts';

const KEY_ID = 'aes-gcm-256';

/** The key of the vault; undefined before the first secret. */
export const readVaultKey = async (database: VaultDatabase): Promise<CryptoKey | undefined> =>
  (await database.get('keys', KEY_ID))?.key;

/** The key of the vault, made when there is none. Of two contexts that make one at once, both get the first one's. */
export const ensureVaultKey = async (database: VaultDatabase): Promise<CryptoKey> => {
  const standing = await readVaultKey(database);
  if (standing !== undefined) return standing;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const transaction = database.transaction('keys', 'readwrite');
  const first = await transaction.store.get(KEY_ID);
  if (first === undefined) await transaction.store.add({ v: 1, key: made }, KEY_ID);
  await transaction.done;
  return first?.key ?? made;
};
