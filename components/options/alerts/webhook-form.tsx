import { useRef, useState } from 'preact/hooks';
import { checkWebhookAddress, WEBHOOK_KINDS, type WebhookKind } from '#model';
import { nameText } from '#words';
import { useOptions } from '../context.ts';
import { useTroubleText } from './webhook-trouble.tsx';

const LONGEST_NAME = 60;

const Outcome = () => {
  const { model, words } = useOptions();
  const troubleText = useTroubleText();
  const attempt = model.webhooks.attempt.value;
  if (attempt.kind === 'idle' || attempt.id !== null) return null;
  switch (attempt.kind) {
    case 'saving':
      return <progress aria-label={words.t('webhooks.saving')} />;
    case 'added':
    case 'removed':
      return (
        <p role="status" class="good">
          <bdi>
            {words.t(`webhooks.${attempt.kind}`, { name: nameText(attempt.name, '–', 100) })}
          </bdi>
        </p>
      );
    case 'failed':
      return (
        <div role="alert" class="alert" id="webhook-problem" data-problem={attempt.problem.code}>
          {troubleText(attempt.problem)}
        </div>
      );
    default:
      return null;
  }
};

/** Adds a webhook. What is refused stays in the fields; what is accepted is cleared from them. */
export const WebhookForm = () => {
  const { model, words } = useOptions();
  const form = useRef<HTMLFormElement>(null);
  const address = useRef<HTMLInputElement>(null);
  // Guessed from the address until the user chooses it.
  const [kind, setKind] = useState<WebhookKind>('slack');
  const [isChosen, setChosen] = useState(false);
  const attempt = model.webhooks.attempt.value;
  const isRefused = attempt.kind === 'failed' && attempt.id === null;
  const add = async (): Promise<void> => {
    const field = address.current;
    if (!field || !form.current) return;
    const data = new FormData(form.current);
    // Asks the browser first: no wait may come before.
    const added = model.webhooks.add({
      kind,
      name: String(data.get('name') ?? '').trim(),
      address: field.value.trim(),
      hasAddresses: data.has('hasAddresses'),
    });
    if (await added) {
      form.current.reset();
      setKind('slack');
      setChosen(false);
    } else field.focus();
  };
  return (
    <form
      ref={form}
      id="webhook"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h4>{words.t('webhooks.add')}</h4>
      <div class="fields wide">
        <div>
          <label for="webhook-address">{words.t('webhooks.address')}</label>
          <input
            ref={address}
            id="webhook-address"
            name="address"
            type="password"
            autocomplete="off"
            spellcheck={false}
            aria-describedby={isRefused ? 'webhook-problem' : 'webhook-address-hint'}
            aria-invalid={isRefused}
            onInput={({ currentTarget }) => {
              const checked = checkWebhookAddress(currentTarget.value);
              if (checked.ok && !isChosen) setKind(checked.kind);
            }}
          />
          <p class="small" id="webhook-address-hint">
            {words.t('webhooks.address.hint')}
          </p>
        </div>
        <div>
          <label for="webhook-name">{words.t('webhooks.name')}</label>
          <input
            id="webhook-name"
            name="name"
            type="text"
            autocomplete="off"
            maxLength={LONGEST_NAME}
            aria-describedby="webhook-name-hint"
          />
          <p class="small" id="webhook-name-hint">
            {words.t('webhooks.name.hint')}
          </p>
        </div>
        <div>
          <label for="webhook-kind">{words.t('webhooks.kind')}</label>
          <select
            id="webhook-kind"
            value={kind}
            onChange={({ currentTarget }) => {
              setKind(WEBHOOK_KINDS.find((one) => one === currentTarget.value) ?? 'any');
              setChosen(true);
            }}
          >
            {WEBHOOK_KINDS.map((one) => (
              <option key={one} value={one}>
                {words.t(`webhooks.kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="option">
          <input
            id="webhook-addresses"
            name="hasAddresses"
            type="checkbox"
            aria-describedby="webhook-addresses-text"
          />
          <label for="webhook-addresses">{words.t('webhooks.hasAddresses')}</label>
          <p class="small" id="webhook-addresses-text">
            {words.t('webhooks.hasAddresses.text')}
          </p>
        </div>
      </div>
      <div class="actions">
        <button type="submit" class="button first" disabled={attempt.kind === 'saving'}>
          {words.t('webhooks.save')}
        </button>
      </div>
      <Outcome />
    </form>
  );
};
