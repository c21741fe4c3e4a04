/**
 * Why the store could not do what was asked. `refused`: the browser keeps no databases for us. `superseded`: the
 * workspace is gone or has a newer key.
 */
export type StoreProblem = 'unavailable' | 'refused' | 'quota_exceeded' | 'superseded' | 'failed';

/** The only error that the store throws. */
export class StoreError extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, options?: ErrorOptions) {
    super(`store: ${problem}`, options);
    this.name = 'StoreError';
    this.problem = problem;
  }
}

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

/** Whether an error says that the disk or the profile's share of it is full, in either browser's way. */
export const isQuotaError = (error: unknown): boolean =>
  nameOf(error) === 'QuotaExceededError' ||
  (error instanceof Error && /quota/i.test(error.message) && /exceeded/i.test(error.message));

/** Whether the browser refuses databases at all, as Firefox does when it keeps no history. */
export const isRefusal = (error: unknown): boolean =>
  typeof indexedDB === 'undefined' ||
  ['InvalidStateError', 'SecurityError', 'NotAllowedError'].includes(nameOf(error));

/** Whether a later version of Sendwatch wrote this database. */
export const isFromNewerVersion = (error: unknown): boolean => nameOf(error) === 'VersionError';

/** Whether the opening was given up, as the read face does when the background has not migrated yet. */
export const isAborted = (error: unknown): boolean => nameOf(error) === 'AbortError';

/** Whether a connection was closed under its user. */
export const isClosed = (error: unknown): boolean => nameOf(error) === 'InvalidStateError';

/** The store's own error for anything that the browser threw. */
export const toStoreError = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  return new StoreError(isQuotaError(error) ? 'quota_exceeded' : 'failed', { cause: error });
};
