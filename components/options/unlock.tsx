import { UnlockForm } from '../unlocking/index.tsx';
import { useOptions } from './context.ts';

/** Asks for the passphrase while keys are locked; nothing otherwise. */
export const Unlock = () => {
  const { model, words } = useOptions();
  const vault = model.vault.state.value;
  if (vault === null || vault === 'no_answer' || vault.state !== 'locked') return null;
  return (
    <section class="card notice" data-state="locked" aria-labelledby="locked">
      <h2 id="locked">{words.t('keep.locked')}</h2>
      <p>{words.t('keep.locked.text')}</p>
      <UnlockForm
        send={model.ports.send}
        words={words}
        onUnlocked={() => void model.vault.refresh()}
      />
    </section>
  );
};
