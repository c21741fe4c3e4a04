import { useEffect, useRef } from 'preact/hooks';
import type { ConnectProblem } from '#messages';
import { useOptions } from './context.ts';
import { Added, Adding } from './members-added.tsx';
import { Chooser } from './members-chooser.tsx';
import type { Choosing, Place } from './members-model.ts';
import { Problem } from './problem.tsx';

const Refused = ({ problem }: { readonly problem: ConnectProblem }) => {
  const { model, words } = useOptions();
  if (problem.code !== 'scope_missing') {
    return <Problem problem={problem} retry={model.members.again} />;
  }
  return (
    <div role="alert" class="alert" data-problem={problem.code}>
      {words.t('group.scope', { scopes: problem.scopes })}
    </div>
  );
};

const Choice = ({ state }: { readonly state: Choosing }) => {
  const { words } = useOptions();
  switch (state.kind) {
    case 'asking':
      return (
        <div role="status" class="asking">
          <span>{words.t('group.asking')}</span>
          <progress aria-label={words.t('group.asking')} />
        </div>
      );
    case 'none':
      return <p role="status">{words.t('group.none')}</p>;
    case 'no_answer':
      return (
        <div role="alert" class="alert">
          {words.t('options.noAnswer')}
        </div>
      );
    case 'refused':
      return <Refused problem={state.problem} />;
    case 'choosing':
      return <Chooser state={state} />;
    case 'adding':
      return <Adding state={state} />;
    case 'added':
      return <Added state={state} />;
  }
};

const SILENT: ReadonlySet<Choosing['kind']> = new Set(['asking', 'none', 'no_answer', 'refused']);

/** The further workspaces of a key, as a list to choose from; nothing when none is open at this place. */
export const Members = ({ at }: { readonly at: Place }) => {
  const { model } = useOptions();
  const here = useRef<HTMLDivElement>(null);
  const state = model.members.at(at);
  const isChoosing = state?.kind === 'choosing';
  useEffect(() => {
    // Who pressed a button for it goes on in the list; an offer takes nobody away from what he is at.
    if (isChoosing && at !== 'offer') here.current?.querySelector('input')?.focus();
  }, [isChoosing, at]);
  const isOpen = state !== null;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!isClosed || document.activeElement !== document.body) return;
    document
      .querySelector<HTMLElement>(`[data-workspace-id="${at}"] [data-opens=members]`)
      ?.focus();
  }, [isOpen, at]);
  if (state === null || (at === 'offer' && SILENT.has(state.kind))) return null;
  return (
    <div class="group" data-members={state.kind} ref={here}>
      <Choice state={state} />
    </div>
  );
};
