export type { VaultLock, VaultStatus } from './lock.ts';
export type { LockableVault, Vault } from './lockable-vault.ts';
export type { ModeChoice, VaultMode } from './mode.ts';
export { SHORTEST_PASSPHRASE } from './passphrase.ts';
export {
  apiKeySecretId,
  type KeyPlace,
  keyPlaceOf,
  webhookOfSecretId,
  webhookSecretId,
  workspaceOfSecretId,
} from './secret-id.ts';
export type { SessionPort } from './session-port.ts';
export { openVault } from './vault.ts';
export { VaultError, type VaultProblem } from './vault-error.ts';
