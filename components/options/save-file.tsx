import { useOptions } from './context.ts';
import type { Saving } from './saving.ts';

/** Says how the saving of a file goes. */
export const SavingNotice = ({ saving }: { readonly saving: Saving }) => {
  const { words } = useOptions();
  const state = saving.state.value;
  if (state.kind === 'gathering') return <progress aria-label={words.t('data.export.working')} />;
  if (state.kind === 'saved') {
    return (
      <p role="status" class="good">
        {words.t('data.export.done', { file: state.file })}
      </p>
    );
  }
  if (state.kind === 'idle') return null;
  return (
    <div role="alert" class="alert">
      {words.t('data.export.failed')}
    </div>
  );
};
