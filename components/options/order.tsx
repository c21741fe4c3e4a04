import { useRef } from 'preact/hooks';
import type { WorkspaceRecord } from '#store/read';
import { nameText } from '#words';
import { useOptions } from './context.ts';

const STEPS = [
  { by: -1, word: 'options.up', sign: '↑' },
  { by: 1, word: 'options.down', sign: '↓' },
] as const;

/** Moves a workspace up or down the list; nothing where there is only one. */
export const Order = ({ workspace }: { readonly workspace: WorkspaceRecord }) => {
  const { model, words } = useOptions();
  const here = useRef<HTMLSpanElement>(null);
  const list = model.workspaces.list.value ?? [];
  if (list.length < 2) return null;
  const place = list.findIndex(({ id }) => id === workspace.id);
  const move = async (by: number): Promise<void> => {
    await model.workspaces.move(workspace, by);
    // Moving takes the focus away in some browsers; a button at the end of the list keeps it, too.
    here.current?.querySelector<HTMLElement>(`[data-by="${by}"]`)?.focus();
  };
  return (
    <span class="order" ref={here}>
      {STEPS.map(({ by, word, sign }) => (
        <button
          key={by}
          type="button"
          class="button"
          data-by={by}
          aria-disabled={place + by < 0 || place + by >= list.length}
          aria-label={words.t(word, { name: nameText(workspace.name, words.t('options.unnamed')) })}
          onClick={() => move(by)}
        >
          {sign}
        </button>
      ))}
    </span>
  );
};
