import { useEffect, useRef } from 'preact/hooks';
import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';

/** The keys, as a dialog over the list. */
export const Help = () => {
  const { model } = usePopup();
  const { openSidePanel } = model.ports;
  const words = useLaterWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const keys = [
    ['/', words.t('popup.keys.find')],
    ['j k ↓ ↑', words.t('popup.keys.moveLong')],
    [words.t('popup.key.enter'), words.t('popup.keys.enter')],
    ['o', words.t('popup.keys.openLong')],
    ['c', words.t('popup.keys.copyLong')],
    ['p', words.t('popup.keys.pause')],
    ['a', words.t('popup.keys.acknowledge')],
    ['s', words.t('popup.keys.snoozeLong')],
    ['r', words.t('popup.keys.check')],
    ['?', words.t('popup.keys.help')],
    [words.t('popup.key.escape'), words.t('popup.keys.close')],
  ] as const;
  const close = () => {
    model.dialog.value = null;
  };
  return (
    <dialog ref={dialog} class="help" aria-labelledby="keys" onClose={close}>
      <h2 id="keys">{words.t('popup.keys.title')}</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {words.t('popup.close')}
        </button>
        {openSidePanel && (
          <button type="button" class="button" onClick={openSidePanel}>
            {words.t('popup.openSidePanel')}
          </button>
        )}
      </div>
    </dialog>
  );
};
