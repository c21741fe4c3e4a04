import type { WrappedKey } from './passphrase.ts';

/**
 * How secrets are kept. `persistent`: on disk under a key that cannot be taken out of the browser. `session`: in the
 * memory of this run of the browser only. `passphrase`: on disk under a key that only a passphrase gives.
 */
export type VaultMode = 'persistent' | 'session' | 'passphrase';

/** The mode as it is stored; none stored is `persistent`. */
export type ModeRecord = {
  readonly v: 1;
  /** Another one after every change: what was encrypted before a change is not stored after it. */
  readonly revision: string;
} & (
  | { readonly mode: 'persistent' | 'session' }
  | {
      readonly mode: 'passphrase';
      readonly wrapped: WrappedKey;
      /** Locks itself after so long without a person; null: only with the browser. */
      readonly lockAfterMinutes: number | null;
    }
);

/** What holds until the user chooses. */
export const FIRST_MODE: ModeRecord = { v: 1, revision: '', mode: 'persistent' };

/** The mode to change to. */
export type ModeChoice =
  | { readonly mode: 'persistent' | 'session' }
  | {
      readonly mode: 'passphrase';
      readonly passphrase: string;
      readonly lockAfterMinutes: number | null;
    };
