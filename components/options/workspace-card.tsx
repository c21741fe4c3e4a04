import type { WorkspaceRecord } from '#store/read';
import { nameText } from '#words';
import { Abilities } from './abilities.tsx';
import { Access } from './access.tsx';
import { useOptions } from './context.ts';
import { Members } from './members.tsx';
import { Order } from './order.tsx';
import { Problem } from './problem.tsx';
import { stateText } from './state-text.ts';
import { WorkspaceFoot } from './workspace-foot.tsx';

interface CardProps {
  readonly workspace: WorkspaceRecord;
}

const CheckOutcome = ({ workspace: { id } }: CardProps) => {
  const { model, words } = useOptions();
  const attempt = model.workspaces.checks.value.get(id);
  switch (attempt?.kind) {
    case 'asking':
      return <progress aria-label={words.t('options.connecting')} />;
    case 'refused':
      return <Problem problem={attempt.problem} retry={() => model.workspaces.checkKey(id)} />;
    case 'accepted':
      return (
        <p role="status" class="good">
          {words.t('options.keyGood')}
        </p>
      );
    case 'no_answer':
      return (
        <div role="alert" class="alert">
          {words.t('options.noAnswer')}
        </div>
      );
    default:
      return null;
  }
};

const Facts = ({ workspace }: CardProps) => {
  const { model, words } = useOptions();
  const { id, adminId, keyTail, connectedAt, state } = workspace;
  return (
    <>
      <p class="small">
        {words.t(adminId ? 'options.keyTail.admin' : 'options.keyTail', { tail: `…${keyTail}` })} ·{' '}
        {words.t('options.since', { at: connectedAt, now: model.now.value })}
      </p>
      {state.kind === 'permission_missing' && (
        <Access retry={() => model.workspaces.checkKey(id)} />
      )}
      <Abilities workspace={workspace} />
      <CheckOutcome workspace={workspace} />
    </>
  );
};

/** One connected workspace: how it stands, what its key can do, and what can be done with it. */
export const WorkspaceCard = ({ workspace }: CardProps) => {
  const { model, words } = useOptions();
  const { id, name, state, isDemo } = workspace;
  const vault = model.vault.state.value;
  const mode = vault === null || vault === 'no_answer' ? null : vault.mode;
  return (
    <li class="card" data-workspace-id={id} data-state={state.kind}>
      <div class="title">
        <h3 id={`title-${id}`}>
          <bdi>{nameText(name, words.t('options.unnamed'))}</bdi>
          {isDemo && <span class="tag">{words.t('options.demo')}</span>}
        </h3>
        <Order workspace={workspace} />
      </div>
      <p class="state">
        {isDemo ? words.t('options.state.demo') : stateText(state, mode, words, model.now.value)}
      </p>
      {state.kind === 'first_check' && state.found > 0 && (
        <progress
          aria-label={words.t('first.progress')}
          max={state.found}
          value={Math.min(state.checked, state.found)}
        />
      )}
      {!isDemo && <Facts workspace={workspace} />}
      <WorkspaceFoot workspace={workspace} />
      <Members at={id} />
    </li>
  );
};
