import type { HeadWorkspace } from '#store/read';
import { nameText } from '#words';
import { StorageNotice } from '../storage-notice/index.tsx';
import { stateAction, stateText } from '../workspace-state/index.ts';
import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';
import { Locked } from './locked.tsx';
import './notices.css';

export interface NoticeProps {
  readonly workspace: HeadWorkspace;
  readonly isHeadline: boolean;
}

export interface StretchedProps {
  /** How long one round takes, in ms. */
  readonly forMs: number;
}

/** How one workspace stands with Instantly, when it does not stand well. `isHeadline` makes it the answer of the page. */
export const Notice = ({ workspace, isHeadline }: NoticeProps) => {
  const { model, words: first } = usePopup();
  const words = useLaterWords();
  const { state, name } = workspace;
  if (state.kind === 'ok') return null;
  const Title = isHeadline ? 'h1' : 'strong';
  const action = stateAction(state, words, {
    openOptions: model.ports.openOptions,
    requestAccess: model.ports.requestAccess,
    checkNow: model.checkNow,
  });
  const isNamed = model.workspaces.value.length > 1;
  // One passphrase opens all.
  const firstLocked = model.workspaces.value.find((other) => other.state.kind === 'locked');
  return (
    <section class={isHeadline ? 'notice headline' : 'notice'} data-state={state.kind}>
      <Title>{words.t(`state.${state.kind}`)}</Title>
      {isNamed && <bdi class="of">{nameText(name, first.t('popup.workspace'))}</bdi>}
      <p>{stateText(state, words, model.slowNow.value)}</p>
      {state.kind === 'first_check' && (
        <progress
          aria-label={words.t('state.first_check')}
          {...(state.found > 0 && { max: state.found, value: state.checked })}
        />
      )}
      {firstLocked?.id === workspace.id && <Locked />}
      {action && (
        <button type="button" class="button first" onClick={action.act}>
          {action.label}
        </button>
      )}
    </section>
  );
};

/** What somebody sees who has not connected anything. */
export const Welcome = () => {
  const { model } = usePopup();
  const words = useLaterWords();
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

/** Says that the browser does not store. */
export const Trouble = () => {
  const trouble = usePopup().model.trouble.value;
  const words = useLaterWords();
  return trouble && <StorageNotice trouble={trouble} words={words} look="notice" />;
};

/** Says that a round over all campaigns takes longer than the interval that was wished. */
export const Stretched = ({ forMs }: StretchedProps) => {
  const words = useLaterWords();
  return (
    <section class="notice" data-state="stretched">
      <strong>{words.t('state.stretched')}</strong>
      <p>{words.t('state.stretched.text', { forMs })}</p>
    </section>
  );
};
