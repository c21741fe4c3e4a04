export type { VaultLock, VaultStatus } from './lock.ts';
export type { ModeChoice, VaultMode } from './mode.ts';
export { SHORTEST_PASSPHRASE } from './passphrase.ts';
export { apiKeySecretId, type KeyPlace, keyPlaceOf, workspaceOfSecretId } from './secret-id.ts';
export type { SessionPort } from './session-port.ts';
export { type LockableVault, openVault, type Vault } from './vault.ts';
export { VaultError, type VaultProblem } from './vault-error.ts';
