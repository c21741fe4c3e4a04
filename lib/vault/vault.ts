import type { InstantMs } from '#model';
import { ensureDeviceKey, readDeviceKey } from './device-key.ts';
import { createLock } from './lock.ts';
import type { LockableVault } from './lockable-vault.ts';
import type { ModeRecord } from './mode.ts';
import { readMode, writeUnder } from './mode-store.ts';
import { importDataKey } from './passphrase.ts';
import { createRefusedVault } from './refused-vault.ts';
import { seal, unseal } from './sealing.ts';
import { browserSession, type SessionPort } from './session-port.ts';
import { createSessionSecrets, type SessionSecrets } from './session-secrets.ts';
import {
  lookIntoVault,
  SESSION_MARKER,
  type StoredSecret,
  type VaultDatabase,
  withVault,
} from './vault-database.ts';
import { VaultError } from './vault-error.ts';

/** How often a write is prepared anew because the mode was changed under it. */
const MOST_ATTEMPTS = 5;

const openDataKey = async (session: SessionSecrets, mode: ModeRecord): Promise<CryptoKey> => {
  const unlocked = await session.unlocked();
  if (unlocked?.revision !== mode.revision) throw new VaultError('locked');
  return importDataKey(unlocked.dataKey);
};

const toStored = async (
  database: VaultDatabase,
  session: SessionSecrets,
  mode: ModeRecord,
  [secretId, plaintext]: readonly [string, string],
): Promise<StoredSecret> => {
  switch (mode.mode) {
    case 'persistent':
      return seal(await ensureDeviceKey(database), secretId, plaintext);
    case 'passphrase':
      return seal(await openDataKey(session, mode), secretId, plaintext);
    case 'session':
      await session.putSecret(secretId, plaintext);
      return SESSION_MARKER;
  }
};

const read = async (
  database: VaultDatabase,
  session: SessionSecrets,
  secretId: string,
): Promise<string | undefined> => {
  const mode = await readMode(database);
  const stored = await database.get('secrets', secretId);
  if (stored === undefined) return undefined;
  if ('kept' in stored) {
    const plaintext = await session.secret(secretId);
    if (plaintext === undefined) throw new VaultError('locked');
    return plaintext;
  }
  const key =
    mode.mode === 'passphrase' ? await openDataKey(session, mode) : await readDeviceKey(database);
  return unseal(key, secretId, stored);
};

type Call = (...given: never[]) => Promise<unknown>;

const openStoredVault = (session: SessionSecrets, now: () => InstantMs): LockableVault => {
  const get = (secretId: string): Promise<string | undefined> =>
    lookIntoVault(undefined, async (database: VaultDatabase): Promise<string | undefined> => {
      const before = await readMode(database);
      try {
        return await read(database, session, secretId);
      } catch (error) {
        // A change of mode between two reads looks like a broken secret: what holds now decides.
        const after = await readMode(database);
        if (after.revision === before.revision) throw error;
        return read(database, session, secretId);
      }
    });

  const put = (secretId: string, plaintext: string): Promise<void> =>
    withVault(async (database) => {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
        const mode = await readMode(database);
        const stored = await toStored(database, session, mode, [secretId, plaintext]);
        const isWritten = await writeUnder(database, mode, (transaction) =>
          transaction.objectStore('secrets').put(stored, secretId),
        );
        if (!isWritten) continue;
        // A copy of an earlier value may still lie in the session.
        if (mode.mode !== 'session') await session.forget([secretId]);
        return;
      }
      throw new VaultError('vault_unavailable');
    });

  const remove = (secretId: string): Promise<void> =>
    withVault(async (database) => {
      await database.delete('secrets', secretId);
      await session.forget([secretId]);
    });

  return {
    put,
    get,
    remove,
    list: () => lookIntoVault<string[]>([], (database) => database.getAllKeys('secrets')),
    ...createLock(session, now),
  };
};

/**
 * The vault of this browser profile. Opened for every piece of work and closed after it. Where the browser keeps no
 * databases, secrets are kept in the memory of its session only, whatever mode was wished.
 */
export const openVault = (
  port: SessionPort = browserSession,
  now: () => InstantMs = Date.now,
): LockableVault => {
  const session = createSessionSecrets(port);
  const stored = openStoredVault(session, now);
  const refused = createRefusedVault(session);
  const calls = Object.entries(stored).map(([name, call]) => [
    name,
    async (...given: never[]) => {
      try {
        return await (call as Call)(...given);
      } catch (error) {
        if (!(error instanceof VaultError) || error.problem !== 'refused') throw error;
        return (refused[name as keyof LockableVault] as Call)(...given);
      }
    },
  ]);
  return Object.fromEntries(calls) as LockableVault;
};
