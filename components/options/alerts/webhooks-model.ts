import { signal } from '@preact/signals';
import type { WebhookMessages, WebhookProblem, WebhookState } from '#messages';
import { checkWebhookAddress, originOfHost } from '#model';
import { ask } from '../ask.ts';
import type { OptionsPorts } from '../ports.ts';

/** What is said of a webhook that was asked for something: the background's word, or that it gave none. */
export type WebhookTrouble = WebhookProblem | { readonly code: 'no_answer' };

/** Where adding one, testing one or removing one stands. `id` null: the form. */
export type WebhookAttempt =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' | 'testing' | 'asked' | 'removing'; readonly id: string | null }
  | { readonly kind: 'added' | 'removed'; readonly id: null; readonly name: string }
  | { readonly kind: 'tested'; readonly id: string }
  | { readonly kind: 'failed'; readonly id: string | null; readonly problem: WebhookTrouble };

/** What the form asks for: the address goes into one message and is kept nowhere here. */
export type WebhookDraft = Omit<WebhookMessages['webhook.put']['request'], 'id' | 'address'> & {
  readonly address: string;
};

const NO_ANSWER: WebhookTrouble = { code: 'no_answer' };

/** The places outside the browser to which notices go. */
export const createWebhooksModel = (ports: OptionsPorts) => {
  /** Null until it was read. */
  const list = signal<readonly WebhookState[] | 'no_answer' | null>(null);
  const attempt = signal<WebhookAttempt>({ kind: 'idle' });

  const refresh = async (): Promise<void> => {
    const answer = await ask(() => ports.send('webhook.list', {}));
    list.value = answer?.webhooks ?? (list.value === null ? 'no_answer' : list.value);
  };
  const fail = (id: string | null, problem: WebhookTrouble): void => {
    attempt.value = { kind: 'failed', id, problem };
  };
  const test = async (id: string): Promise<void> => {
    attempt.value = { kind: 'testing', id };
    const answer = await ask(() => ports.send('webhook.test', { id }));
    if (answer?.ok) attempt.value = { kind: 'tested', id };
    else fail(id, answer?.problem ?? NO_ANSWER);
    await refresh();
  };

  return {
    list,
    attempt,
    refresh,
    /** Adds one, and gives whether it was. Asks for access to its host as the first act of the click. */
    add: async (draft: WebhookDraft): Promise<boolean> => {
      const checked = checkWebhookAddress(draft.address);
      if (!checked.ok) {
        fail(null, { code: checked.problem });
        return false;
      }
      const asked = ask(() => ports.requestOrigin(checked.origin));
      attempt.value = { kind: 'saving', id: null };
      if (!(await asked)) {
        fail(null, { code: 'permission_missing' });
        return false;
      }
      const answer = await ask(() => ports.send('webhook.put', { ...draft, id: null }));
      if (!answer?.ok) {
        fail(null, answer?.problem ?? NO_ANSWER);
        return false;
      }
      attempt.value = { kind: 'added', id: null, name: answer.webhook.name || answer.webhook.host };
      await refresh();
      return true;
    },
    test,
    /** Asks again for access to the host of one that was taken away, then sends a test. */
    allow: async ({ id, host }: WebhookState): Promise<void> => {
      const asked = ask(() => ports.requestOrigin(originOfHost(host)));
      attempt.value = { kind: 'testing', id };
      if (await asked) await test(id);
      else fail(id, { code: 'permission_missing' });
    },
    askToRemove: (id: string): void => {
      attempt.value = { kind: 'asked', id };
    },
    leave: (): void => {
      attempt.value = { kind: 'idle' };
    },
    remove: async ({ id, name, host }: WebhookState): Promise<void> => {
      attempt.value = { kind: 'removing', id };
      const answer = await ask(() => ports.send('webhook.remove', { id }));
      if (answer?.ok) attempt.value = { kind: 'removed', id: null, name: name || host };
      else fail(id, answer === null ? NO_ANSWER : { code: 'storage_failed' });
      await refresh();
    },
  };
};
