import { useOptions } from './context.ts';
import type { Saving } from './saving.ts';

const Notice = ({ saving }: { readonly saving: Saving }) => {
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

interface SaveFileProps {
  readonly saving: Saving;
  readonly label: string;
}

/** Saves a file, and says how it goes. */
export const SaveFile = ({ saving, label }: SaveFileProps) => (
  <>
    <div class="actions">
      <button
        type="button"
        class="button"
        disabled={saving.state.value.kind === 'gathering'}
        onClick={saving.save}
      >
        {label}
      </button>
    </div>
    <Notice saving={saving} />
  </>
);
