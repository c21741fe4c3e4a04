import { useOptions } from '../context.ts';
import { WebhookCard } from './webhook-card.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** Where notices go beside the screen, and a form for one more. */
export const Webhooks = () => {
  const { model, words } = useOptions();
  const list = model.webhooks.list.value;
  return (
    <div class="card" id="webhooks">
      <h3>{words.t('webhooks.title')}</h3>
      <p>{words.t('webhooks.text')}</p>
      {list === null && <p aria-busy="true">{words.t('options.reading')}</p>}
      {list === 'no_answer' && <p class="alert">{words.t('webhooks.noAnswer')}</p>}
      {Array.isArray(list) && list.length === 0 && <p>{words.t('webhooks.none')}</p>}
      {Array.isArray(list) && list.length > 0 && (
        <ul>
          {list.map((webhook) => (
            <WebhookCard key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
      <WebhookForm />
    </div>
  );
};
