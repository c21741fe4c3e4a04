import { useOptions } from './context.ts';
import type { VaultAttempt } from './vault-model.ts';

/** Why a change of the vault was not made; nothing while there is nothing to say. */
export const VaultProblem = ({ attempt }: { readonly attempt: VaultAttempt }) => {
  const { words } = useOptions();
  if (attempt.kind !== 'refused' && attempt.kind !== 'no_answer') return null;
  return (
    <div role="alert" class="alert">
      {words.t(attempt.kind === 'refused' ? `keep.problem.${attempt.problem}` : 'options.noAnswer')}
    </div>
  );
};
