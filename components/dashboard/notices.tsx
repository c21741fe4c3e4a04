import type { WorkspaceRecord } from '#store/read';
import { nameText } from '#words';
import { StorageNotice } from '../storage-notice/index.tsx';
import { type StateAction, stateAction, stateText } from '../workspace-state/index.ts';
import { useDashboard } from './context.ts';
import type { DashboardModel } from './model.ts';
import type { DashboardWords } from './words.ts';

/** A locked vault is opened in the options; the popup has a field of its own for it. */
const actionOf = (
  { state }: WorkspaceRecord,
  words: DashboardWords,
  { ports, checkNow }: DashboardModel,
): StateAction | null =>
  state.kind === 'locked'
    ? { label: words.t('state.openSettings'), act: ports.openOptions }
    : stateAction(state, words, {
        openOptions: ports.openOptions,
        requestAccess: ports.requestAccess,
        checkNow,
      });

/** How one workspace stands, when it does not stand well. `isHeadline` makes it the answer of the page. */
export const Notice = ({
  workspace,
  isHeadline = false,
}: {
  readonly workspace: WorkspaceRecord;
  readonly isHeadline?: boolean;
}) => {
  const { model, words } = useDashboard();
  const { state, name } = workspace;
  if (state.kind === 'ok') return null;
  const action = actionOf(workspace, words, model);
  const Title = isHeadline ? 'h1' : 'strong';
  return (
    <section
      class="card notice"
      data-state={state.kind}
      aria-label={words.t('dashboard.notice', { name: nameText(name, words.t('popup.workspace')) })}
    >
      <Title>{words.t(`state.${state.kind}`)}</Title>{' '}
      <bdi class="quiet">{nameText(name, words.t('popup.workspace'))}</bdi>
      <p>{stateText(state, words, model.slowNow.value)}</p>
      {state.kind === 'first_check' && state.found > 0 && (
        <progress
          max={state.found}
          value={state.checked}
          aria-label={words.t('state.first_check')}
        />
      )}
      {action && (
        <button type="button" class="button first" onClick={action.act}>
          {action.label}
        </button>
      )}
    </section>
  );
};

/** Says that the browser does not store. */
export const Trouble = () => {
  const { model, words } = useDashboard();
  const trouble = model.trouble.value;
  return trouble && <StorageNotice trouble={trouble} words={words} look="card notice" />;
};

/** Says that a round over all campaigns takes longer than the interval that was wished. */
const Stretched = () => {
  const { model, words } = useDashboard();
  const forMs = model.stretchedMs.value;
  if (forMs === null) return null;
  return (
    <section class="card notice" data-state="stretched" aria-label={words.t('state.stretched')}>
      <strong>{words.t('state.stretched')}</strong>
      <p>{words.t('state.stretched.text', { forMs })}</p>
    </section>
  );
};

/** How the workspaces stand with Instantly, where they do not stand well. */
export const Notices = () => {
  const { model } = useDashboard();
  return (
    <>
      {model.workspaces.value.map((workspace) => (
        <Notice key={workspace.id} workspace={workspace} />
      ))}
      <Stretched />
    </>
  );
};
