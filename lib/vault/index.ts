export { apiKeySecretId, workspaceOfSecretId } from './secret-id.ts';
export { openVault, type Vault } from './vault.ts';
export { VaultError, type VaultProblem } from './vault-error.ts';
