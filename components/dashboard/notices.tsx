import type { WorkspaceRecord } from '#store/read';
import { nameText } from '#words';
import { StorageNotice } from '../storage-notice/index.tsx';
import { useDashboard } from './context.ts';
import type { DashboardModel } from './model.ts';
import type { DashboardWords } from './words.ts';

const textOf = ({ state }: WorkspaceRecord, words: DashboardWords, now: number): string => {
  switch (state.kind) {
    case 'ok':
      return '';
    case 'first_check':
      return state.found === 0
        ? words.t('state.first_check.start')
        : words.t('state.first_check.text', { checked: state.checked, found: state.found });
    case 'rate_limited':
      return words.t('state.rate_limited.text', { until: state.until, now });
    case 'scope_missing':
      return words.t('state.scope_missing.text', { scopes: state.scopes });
    case 'locked':
      return words.t('state.locked.text');
    case 'permission_missing':
      return words.t('state.permission_missing.text');
    default:
      return words.t(`state.${state.kind}.text`, { since: state.since, now });
  }
};

interface Action {
  readonly label: string;
  readonly act: () => void;
}

const actionOf = (
  { state }: WorkspaceRecord,
  words: DashboardWords,
  { ports, checkNow }: DashboardModel,
): Action | null => {
  switch (state.kind) {
    case 'key_rejected':
    case 'scope_missing':
      return { label: words.t('state.replaceKey'), act: ports.openOptions };
    case 'locked':
      return { label: words.t('state.openSettings'), act: ports.openOptions };
    case 'permission_missing':
      return {
        label: words.t('state.allowAccess'),
        // Browsers grant access only as the first thing that a click does.
        act: () => void ports.requestAccess().then((isThere) => (isThere ? checkNow() : undefined)),
      };
    default:
      return null;
  }
};

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
      <p>{textOf(workspace, words, model.slowNow.value)}</p>
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
