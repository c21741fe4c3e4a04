import type { VaultAnswer, VaultChanged } from '#messages';
import type { MessageHandlers } from '#messages/guard';
import { type LockableVault, VaultError, workspaceOfSecretId } from '#vault';

type Handlers = Pick<
  MessageHandlers['extension'],
  'vault.state' | 'vault.setMode' | 'vault.unlock' | 'vault.lock'
>;

const answerOf = async (vault: LockableVault): Promise<VaultAnswer> => {
  const { lockedIds, ...status } = await vault.status();
  return {
    ...status,
    lockedWorkspaceIds: lockedIds.flatMap((id) => workspaceOfSecretId(id) ?? []),
  };
};

const refusalOf = (error: unknown): VaultChanged => {
  if (!(error instanceof VaultError)) throw error;
  switch (error.problem) {
    case 'wrong_passphrase':
    case 'passphrase_too_short':
    case 'locked':
      return { ok: false, problem: error.problem };
    case 'vault_unavailable':
    case 'refused':
    case 'quota_exceeded':
    case 'secret_unreadable':
      return { ok: false, problem: 'storage_failed' };
  }
};

/** How keys are kept, locked and unlocked. After each change a check runs, for keys may be readable again. */
export const vaultHandlers = (vault: LockableVault, check: () => void): Handlers => {
  const change = async (work: () => Promise<void>): Promise<VaultChanged> => {
    try {
      await work();
    } catch (error) {
      return refusalOf(error);
    }
    check();
    return { ok: true, vault: await answerOf(vault) };
  };
  return {
    'vault.state': () => answerOf(vault),
    'vault.setMode': ({ choice, presentPassphrase }) =>
      change(() => vault.setMode(choice, presentPassphrase)),
    'vault.unlock': ({ passphrase }) => change(() => vault.unlock(passphrase)),
    'vault.lock': () => change(() => vault.lock()),
  };
};
