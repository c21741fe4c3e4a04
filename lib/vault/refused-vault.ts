import type { LockableVault } from './lockable-vault.ts';
import type { SessionSecrets } from './session-secrets.ts';
import { VaultError } from './vault-error.ts';

/**
 * The vault where the browser keeps no databases: secrets are in the memory of its session, and gone when it ends.
 * Nothing can be encrypted on the disk, so no other mode can be chosen.
 */
export const createRefusedVault = (session: SessionSecrets): LockableVault => ({
  put: async (secretId, plaintext) => {
    await session.putSecret(secretId, plaintext);
    await session.putIds([...new Set([...(await session.ids()), secretId])]);
  },
  get: (secretId) => session.secret(secretId),
  remove: async (secretId) => {
    await session.putIds((await session.ids()).filter((id) => id !== secretId));
    await session.forget([secretId]);
  },
  list: async () => [...(await session.ids())],
  status: async () => ({ mode: 'session', state: 'ready', lockedIds: [], lockAfterMinutes: null }),
  setMode: async ({ mode }) => {
    if (mode !== 'session') throw new VaultError('vault_unavailable');
  },
  unlock: async () => undefined,
  lock: async () => undefined,
  noteUse: async () => undefined,
  lockIfIdle: async () => false,
});
