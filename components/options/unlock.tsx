import { useRef } from 'preact/hooks';
import { useOptions } from './context.ts';
import { VaultProblem } from './vault-problem.tsx';

/** Asks for the passphrase while keys are locked; nothing otherwise. */
export const Unlock = () => {
  const { model, words } = useOptions();
  const field = useRef<HTMLInputElement>(null);
  const { state, unlocking } = model.vault;
  const vault = state.value;
  if (vault === null || vault === 'no_answer' || vault.state !== 'locked') return null;
  const isAsking = unlocking.value.kind === 'asking';
  const unlock = async (): Promise<void> => {
    const input = field.current;
    if (!input) return;
    if (await model.vault.unlock(input.value)) input.value = '';
    else input.focus();
  };
  return (
    <section class="card notice" data-state="locked" aria-labelledby="locked">
      <h2 id="locked">{words.t('keep.locked')}</h2>
      <p>{words.t('keep.locked.text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <label for="unlock">{words.t('keep.passphraseField')}</label>
        <div class="field">
          <input
            ref={field}
            id="unlock"
            type="password"
            autocomplete="current-password"
            aria-invalid={unlocking.value.kind === 'refused'}
          />
          <button type="submit" class="button first" disabled={isAsking}>
            {words.t('keep.unlock')}
          </button>
        </div>
      </form>
      {isAsking && <progress aria-label={words.t('keep.unlocking')} />}
      <VaultProblem attempt={unlocking.value} />
    </section>
  );
};
