import { type Around, workspaceIdOf } from '../stage.ts';

/** Keys that wait for a passphrase; the one that is given is never right. */
export const LOCKED: Partial<Around> = {
  answers: {
    'vault.state': {
      mode: 'passphrase',
      state: 'locked',
      lockedWorkspaceIds: [workspaceIdOf(0)],
      lockAfterMinutes: 60,
    },
    'vault.unlock': { ok: false, problem: 'wrong_passphrase' },
  },
};
