import { useMemo } from 'preact/hooks';
import type { HeadWorkspace } from '#store/read';
import { tidy } from '#words';
import { usePopup } from './context.ts';
import { createLaterWords, type LaterWords } from './later-words.ts';

export interface NoticeProps {
  readonly workspace: HeadWorkspace;
  readonly isHeadline: boolean;
}

const textOf = ({ state }: HeadWorkspace, words: LaterWords, now: number): string => {
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

/** What a person does about a workspace's state; null where waiting is all. */
const actionOf = ({ state }: HeadWorkspace, words: LaterWords): string | null => {
  switch (state.kind) {
    case 'key_rejected':
    case 'scope_missing':
      return words.t('state.replaceKey');
    case 'locked':
    case 'permission_missing':
      return words.t('state.openSettings');
    default:
      return null;
  }
};

/** How one workspace stands with Instantly, when it does not stand well. `isHeadline` makes it the answer of the page. */
export const Notice = ({ workspace, isHeadline }: NoticeProps) => {
  const { model, reader } = usePopup();
  const words = useMemo(() => createLaterWords(reader), [reader]);
  const { state, name } = workspace;
  if (state.kind === 'ok') return null;
  const Title = isHeadline ? 'h1' : 'strong';
  const action = actionOf(workspace, words);
  const isNamed = model.workspaces.value.length > 1;
  return (
    <section class={isHeadline ? 'notice headline' : 'notice'} data-state={state.kind}>
      <Title>{words.t(`state.${state.kind}`)}</Title>
      {isNamed && <bdi class="of">{tidy(name)}</bdi>}
      <p>{textOf(workspace, words, model.slowNow.value)}</p>
      {state.kind === 'first_check' && state.found > 0 && (
        <progress
          max={state.found}
          value={state.checked}
          aria-label={words.t('state.first_check')}
        />
      )}
      {action && (
        <button type="button" class="button first" onClick={model.ports.openOptions}>
          {action}
        </button>
      )}
    </section>
  );
};

/** What somebody sees who has not connected anything. */
export const Welcome = () => {
  const { model, reader } = usePopup();
  const words = useMemo(() => createLaterWords(reader), [reader]);
  return (
    <section class="notice headline welcome">
      <h1>{words.t('popup.welcome')}</h1>
      <p>{words.t('popup.welcomeText')}</p>
      <button type="button" class="button first" onClick={model.ports.openOptions}>
        {words.t('popup.connect')}
      </button>
    </section>
  );
};
