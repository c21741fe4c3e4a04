import { useEffect, useMemo, useRef } from 'preact/hooks';
import { usePopup } from './context.ts';
import { createLaterWords } from './later-words.ts';

/** The keys, as a dialog over the list. */
export const Help = () => {
  const { model, words: first, reader } = usePopup();
  const words = useMemo(() => createLaterWords(reader), [reader]);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const keys = [
    ['/', words.t('popup.keys.find')],
    ['j k', first.t('popup.keys.move')],
    [words.t('popup.key.enter'), words.t('popup.keys.enter')],
    ['o', words.t('popup.keys.openLong')],
    ['c', words.t('popup.keys.copyLong')],
    ['r', words.t('popup.keys.check')],
    ['?', words.t('popup.keys.help')],
    [words.t('popup.key.escape'), words.t('popup.keys.close')],
  ] as const;
  const close = () => {
    model.isHelpOpen.value = false;
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
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {words.t('popup.close')}
      </button>
    </dialog>
  );
};
