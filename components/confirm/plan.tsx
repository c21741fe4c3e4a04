import { nameText } from '#words';
import { kindText } from '../changing/kind-text.ts';
import { useConfirm } from './context.ts';
import { Effect } from './effect.tsx';
import { PlanTable } from './plan-table.tsx';
import { Refusals } from './refusals.tsx';
import { Risks } from './risks.tsx';
import { Typed } from './typed.tsx';
import { WhatIf } from './what-if.tsx';

const MOST_NAME = 80;

const Where = () => {
  const { model, words } = useConfirm();
  const ids = new Set(model.plans.value.map(({ workspaceId }) => workspaceId));
  const names = model.workspaces.value.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  const [only, ...others] = names;
  if (only === undefined || others.length > 0) return null;
  return <p class="where">{words.t('confirm.of', { workspace: nameText(only, '', MOST_NAME) })}</p>;
};

const Problem = () => {
  const { model, words } = useConfirm();
  const { value } = model.problem;
  return (
    <div role="alert" data-problem={value ?? undefined}>
      {value && <p class="warning">{words.t(`confirm.problem.${value}`)}</p>}
    </div>
  );
};

/** What is to be changed, what comes of it, what speaks against it, and the one button that does it. */
export const Plan = () => {
  const { model, words } = useConfirm();
  const wanted = model.wanted.value;
  const hasNone = wanted.length === 0;
  const plans = hasNone ? model.plans.value : wanted;
  return (
    <>
      <header>
        <h1>{kindText(model.plans.value, 'title', words)}</h1>
        <Where />
      </header>
      <Problem />
      <Refusals />
      <PlanTable plans={plans} />
      {!hasNone && (
        <>
          <WhatIf />
          <Effect />
          <Risks plans={wanted} />
          <Typed />
          <p class="note">
            {words.t(
              wanted.every(({ inverse }) => inverse) ? 'confirm.undoNote' : 'confirm.noUndo',
            )}
          </p>
        </>
      )}
      <p class="buttons">
        {!hasNone && (
          // Not a form's: a form that a script submits sends a trusted event.
          <button
            type="button"
            class="button first"
            data-confirm
            disabled={!model.mayApply.value}
            aria-busy={model.isApplying.value}
            onClick={model.apply}
          >
            {kindText(wanted, 'verb', words)}
          </button>
        )}
        <button type="button" class="button" onClick={model.ports.close}>
          {words.t(hasNone ? 'confirm.close' : 'confirm.cancel')}
        </button>
      </p>
    </>
  );
};
