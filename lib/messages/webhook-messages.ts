import type { WebhookKind, WebhookOutcome, WebhookProblem } from '#model';

export type { WebhookProblem } from '#model';

/** A place outside the browser to which notices go. Its address is in the vault; only its host is ever shown. */
export interface WebhookState {
  readonly id: string;
  readonly kind: WebhookKind;
  /** What the user calls it. */
  readonly name: string;
  readonly host: string;
  /** Whether inbox addresses may be in what is sent. */
  readonly hasAddresses: boolean;
  /** Notices that wait to be delivered. */
  readonly waiting: number;
  /** Of the last attempt; null before the first. */
  readonly lastOutcome: WebhookOutcome | null;
}

/** Messages about places outside the browser to which notices go. */
export interface WebhookMessages {
  'webhook.list': {
    request: Record<string, never>;
    answer: { readonly webhooks: readonly WebhookState[] };
  };
  /** Keeps an address, or with `id` another one for a webhook that is there. */
  'webhook.put': {
    request: {
      readonly id: string | null;
      readonly kind: WebhookKind;
      readonly name: string;
      /** Null keeps the address that is there. */
      readonly address: string | null;
      readonly hasAddresses: boolean;
    };
    answer:
      | { readonly ok: true; readonly webhook: WebhookState }
      | { readonly ok: false; readonly problem: WebhookProblem };
  };
  'webhook.remove': { request: { readonly id: string }; answer: { readonly ok: boolean } };
  /** Sends a test at once. */
  'webhook.test': {
    request: { readonly id: string };
    answer: { readonly ok: true } | { readonly ok: false; readonly problem: WebhookProblem };
  };
}
