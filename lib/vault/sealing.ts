import type { SealedSecret } from './vault-database.ts';
import { VaultError } from './vault-error.ts';

/** 96 bits, as NIST SP 800-38D 8.2.2 has it for random ones; never used twice. */
const IV_BYTES = 12;

// The id is authenticated with the secret: a ciphertext moved to another id does not decrypt.
const cipher = (secretId: string, iv: SealedSecret['iv']): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(secretId),
});

/** Encrypts a secret under an AES-GCM key, bound to its id. */
export const seal = async (
  key: CryptoKey,
  secretId: string,
  plaintext: string,
): Promise<SealedSecret> => {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const bytes = new TextEncoder().encode(plaintext);
  return { v: 1, iv, ciphertext: await crypto.subtle.encrypt(cipher(secretId, iv), key, bytes) };
};

/** Decrypts a secret. Throws `secret_unreadable` when the key, the id or the ciphertext is another one. */
export const unseal = async (
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
