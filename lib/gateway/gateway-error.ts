import type { InstantMs } from '#model';

/**
 * Why a request was not made, or its answer not given.
 * `paused`: Instantly asked for nothing before `until`. `deferred`: our own budget or a failure burst allows nothing
 * before `until`. `latched`: the key is refused, nothing until a new one. `key_missing`: the vault
 * holds none. `superseded`: the key was replaced or the workspace removed meanwhile.
 */
export type GatewayProblem = 'paused' | 'deferred' | 'latched' | 'key_missing' | 'superseded';

/** The gateway's own error; those of Instantly (InstantlyError) and of the vault (VaultError) pass unchanged. */
export class GatewayError extends Error {
  readonly problem: GatewayProblem;
  /** With `paused` and `deferred`: when it is of use to ask again. Else null. */
  readonly until: InstantMs | null;

  constructor(problem: GatewayProblem, until: InstantMs | null = null) {
    super(`gateway: ${problem}`);
    this.name = 'GatewayError';
    this.problem = problem;
    this.until = until;
  }
}
