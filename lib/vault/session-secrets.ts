import type { InstantMs } from '#model';
import type { DataKey } from './passphrase.ts';
import type { SessionPort } from './session-port.ts';
import { toVaultError } from './vault-error.ts';

const UNLOCKED = 'vault.unlocked';
const IDS = 'vault.ids';
const secretName = (secretId: string): string => `vault.secret.${secretId}`;

/** The data key of an unlocked vault. */
export interface Unlocked {
  /** Of the mode that the key belongs to. */
  readonly revision: string;
  readonly dataKey: DataKey;
  /** When a person last used Sendwatch. */
  readonly usedAt: InstantMs;
}

/** What the vault keeps in the memory of this run of the browser. */
export interface SessionSecrets {
  secret(secretId: string): Promise<string | undefined>;
  putSecret(secretId: string, plaintext: string): Promise<void>;
  forget(secretIds: readonly string[]): Promise<void>;
  /** Ids of the secrets that nothing but the session knows of. */
  ids(): Promise<readonly string[]>;
  putIds(secretIds: readonly string[]): Promise<void>;
  unlocked(): Promise<Unlocked | undefined>;
  putUnlocked(unlocked: Unlocked): Promise<void>;
  forgetUnlocked(): Promise<void>;
}

const readUnlocked = (stored: unknown): Unlocked | undefined => {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { revision, dataKey, usedAt } = stored as Readonly<Record<string, unknown>>;
  if (typeof revision !== 'string' || typeof dataKey !== 'string' || typeof usedAt !== 'number') {
    return undefined;
  }
  return { revision, dataKey: Uint8Array.fromBase64(dataKey), usedAt };
};

const fail = (error: unknown): never => {
  throw toVaultError(error);
};

const guarded = (port: SessionPort): SessionPort => ({
  get: (name) => port.get(name).catch(fail),
  set: (name, value) => port.set(name, value).catch(fail),
  remove: (names) => port.remove(names).catch(fail),
});

const over = (session: SessionPort): SessionSecrets => ({
  secret: async (secretId) => {
    const stored = await session.get(secretName(secretId));
    return typeof stored === 'string' ? stored : undefined;
  },
  putSecret: (secretId, plaintext) => session.set(secretName(secretId), plaintext),
  forget: (secretIds) => session.remove(secretIds.map(secretName)),
  ids: async () => ((await session.get(IDS)) ?? []) as readonly string[],
  putIds: (secretIds) => session.set(IDS, secretIds),
  unlocked: async () => readUnlocked(await session.get(UNLOCKED)),
  putUnlocked: ({ revision, dataKey, usedAt }) =>
    session.set(UNLOCKED, { revision, usedAt, dataKey: dataKey.toBase64() }),
  forgetUnlocked: () => session.remove([UNLOCKED]),
});

/** The vault's part of the session, throwing VaultError. Values there are plain JSON, so bytes are written as base64. */
export const createSessionSecrets = (port: SessionPort): SessionSecrets => over(guarded(port));
