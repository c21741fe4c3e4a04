import { useEffect, useRef } from 'preact/hooks';
import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';
import { GROUPINGS, SORTS } from './view.ts';

interface ChoiceProps<Word extends string> {
  readonly name: string;
  readonly title: string;
  readonly options: readonly { readonly value: Word; readonly label: string }[];
  readonly chosen: Word;
  readonly choose: (value: Word) => void;
}

const Choice = <Word extends string>({
  name,
  title,
  options,
  chosen,
  choose,
}: ChoiceProps<Word>) => (
  <fieldset>
    <legend>{title}</legend>
    {options.map(({ value, label }) => (
      <label key={value}>
        <input
          type="radio"
          name={name}
          value={value}
          checked={value === chosen}
          onChange={() => choose(value)}
        />
        {label}
      </label>
    ))}
  </fieldset>
);

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
          title={words.t('popup.sort')}
          options={SORTS.map((value) => ({ value, label: words.t(`popup.sort.${value}`) }))}
          chosen={sort}
          choose={(value) => model.arrangeBy({ sort: value })}
        />
        <Choice
          name="grouping"
          title={words.t('popup.groupBy')}
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
