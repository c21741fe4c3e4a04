import { useEffect, useState } from 'preact/hooks';
import { UnlockForm } from '../unlocking/index.tsx';
import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';
import '../unlocking/unlock.css';

/**
 * What a person does about locked keys: enter the passphrase here, or, where the keys themselves are gone with the last
 * run of the browser, enter them in the settings.
 */
export const Locked = () => {
  const { model } = usePopup();
  const words = useLaterWords();
  const [waitsFor, setWaitsFor] = useState<'passphrase' | 'keys' | null>(null);
  useEffect(() => {
    model.ports.send('vault.state', {}).then(
      ({ mode, state }) =>
        setWaitsFor(mode === 'passphrase' && state === 'locked' ? 'passphrase' : 'keys'),
      (error: unknown) => {
        console.warn(error);
        setWaitsFor('keys');
      },
    );
  }, [model]);
  if (waitsFor === null) return null;
  return waitsFor === 'passphrase' ? (
    <UnlockForm send={model.ports.send} words={words} onUnlocked={() => void model.checkNow()} />
  ) : (
    <button type="button" class="button first" onClick={model.ports.openOptions}>
      {words.t('state.openSettings')}
    </button>
  );
};
