import { useEffect, useRef } from 'preact/hooks';
import type { WorkspaceRecord } from '#store/read';
import { nameText } from '#words';
import { useOptions } from './context.ts';
import { sharesKey } from './members.ts';
import { Rename } from './rename.tsx';

interface FootProps {
  readonly workspace: WorkspaceRecord;
}

const RemoveQuestion = ({ workspace }: FootProps) => {
  const { model, words } = useOptions();
  const cancel = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; the harmless one of the two takes its place.
  useEffect(() => cancel.current?.focus(), []);
  const { id, name } = workspace;
  const isShared = sharesKey(workspace, model.workspaces.list.value ?? []);
  const close = (): void => {
    model.workspaces.removing.value = null;
  };
  const remove = async (): Promise<void> => {
    await model.workspaces.remove(workspace);
    document.getElementById('workspaces-title')?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div
      class="question"
      role="group"
      aria-labelledby={`remove-${id}`}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <strong id={`remove-${id}`}>
        <bdi>
          {words.t('options.removeTitle', { name: nameText(name, words.t('options.unnamed')) })}
        </bdi>
      </strong>
      <p>{words.t(isShared ? 'options.removeText.shared' : 'options.removeText')}</p>
      <div class="actions">
        <button type="button" class="button danger" onClick={remove}>
          {words.t('options.removeYes')}
        </button>
        <button type="button" class="button" ref={cancel} onClick={close}>
          {words.t('options.cancel')}
        </button>
      </div>
    </div>
  );
};

const Actions = ({ workspace: { id } }: FootProps) => {
  const { model, words } = useOptions();
  const { checkKey, removing, renaming } = model.workspaces;
  const open = (which: typeof removing): void => {
    renaming.value = null;
    removing.value = null;
    which.value = id;
  };
  const described = { type: 'button', class: 'button', 'aria-describedby': `title-${id}` } as const;
  return (
    <div class="actions">
      <button {...described} onClick={() => checkKey(id)}>
        {words.t('options.checkKey')}
      </button>
      <button {...described} data-opens="members" onClick={() => model.members.open(id)}>
        {words.t('group.open')}
      </button>
      <button {...described} data-opens="rename" onClick={() => open(renaming)}>
        {words.t('options.rename')}
      </button>
      <button {...described} data-opens="remove" onClick={() => open(removing)}>
        {words.t('options.remove')}
      </button>
    </div>
  );
};

/** What can be done with one workspace, or the question that was opened. Gives the focus back when one closes. */
export const WorkspaceFoot = ({ workspace }: FootProps) => {
  const { model, words } = useOptions();
  const { removing, renaming, removeDemo } = model.workspaces;
  const here = useRef<HTMLDivElement>(null);
  const open =
    removing.value === workspace.id ? 'remove' : renaming.value === workspace.id ? 'rename' : null;
  const wasOpen = useRef(open);
  useEffect(() => {
    const closed = wasOpen.current;
    wasOpen.current = open;
    // Opening another workspace's question took the focus there: then it stays there.
    if (closed === null || open !== null || document.activeElement !== document.body) return;
    here.current?.querySelector<HTMLElement>(`[data-opens="${closed}"]`)?.focus();
  }, [open]);
  if (workspace.isDemo) {
    return (
      <div class="actions">
        <button type="button" class="button" onClick={removeDemo}>
          {words.t('first.demo.remove')}
        </button>
      </div>
    );
  }
  return (
    <div ref={here}>
      {open === 'remove' && <RemoveQuestion workspace={workspace} />}
      {open === 'rename' && <Rename workspace={workspace} />}
      {open === null && <Actions workspace={workspace} />}
    </div>
  );
};
