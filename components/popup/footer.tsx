import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';

/** The keys worth knowing, and the way to everything else. */
export const Footer = () => {
  const { model } = usePopup();
  const words = useLaterWords();
  return (
    <>
      <span class="keys">
        <span>
          <kbd>j</kbd> <kbd>k</kbd> {words.t('popup.keys.move')}
        </span>
        <span>
          <kbd>o</kbd> {words.t('popup.keys.open')}
        </span>
        <span>
          <kbd>s</kbd> {words.t('popup.keys.snooze')}
        </span>
        <span>
          <kbd>c</kbd> {words.t('popup.keys.copy')}
        </span>
      </span>
      <button
        type="button"
        class="link quiet"
        aria-keyshortcuts="?"
        aria-haspopup="dialog"
        onClick={() => {
          model.dialog.value = 'help';
        }}
      >
        <span aria-hidden="true">
          <kbd>?</kbd>
        </span>{' '}
        {words.t('popup.help')}
      </button>
      <a class="link" href="/dashboard.html" target="_blank" rel="noreferrer">
        {words.t('popup.dashboard')}
      </a>
    </>
  );
};
