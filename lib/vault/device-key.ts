import { DEVICE_KEY, type VaultDatabase } from './vault-database.ts';

/** A new key that encrypts but cannot be taken out of the browser. */
export const makeDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** The key of this profile; undefined before the first secret. */
export const readDeviceKey = async (database: VaultDatabase): Promise<CryptoKey | undefined> => {
  const record = await database.get('keys', DEVICE_KEY);
  return record !== undefined && 'key' in record ? record.key : undefined;
};

/** The key of this profile, made when there is none. Of two contexts that make one at once, both get the first one's. */
export const ensureDeviceKey = async (database: VaultDatabase): Promise<CryptoKey> => {
  const standing = await readDeviceKey(database);
  if (standing !== undefined) return standing;
  const made = await makeDeviceKey();
  const transaction = database.transaction('keys', 'readwrite');
  const first = await transaction.store.get(DEVICE_KEY);
  if (first === undefined) await transaction.store.add({ v: 1, key: made }, DEVICE_KEY);
  await transaction.done;
  return first !== undefined && 'key' in first ? first.key : made;
};
