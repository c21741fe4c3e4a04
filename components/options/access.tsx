import { useState } from 'preact/hooks';
import { useOptions } from './context.ts';

/** The button that asks the browser for access to Instantly, and what came of it. `retry`: what to do once it is there. */
export const Access = ({ retry }: { readonly retry: () => Promise<unknown> }) => {
  const { model, words } = useOptions();
  const [isAllowed, setIsAllowed] = useState<boolean | null>(null);
  return (
    <>
      <div class="actions">
        <button
          type="button"
          class="button first"
          onClick={async () => {
            // Asking has to be the first act of the click: browsers refuse it after any wait.
            const asked = model.workspaces.allow(retry);
            setIsAllowed(await asked);
          }}
        >
          {words.t('options.allow')}
        </button>
      </div>
      {isAllowed !== null && (
        <p role="status">{words.t(isAllowed ? 'options.allowed' : 'options.notAllowed')}</p>
      )}
    </>
  );
};
