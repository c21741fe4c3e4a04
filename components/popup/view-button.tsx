import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';

/** Opens the menu of orders and groupings. */
export const ViewButton = () => {
  const { model } = usePopup();
  const words = useLaterWords();
  return (
    <button
      type="button"
      class="icon"
      aria-haspopup="dialog"
      aria-label={words.t('popup.view')}
      title={words.t('popup.view')}
      onClick={() => {
        model.dialog.value = 'view';
      }}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path class="stroke" d="M2.5 4.5h11M4.5 8h7M6.5 11.5h3" />
      </svg>
    </button>
  );
};
