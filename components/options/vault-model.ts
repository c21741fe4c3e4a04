import { signal } from '@preact/signals';
import type { VaultAnswer, VaultChanged, VaultChoice, VaultRefusal } from '#messages';
import { ask } from './ask.ts';
import type { OptionsPorts } from './ports.ts';

/** Where a change of the vault stands. `not_equal`: the new passphrase was typed in two ways. */
export type VaultAttempt =
  | { readonly kind: 'idle' | 'asking' | 'done' | 'no_answer' }
  | { readonly kind: 'refused'; readonly problem: VaultRefusal | 'not_equal' };

const attemptOf = (answer: VaultChanged | null): VaultAttempt => {
  if (answer === null) return { kind: 'no_answer' };
  return answer.ok ? { kind: 'done' } : { kind: 'refused', problem: answer.problem };
};

/** How keys are kept. A passphrase is never part of it: it goes from its field into one message. */
export const createVaultModel = (ports: OptionsPorts) => {
  /** Null until it was read. */
  const state = signal<VaultAnswer | 'no_answer' | null>(null);
  const changing = signal<VaultAttempt>({ kind: 'idle' });

  const refresh = async (): Promise<void> => {
    state.value = (await ask(() => ports.send('vault.state', {}))) ?? 'no_answer';
  };
  const run = async (
    attempt: typeof changing,
    question: () => Promise<VaultChanged>,
  ): Promise<boolean> => {
    if (attempt.value.kind === 'asking') return false;
    attempt.value = { kind: 'asking' };
    const answer = await ask(question);
    if (answer?.ok) state.value = answer.vault;
    attempt.value = attemptOf(answer);
    return answer?.ok === true;
  };

  return {
    state,
    changing,
    refresh,
    /** Gives whether it was done, so that the fields can be emptied. */
    setMode: (choice: VaultChoice, presentPassphrase: string | undefined): Promise<boolean> =>
      run(changing, () => ports.send('vault.setMode', { choice, presentPassphrase })),
    refuse: (problem: 'not_equal' | 'passphrase_too_short'): void => {
      changing.value = { kind: 'refused', problem };
    },
    lock: async (): Promise<void> => {
      if (await run(changing, () => ports.send('vault.lock', {})))
        changing.value = { kind: 'idle' };
    },
  };
};
