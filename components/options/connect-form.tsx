import { useRef, useState } from 'preact/hooks';
import { nameText } from '#words';
import { API_KEYS_URL } from '../links.ts';
import { useOptions } from './context.ts';
import { hintFor, type KeyHint } from './key-hint.ts';
import { Members } from './members.tsx';
import { Problem } from './problem.tsx';
import { Scopes } from './scopes.tsx';

const Attempted = ({ retry }: { readonly retry: () => Promise<unknown> }) => {
  const { model, words } = useOptions();
  const attempt = model.workspaces.connecting.value;
  switch (attempt.kind) {
    case 'asking':
      return (
        <div role="status" class="asking">
          <span>{words.t('options.connecting')}</span>
          <progress aria-label={words.t('options.connecting')} />
        </div>
      );
    case 'refused':
      return <Problem problem={attempt.problem} retry={retry} />;
    case 'no_answer':
      return (
        <div role="alert" class="alert">
          {words.t('options.noAnswer')}
        </div>
      );
    case 'accepted':
      return (
        <p role="status" class="good">
          <bdi>
            {words.t(attempt.isReplaced ? 'options.replaced' : 'options.connected', {
              name: nameText(attempt.name, words.t('options.unnamed')),
            })}
          </bdi>
        </p>
      );
    default:
      return null;
  }
};

/** The one place where a key is typed. A refused key stays in the field, an accepted one is cleared from it. */
export const ConnectForm = () => {
  const { model, words } = useOptions();
  const field = useRef<HTMLInputElement>(null);
  const [hint, setHint] = useState<KeyHint | null>(null);
  const attempt = model.workspaces.connecting.value;
  const connect = async (): Promise<void> => {
    const input = field.current;
    if (!input) return;
    if (await model.workspaces.connect(input.value)) {
      input.value = '';
      setHint(null);
      const accepted = model.workspaces.connecting.value;
      if (accepted.kind === 'accepted') await model.members.offer(accepted.id);
    } else input.focus();
  };
  return (
    <div class="card" id="connect">
      <h3>{words.t('options.connectTitle')}</h3>
      <p>
        {words.t('options.where')}{' '}
        <a href={API_KEYS_URL} target="_blank" rel="noreferrer">
          {words.t('options.whereLink')}
        </a>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void connect();
        }}
      >
        <label for="key">{words.t('options.apiKey')}</label>
        <div class="field">
          <input
            ref={field}
            id="key"
            type="password"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="key-hint"
            aria-invalid={attempt.kind === 'refused'}
            onInput={({ currentTarget }) => setHint(hintFor(currentTarget.value))}
            onPaste={({ clipboardData }) => {
              // The field drops line breaks, so they can be seen here only; the input event comes after this one.
              const pasted = hintFor(clipboardData?.getData('text') ?? '');
              if (pasted === 'line_break') queueMicrotask(() => setHint(pasted));
            }}
          />
          <button type="submit" class="button first" disabled={attempt.kind === 'asking'}>
            {words.t('options.connect')}
          </button>
        </div>
        <p id="key-hint" class="small hint" aria-live="polite">
          {hint !== null && words.t(`hint.${hint}`)}
        </p>
      </form>
      <Attempted retry={connect} />
      <Members at="offer" />
      <Scopes />
    </div>
  );
};
