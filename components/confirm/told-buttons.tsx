import type { ActionRecord } from '#store/read';
import { useConfirm } from './context.ts';

interface ToldButtonsProps {
  readonly undoable: readonly ActionRecord[];
  /** Changes that were not begun yet. */
  readonly waiting: number;
}

/** What can still be done about changes that were confirmed. */
export const ToldButtons = ({ undoable, waiting }: ToldButtonsProps) => {
  const { model, words } = useConfirm();
  return (
    <p class="buttons">
      {waiting > 0 && (
        <button
          type="button"
          class="button"
          data-stop
          disabled={model.isStopping.value}
          onClick={model.stop}
        >
          {words.t(model.isStopping.value ? 'confirm.stopping' : 'confirm.stop')}
        </button>
      )}
      {undoable.length > 0 && waiting === 0 && (
        <button
          type="button"
          class="button"
          data-undo
          disabled={model.isUndone.value}
          onClick={(event) =>
            model.undo(
              event,
              undoable.map(({ id }) => id),
            )
          }
        >
          {words.t('confirm.undo')}
        </button>
      )}
      <a class="button" href="/dashboard.html#/changes" target="_blank" rel="noreferrer">
        {words.t('confirm.showLog')}
      </a>
      <button type="button" class="button first" onClick={model.ports.close}>
        {words.t('confirm.close')}
      </button>
    </p>
  );
};
