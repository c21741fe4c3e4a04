import { useEffect, useRef } from 'preact/hooks';
import { Choice } from '../choice/index.tsx';
import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';
import { GROUPINGS, SORTS } from './view.ts';

/** How the list is sorted and grouped; every choice shows at once behind the menu. */
export const ViewMenu = () => {
  const { model } = usePopup();
  const words = useLaterWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    shown.showModal();
    // A press beside the menu lands on the dialog itself; the keyboard has Escape.
    const onPress = ({ target }: MouseEvent) => target === shown && shown.close();
    shown.addEventListener('click', onPress);
    return () => shown.removeEventListener('click', onPress);
  }, []);
  const { sort, grouping } = model.view.value;
  return (
    <dialog
      ref={dialog}
      class="view"
      aria-label={words.t('popup.view')}
      onClose={() => {
        model.dialog.value = null;
      }}
    >
      <form method="dialog">
        <Choice
          name="sort"
          legend={words.t('popup.sort')}
          options={SORTS.map((value) => ({ value, label: words.t(`popup.sort.${value}`) }))}
          chosen={sort}
          choose={(value) => model.arrangeBy({ sort: value })}
        />
        <Choice
          name="grouping"
          legend={words.t('popup.groupBy')}
          options={GROUPINGS.map((value) => ({ value, label: words.t(`popup.groupBy.${value}`) }))}
          chosen={grouping}
          choose={(value) => model.arrangeBy({ grouping: value })}
        />
        <button type="submit" class="button">
          {words.t('popup.close')}
        </button>
      </form>
    </dialog>
  );
};
