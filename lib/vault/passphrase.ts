import { VaultError } from './vault-error.ts';

/** OWASP's figure for PBKDF2 with SHA-256 (QUALITY.md A2: about 80 ms an unlock). */
export const PBKDF2_ROUNDS = 600_000;
/** NIST SP 800-63B 5.1.1.2. A shorter one is guessed in minutes by whoever holds the file. */
export const SHORTEST_PASSPHRASE = 8;
const MOST_ROUNDS = 10_000_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const DATA_KEY_BYTES = 32;
const PURPOSE = new TextEncoder().encode('sendwatch vault data key');

/** The data key under a passphrase, as it is stored. Without the passphrase it is noise. */
export interface WrappedKey {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
}

/** The bytes of a data key. They are kept in the memory of the browser's session and nowhere else. */
export type DataKey = Uint8Array<ArrayBuffer>;

const deriveWrappingKey = async (
  passphrase: string,
  salt: WrappedKey['salt'],
  rounds: number,
): Promise<CryptoKey> => {
  // The same letters typed on another keyboard may come as other code points.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

/** A new data key, and the same under a passphrase. Throws `passphrase_too_short` under eight characters. */
export const makeDataKey = async (
  passphrase: string,
): Promise<{ readonly dataKey: DataKey; readonly wrapped: WrappedKey }> => {
  if ([...passphrase.normalize('NFKC')].length < SHORTEST_PASSPHRASE) {
    throw new VaultError('passphrase_too_short');
  }
  const dataKey = crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const wrapping = await deriveWrappingKey(passphrase, salt, PBKDF2_ROUNDS);
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: PURPOSE },
    wrapping,
    dataKey,
  );
  return { dataKey, wrapped: { salt, rounds: PBKDF2_ROUNDS, iv, ciphertext } };
};

/** The data key. Throws `wrong_passphrase`, which a stored key that was changed on the disk looks like as well. */
export const unwrapDataKey = async (passphrase: string, wrapped: WrappedKey): Promise<DataKey> => {
  const { salt, rounds, iv, ciphertext } = wrapped;
  if (!(rounds >= PBKDF2_ROUNDS && rounds <= MOST_ROUNDS)) {
    throw new VaultError('secret_unreadable');
  }
  const wrapping = await deriveWrappingKey(passphrase, salt, rounds);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv, additionalData: PURPOSE },
        wrapping,
        ciphertext,
      ),
    );
  } catch (error) {
    throw new VaultError('wrong_passphrase', { cause: error });
  }
};

/** A data key in the form that encrypts; its bytes cannot be read back from it. */
export const importDataKey = (dataKey: DataKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', dataKey, 'AES-GCM', false, ['encrypt', 'decrypt']);
