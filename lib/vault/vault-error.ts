/**
 * Why the vault could not do what was asked. `secret_unreadable`: there is a secret, but it does not decrypt.
 * `refused`: the browser keeps no databases for us. `locked`: it needs the passphrase, or was kept for an earlier run of the browser only and has to be entered again.
 */
export type VaultProblem =
  | 'vault_unavailable'
  | 'refused'
  | 'quota_exceeded'
  | 'secret_unreadable'
  | 'locked'
  | 'wrong_passphrase'
  | 'passphrase_too_short';

/** The only error that the vault throws. It never holds a secret. */
export class VaultError extends Error {
  readonly problem: VaultProblem;

  constructor(problem: VaultProblem, options?: ErrorOptions) {
    super(`vault: ${problem}`, options);
    this.name = 'VaultError';
    this.problem = problem;
  }
}

const isQuotaError = (error: unknown): boolean =>
  error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);

/** Whether the browser refuses databases at all, as Firefox does when it keeps no history. */
export const isRefusal = (error: unknown): boolean =>
  typeof indexedDB === 'undefined' ||
  (error instanceof Error &&
    ['InvalidStateError', 'SecurityError', 'NotAllowedError'].includes(error.name));

/** The vault's own error for anything that the browser threw. */
export const toVaultError = (error: unknown): VaultError => {
  if (error instanceof VaultError) return error;
  const problem = isQuotaError(error) ? 'quota_exceeded' : 'vault_unavailable';
  return new VaultError(problem, { cause: error });
};
