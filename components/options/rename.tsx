import { useEffect, useRef } from 'preact/hooks';
import type { WorkspaceRecord } from '#store/read';
import { useOptions } from './context.ts';

const LONGEST_NAME = 100;

/** The name of a workspace as a field. Esc leaves it as it was. */
export const Rename = ({ workspace: { id, name } }: { readonly workspace: WorkspaceRecord }) => {
  const { model, words } = useOptions();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const close = (): void => {
    model.workspaces.renaming.value = null;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const typed = field.current?.value.trim() ?? '';
        if (typed === '' || typed === name) close();
        else void model.workspaces.rename(id, typed);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <label for={`name-${id}`}>{words.t('options.renameField')}</label>
      <div class="field">
        <input
          ref={field}
          id={`name-${id}`}
          type="text"
          maxLength={LONGEST_NAME}
          defaultValue={name}
          autocomplete="off"
        />
        <button type="submit" class="button first">
          {words.t('options.save')}
        </button>
        <button type="button" class="button" onClick={close}>
          {words.t('options.cancel')}
        </button>
      </div>
    </form>
  );
};
