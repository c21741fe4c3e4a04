import { useEffect, useRef } from 'preact/hooks';
import { useDashboard } from './context.ts';

/** The keys, as a dialog. */
export const Help = () => {
  const { model, words } = useDashboard();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const keys = [
    ['/', words.t('popup.keys.find')],
    ['j k ↓ ↑', words.t('popup.keys.move')],
    [words.t('popup.key.enter'), words.t('dashboard.openCampaign')],
    ['o', words.t('popup.keys.openLong')],
    ['c', words.t('popup.keys.copyLong')],
    ['p', words.t('dashboard.pauseKey')],
    ['a', words.t('popup.keys.acknowledge')],
    ['s', words.t('popup.keys.snoozeLong')],
    ['r', words.t('popup.keys.check')],
    ['Ctrl K', words.t('palette.title')],
    ['?', words.t('popup.keys.help')],
    [words.t('popup.key.escape'), words.t('popup.keys.close')],
  ] as const;
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="keys"
      onClose={() => {
        model.isHelpOpen.value = false;
      }}
    >
      <h2 id="keys">{words.t('popup.keys.title')}</h2>
      <dl class="facts">
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
