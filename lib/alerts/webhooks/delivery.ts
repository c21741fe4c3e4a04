import {
  DAY_MS,
  type InstantMs,
  MINUTE_MS,
  type Notice,
  SECOND_MS,
  type WebhookProblem,
} from '#model';
import type { DeliveryRecord } from '#store/read';

/** How one attempt ended. */
export type Outcome =
  | { readonly kind: 'delivered' }
  | {
      readonly kind: 'failed';
      readonly problem: WebhookProblem;
      /** What the receiver asks to wait for; undefined when it says nothing. */
      readonly notBefore: InstantMs | undefined;
    };

const FIRST_BACKOFF_MS = 30 * SECOND_MS;
/** The alarm is never set later than this: a longer wait would be cut short by it. */
const LONGEST_BACKOFF_MS = 15 * MINUTE_MS;
/** Somebody who takes a notice for news after a day would be misled. */
const LASTS_MS = DAY_MS;
/** Attempts after which an answer that will hardly change is believed. */
const MOST_REFUSALS = 3;
/** Notices that wait for one webhook at most; the oldest give way. */
const MOST_WAITING = 50;

/** Statuses after which the same request may well succeed later (RFC 9110 15.5.9, RFC 8470 5.2, RFC 6585 4, RFC 9110 15.6). */
const isPassing = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;

/** Whether what is wrong is on this side: nothing was sent, and nothing needs to wait once it is put right. */
export const isOurs = ({ code }: WebhookProblem): boolean =>
  code === 'locked' || code === 'permission_missing' || code === 'storage_failed';

const isFinal = (problem: WebhookProblem): boolean =>
  problem.code === 'refused' ? !isPassing(problem.status) : problem.code === 'redirected';

/** One delivery of each notice to each webhook. The same notice told again at another time is another delivery. */
export const deliveriesOf = (
  notices: readonly Notice[],
  webhooks: readonly { readonly id: string }[],
  now: InstantMs,
): readonly DeliveryRecord[] =>
  notices.flatMap((notice) =>
    webhooks.map(({ id: webhookId }) => ({
      // Visible ASCII only: it is the value of a header as well.
      id: `${notice.id}.${notice.at}.${webhookId}`.replace(/[^!-~]/g, '_').slice(-200),
      webhookId,
      notice,
      attempts: 0,
      notBefore: now,
      at: now,
    })),
  );

const isOver = ({ at }: DeliveryRecord, now: InstantMs): boolean => now - at >= LASTS_MS;

/** What is still worth sending: no webhook that is gone, nothing too old, not more than one webhook may have waiting. */
export const keepWorth = (
  deliveries: readonly DeliveryRecord[],
  webhookIds: ReadonlySet<string>,
  now: InstantMs,
): readonly DeliveryRecord[] => {
  const waiting = new Map<string, number>();
  const kept = deliveries.toReversed().filter((delivery) => {
    const { webhookId } = delivery;
    const place = (waiting.get(webhookId) ?? 0) + 1;
    waiting.set(webhookId, place);
    return webhookIds.has(webhookId) && place <= MOST_WAITING && !isOver(delivery, now);
  });
  return kept.length === deliveries.length ? deliveries : kept.toReversed();
};

/** The next to send to one webhook, the oldest first; undefined while it rests or nothing waits. */
export const nextFor = (
  deliveries: readonly DeliveryRecord[],
  webhookId: string,
  now: InstantMs,
): DeliveryRecord | undefined => {
  const first = deliveries.find((delivery) => delivery.webhookId === webhookId);
  // Later ones wait with it: a receiver that fails is not tried with each of them.
  return first !== undefined && mayBeSent(first, now) ? first : undefined;
};

// A clock that was set back leaves instants far ahead that nobody meant.
const mayBeSent = ({ notBefore }: DeliveryRecord, now: InstantMs): boolean =>
  notBefore <= now || notBefore > now + LONGEST_BACKOFF_MS;

/** When the next attempt may be made; null when nothing waits but for what is `held` on this side. */
export const nextAttemptAt = (
  deliveries: readonly DeliveryRecord[],
  held: ReadonlySet<string>,
): InstantMs | null => {
  const firsts = new Map<string, InstantMs>();
  for (const { webhookId, notBefore } of deliveries) {
    if (!firsts.has(webhookId) && !held.has(webhookId)) firsts.set(webhookId, notBefore);
  }
  return firsts.size === 0 ? null : Math.min(...firsts.values());
};

const backoffMs = (attempts: number, random: number): number => {
  const most = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(attempts - 1, 10));
  // Between half of it and all: never at once, and not all receivers' clients at the same moment.
  return most * (0.5 + random / 2);
};

/** The delivery after an attempt; null when it is over, delivered or given up. `random` from 0 to 1. */
export const afterAttempt = (
  delivery: DeliveryRecord,
  outcome: Outcome,
  now: InstantMs,
  random: number,
): DeliveryRecord | null => {
  if (outcome.kind === 'delivered') return null;
  const { problem } = outcome;
  if (isOurs(problem)) return delivery;
  const attempts = delivery.attempts + 1;
  if (isFinal(problem) && attempts >= MOST_REFUSALS) return null;
  const backoff = now + backoffMs(attempts, random);
  const asked = Math.min(outcome.notBefore ?? 0, now + LONGEST_BACKOFF_MS);
  return { ...delivery, attempts, notBefore: Math.round(Math.max(backoff, asked)) };
};
