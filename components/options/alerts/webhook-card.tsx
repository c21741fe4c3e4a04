import { useEffect, useRef } from 'preact/hooks';
import type { WebhookState } from '#messages';
import { nameText, tidy } from '#words';
import { useOptions } from '../context.ts';
import { useTroubleText } from './webhook-trouble.tsx';

interface CardProps {
  readonly webhook: WebhookState;
}

const Last = ({ webhook: { lastOutcome } }: CardProps) => {
  const { model, words } = useOptions();
  const troubleText = useTroubleText();
  const now = model.now.value;
  if (lastOutcome === null) return <p>{words.t('webhooks.never')}</p>;
  const { at } = lastOutcome;
  return lastOutcome.kind === 'delivered' ? (
    <p>{words.t('webhooks.delivered', { at, now })}</p>
  ) : (
    <p class="outcome-failed">
      <strong>{words.t('webhooks.failed', { at, now })}</strong> {troubleText(lastOutcome.problem)}
    </p>
  );
};

const Question = ({ webhook }: CardProps) => {
  const { model, words } = useOptions();
  const { leave, remove } = model.webhooks;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div
      class="question"
      role="group"
      aria-label={words.t('webhooks.remove.title', { name: tidy(webhook.name || webhook.host) })}
      onKeyDown={({ key }) => key === 'Escape' && leave()}
    >
      <p>{words.t('webhooks.remove.text')}</p>
      <div class="actions">
        <button
          type="button"
          ref={first}
          class="button danger"
          onClick={() => void remove(webhook)}
        >
          {words.t('webhooks.remove.yes')}
        </button>
        <button type="button" class="button" onClick={leave}>
          {words.t('options.cancel')}
        </button>
      </div>
    </div>
  );
};

const Outcome = ({ webhook }: CardProps) => {
  const { model, words } = useOptions();
  const troubleText = useTroubleText();
  const attempt = model.webhooks.attempt.value;
  if (attempt.kind === 'idle' || attempt.id !== webhook.id) return null;
  switch (attempt.kind) {
    case 'testing':
      return <progress aria-label={words.t('webhooks.testing')} />;
    case 'tested':
      return (
        <p role="status" class="good">
          {words.t('webhooks.tested')}
        </p>
      );
    case 'asked':
    case 'removing':
      return <Question webhook={webhook} />;
    case 'failed':
      return (
        <div role="alert" class="alert" data-problem={attempt.problem.code}>
          {troubleText(attempt.problem)}
        </div>
      );
    default:
      return null;
  }
};

const isWithoutAccess = ({ lastOutcome }: WebhookState): boolean =>
  lastOutcome?.kind === 'failed' && lastOutcome.problem.code === 'permission_missing';

/** One webhook: where it leads, what came of it, and what can be done with it. The address itself is never shown. */
export const WebhookCard = ({ webhook }: CardProps) => {
  const { model, words } = useOptions();
  const { id, kind, name, host, hasAddresses, waiting, lastOutcome } = webhook;
  const { attempt, test, allow, askToRemove } = model.webhooks;
  const isTesting = attempt.value.kind === 'testing' && attempt.value.id === id;
  const facts = [
    ...(name === '' ? [] : [words.t(`webhooks.kind.${kind}`)]),
    ...(hasAddresses ? [words.t('webhooks.addresses')] : []),
    ...(waiting > 0 ? [words.t('webhooks.waiting', { count: waiting })] : []),
  ];
  return (
    <li class="card" data-webhook-id={id} data-outcome={lastOutcome?.kind ?? 'none'}>
      <h4>
        <bdi>{nameText(name, words.t(`webhooks.kind.${kind}`), 100)}</bdi>
      </h4>
      <p>
        <bdi class="host">{tidy(host, 200)}</bdi>
        {facts.map((fact) => ` · ${fact}`)}
      </p>
      <Last webhook={webhook} />
      <div class="actions">
        {isWithoutAccess(webhook) && (
          <button
            type="button"
            class="button first"
            disabled={isTesting}
            onClick={() => void allow(webhook)}
          >
            {words.t('webhooks.allow', { host: tidy(host, 60) })}
          </button>
        )}
        <button type="button" class="button" disabled={isTesting} onClick={() => void test(id)}>
          {words.t('webhooks.test')}
        </button>
        <button type="button" class="button" data-opens="remove" onClick={() => askToRemove(id)}>
          {words.t('webhooks.remove')}
        </button>
      </div>
      <Outcome webhook={webhook} />
    </li>
  );
};
