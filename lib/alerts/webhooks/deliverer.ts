import type { InstantMs, Notice, WebhookProblem } from '#model';
import type { DeliveryRecord } from '#store/read';
import type { WebhookRecord } from '#store/write';
import { VaultError } from '#vault';
import type { WebhookContent } from './content.ts';
import { contentOf, type NoticeFacts } from './content-of.ts';
import {
  afterAttempt,
  isOurs,
  keepWorth,
  nextAttemptAt,
  nextFor,
  type Outcome,
} from './delivery.ts';
import { payloadOf } from './payload.ts';
import type { Post } from './post.ts';
import { textsOf, type WebhookWords } from './texts.ts';

/** Where deliveries wait: whatever `change` gives is stored whole or not at all. */
export interface DeliveriesPort {
  read(): Promise<readonly DeliveryRecord[]>;
  change(
    change: (deliveries: readonly DeliveryRecord[]) => readonly DeliveryRecord[],
  ): Promise<unknown>;
}

/** Where webhooks are kept, but for their addresses. */
export interface WebhooksPort {
  read(): Promise<readonly WebhookRecord[]>;
  change(
    change: (webhooks: readonly WebhookRecord[]) => readonly WebhookRecord[],
  ): Promise<unknown>;
}

/** What delivering needs of the world. */
export interface DelivererPort {
  readonly deliveries: DeliveriesPort;
  readonly webhooks: WebhooksPort;
  /** Undefined when it is gone. Throws VaultError. */
  readonly addressOf: (webhookId: string) => Promise<string | undefined>;
  readonly hasPermission: (host: string) => Promise<boolean>;
  readonly factsOf: (notice: Notice) => Promise<NoticeFacts>;
  readonly readWords: () => Promise<WebhookWords>;
  readonly post: Post;
  readonly now: () => InstantMs;
  readonly random: () => number;
  readonly newId: () => string;
  readonly locks: Pick<LockManager, 'request'>;
}

/** Sends what waits. */
export interface Deliverer {
  /** Sends everything that is due, each webhook's notices one after the other; says whether it tried any. Throws StoreError. */
  deliver(): Promise<boolean>;
  /** When the next attempt may be made; null when nothing waits for the clock. */
  nextAt(): Promise<InstantMs | null>;
  /** Sends a test at once. Undefined: there is no such webhook. */
  test(webhookId: string): Promise<Outcome | undefined>;
}

/** Dies with its worker, so that a killed attempt never blocks the next. */
const LOCK = 'sendwatch-webhooks';

const failed = (code: 'locked' | 'permission_missing' | 'storage_failed'): Outcome => ({
  kind: 'failed',
  problem: { code },
  notBefore: undefined,
});

const problemOf = (outcome: Outcome): WebhookProblem | null =>
  outcome.kind === 'failed' ? outcome.problem : null;

/** Chats take no ids; a program can know a repetition by its head already. */
const headersOf = (kind: WebhookRecord['kind'], id: string): Readonly<Record<string, string>> =>
  kind === 'any' ? { 'Idempotency-Key': id, 'X-Sendwatch-Delivery': id } : {};

/** Makes the deliverer. At least once: a delivery is taken out only after the answer to it, and then never sent again. */
export const createDeliverer = (port: DelivererPort): Deliverer => {
  /** Webhooks that wait for a person, not for the clock. What an earlier worker knew is found out again. */
  const held = new Set<string>();
  /** Answered, but the browser could not store it: not sent again by this worker at least. */
  const answered = new Set<string>();

  const addressOf = async (webhookId: string): Promise<string | Outcome> => {
    try {
      return (await port.addressOf(webhookId)) ?? failed('storage_failed');
    } catch (error) {
      if (!(error instanceof VaultError)) throw error;
      return failed(error.problem === 'locked' ? 'locked' : 'storage_failed');
    }
  };

  const send = async (
    { id, kind, host }: WebhookRecord,
    contentWith: (words: WebhookWords) => Promise<WebhookContent>,
  ): Promise<Outcome> => {
    if (!(await port.hasPermission(host))) return failed('permission_missing');
    const address = await addressOf(id);
    if (typeof address !== 'string') return address;
    const words = await port.readWords();
    const content = await contentWith(words);
    const body = JSON.stringify(payloadOf(kind, content, textsOf(content, words)));
    return port.post(address, body, headersOf(kind, content.id));
  };

  const note = async (webhookId: string, outcome: Outcome): Promise<void> => {
    const problem = problemOf(outcome);
    const at = port.now();
    await port.webhooks.change((webhooks) =>
      webhooks.map((webhook) => {
        if (webhook.id !== webhookId) return webhook;
        const lastOutcome =
          problem === null
            ? ({ kind: 'delivered', at } as const)
            : { kind: 'failed' as const, at, problem };
        return { ...webhook, lastOutcome };
      }),
    );
  };

  const deliverTo = async (webhook: WebhookRecord): Promise<boolean> => {
    for (let hasTried = false; ; hasTried = true) {
      const waiting = (await port.deliveries.read()).filter(({ id }) => !answered.has(id));
      const delivery = nextFor(waiting, webhook.id, port.now());
      if (delivery === undefined) return hasTried;
      const outcome = await send(webhook, async (words) =>
        contentOf(delivery, await port.factsOf(delivery.notice), webhook.hasAddresses, words),
      );
      const problem = problemOf(outcome);
      if (problem !== null && isOurs(problem)) {
        held.add(webhook.id);
        const { lastOutcome } = webhook;
        const isKnown = lastOutcome?.kind === 'failed' && lastOutcome.problem.code === problem.code;
        if (!isKnown) await note(webhook.id, outcome);
        return hasTried || !isKnown;
      }
      const after = afterAttempt(delivery, outcome, port.now(), port.random());
      if (after === null) answered.add(delivery.id);
      await port.deliveries.change((all) =>
        all.flatMap((one) => (one.id === delivery.id ? (after ?? []) : one)),
      );
      answered.delete(delivery.id);
      await note(webhook.id, outcome);
    }
  };

  const deliverAll = async (): Promise<boolean> => {
    held.clear();
    if ((await port.deliveries.read()).length === 0) return false;
    const webhooks = await port.webhooks.read();
    const ids = new Set(webhooks.map(({ id }) => id));
    await port.deliveries.change((all) => keepWorth(all, ids, port.now()));
    // One that is slow or fails holds up no other.
    const ended = await Promise.allSettled(webhooks.map(deliverTo));
    const broken = ended.find((one) => one.status === 'rejected');
    if (broken) throw broken.reason;
    return ended.some((one) => one.status === 'fulfilled' && one.value);
  };

  return {
    deliver: () => port.locks.request(LOCK, deliverAll),
    nextAt: async () => nextAttemptAt(await port.deliveries.read(), held),
    test: async (webhookId) => {
      const webhook = (await port.webhooks.read()).find(({ id }) => id === webhookId);
      if (webhook === undefined) return undefined;
      const id = port.newId();
      const outcome = await send(webhook, async () => ({
        id,
        notice: { id, at: port.now(), kind: 'test' },
        headline: '',
        workspace: null,
        campaigns: [],
        inboxes: [],
      }));
      await note(webhookId, outcome);
      return outcome;
    },
  };
};
