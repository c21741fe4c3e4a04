import { useRef } from 'preact/hooks';
import { tidy } from '#words';
import { API_KEYS_URL } from '../links.ts';
import type { OptionsModel } from './model.ts';
import { Problem } from './problem.tsx';
import type { OptionsWords } from './words.ts';

const WATCH_SCOPES = ['campaigns', 'accounts', 'workspaces'] as const;

const Outcome = ({
  model,
  words,
}: {
  readonly model: OptionsModel;
  readonly words: OptionsWords;
}) => {
  const attempt = model.connecting.value;
  switch (attempt.kind) {
    case 'refused':
      return <Problem problem={attempt.problem} words={words} now={model.now.value} />;
    case 'no_answer':
      return (
        <div role="alert" class="alert">
          {words.t('options.noAnswer')}
        </div>
      );
    case 'accepted':
      return (
        <p role="status" class="good">
          {words.t(attempt.isReplaced ? 'options.replaced' : 'options.connected', {
            name: tidy(attempt.name),
          })}
        </p>
      );
    default:
      return null;
  }
};

/** The one place where a key is typed. A refused key stays in the field, an accepted one is cleared from it. */
export const ConnectForm = ({
  model,
  words,
}: {
  readonly model: OptionsModel;
  readonly words: OptionsWords;
}) => {
  const field = useRef<HTMLInputElement>(null);
  const isAsking = model.connecting.value.kind === 'asking';
  const connect = async () => {
    const input = field.current;
    if (!input) return;
    if (await model.connect(input.value)) input.value = '';
    else input.focus();
  };
  return (
    <section class="card" aria-labelledby="connect">
      <h2 id="connect">{words.t('options.connectTitle')}</h2>
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
            aria-invalid={model.connecting.value.kind === 'refused'}
          />
          <button type="submit" class="button first" disabled={isAsking}>
            {words.t('options.connect')}
          </button>
        </div>
      </form>
      {isAsking && <progress aria-label={words.t('options.connecting')} />}
      <Outcome model={model} words={words} />
      <h3>{words.t('options.scopes')}</h3>
      <dl class="scopes">
        {WATCH_SCOPES.map((scope) => (
          <div key={scope}>
            <dt>
              <code>{`${scope}:read`}</code>
            </dt>
            <dd>{words.t(`options.scope.${scope}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="small">{words.t('options.scopesText')}</p>
    </section>
  );
};
