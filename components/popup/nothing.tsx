import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';

/** What stands in place of the list when nothing matches. */
export const Nothing = () => {
  const { model } = usePopup();
  const words = useLaterWords();
  const count = model.verdicts.value.length;
  return (
    <div class="nothing">
      <p>{words.t('popup.nothingFound')}</p>
      <p>{words.t('popup.nothingFoundText', { count })}</p>
      <button type="button" class="button" onClick={model.showAll}>
        {words.t('popup.clearFilter')}
      </button>
    </div>
  );
};
