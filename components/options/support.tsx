import { useOptions } from './context.ts';
import { SaveFile } from './save-file.tsx';

/** A file for somebody who helps: what it holds is said before it is saved. */
export const Support = () => {
  const { model, words } = useOptions();
  const { support, hasIds } = model.data;
  return (
    <div class="card">
      <h3>{words.t('support.title')}</h3>
      <p>{words.t('support.text')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={hasIds.value}
          onChange={({ currentTarget }) => {
            hasIds.value = currentTarget.checked;
          }}
        />
        {words.t('support.ids')}
      </label>
      <SaveFile saving={support} label={words.t('support.save')} />
    </div>
  );
};
