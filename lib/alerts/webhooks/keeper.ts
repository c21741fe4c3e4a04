import type { WebhookMessages, WebhookState } from '#messages';
import { checkWebhookAddress, type InstantMs, type WebhookProblem } from '#model';
import { StoreError, type WebhookRecord } from '#store/write';
import { type Vault, VaultError, webhookOfSecretId, webhookSecretId } from '#vault';
import type { DeliveriesPort, WebhooksPort } from './deliverer.ts';

/** What keeping webhooks needs of the world. */
export interface KeeperPort {
  readonly webhooks: WebhooksPort;
  readonly deliveries: DeliveriesPort;
  readonly vault: Vault;
  readonly hasPermission: (host: string) => Promise<boolean>;
  /** Gives the permission for one host back to the browser. */
  readonly giveBack: (host: string) => Promise<unknown>;
  readonly now: () => InstantMs;
  readonly newId: () => string;
}

type PutRequest = WebhookMessages['webhook.put']['request'];
type PutAnswer = WebhookMessages['webhook.put']['answer'];

/** Webhooks as they are set up, shown and removed. */
export interface Keeper {
  list(): Promise<readonly WebhookState[]>;
  put(request: PutRequest): Promise<PutAnswer>;
  /** False: the browser could not do it, and something of it may still be there. */
  remove(webhookId: string): Promise<boolean>;
}

const MOST_WEBHOOKS = 10;

const refuse = (problem: WebhookProblem): PutAnswer => ({ ok: false, problem });

const toProblem = (error: unknown): WebhookProblem => {
  if (error instanceof VaultError) {
    return { code: error.problem === 'locked' ? 'locked' : 'storage_failed' };
  }
  if (error instanceof StoreError) return { code: 'storage_failed' };
  throw error;
};

const stateOf = (
  { addedAt: _, ...webhook }: WebhookRecord,
  deliveries: Awaited<ReturnType<DeliveriesPort['read']>>,
): WebhookState => ({
  ...webhook,
  waiting: deliveries.filter(({ webhookId }) => webhookId === webhook.id).length,
});

/** Makes the keeper. The address goes into the vault and nowhere else; of it only the host comes back. */
export const createKeeper = (port: KeeperPort): Keeper => {
  const giveBackUnused = async (host: string): Promise<void> => {
    const isUsed = (await port.webhooks.read()).some((webhook) => webhook.host === host);
    if (!isUsed) await port.giveBack(host);
  };

  /** An address whose webhook never came to be, or whose removal was cut short. */
  const sweep = async (): Promise<void> => {
    const known = new Set((await port.webhooks.read()).map(({ id }) => id));
    for (const secretId of await port.vault.list()) {
      const webhookId = webhookOfSecretId(secretId);
      if (webhookId !== undefined && !known.has(webhookId)) await port.vault.remove(secretId);
    }
  };

  /** Keeps a webhook, with a new address or the one that is there. */
  const keep = async (
    webhook: WebhookRecord,
    address: string | undefined,
    isNew: boolean,
  ): Promise<PutAnswer> => {
    // The secret is stored first: what cannot be reached is never listed as if it could.
    if (address !== undefined) await port.vault.put(webhookSecretId(webhook.id), address);
    await port.webhooks.change((all) =>
      isNew ? [...all, webhook] : all.map((one) => (one.id === webhook.id ? webhook : one)),
    );
    return { ok: true, webhook: stateOf(webhook, await port.deliveries.read()) };
  };

  const put = async (request: PutRequest): Promise<PutAnswer> => {
    // Field by field: the request holds the address, which is never part of a record.
    const { id, kind, name, hasAddresses } = request;
    const checked = request.address === null ? undefined : checkWebhookAddress(request.address);
    if (checked?.ok === false) return refuse({ code: checked.problem });
    if (checked && !(await port.hasPermission(checked.host))) {
      return refuse({ code: 'permission_missing' });
    }
    const all = await port.webhooks.read();
    const known = all.find((webhook) => webhook.id === id);
    const host = checked?.host ?? known?.host;
    // One that was removed in another window is not brought back without its address.
    if (host === undefined) return refuse({ code: 'not_an_address' });
    if (known === undefined) {
      if (all.length >= MOST_WEBHOOKS) return refuse({ code: 'too_many' });
      const added = { id: port.newId(), addedAt: port.now(), lastOutcome: null };
      return keep({ ...added, kind, name, host, hasAddresses }, checked?.address, true);
    }
    const changed = { ...known, kind, name, host, hasAddresses };
    const answer = await keep(changed, checked?.address, false);
    if (host !== known.host) await giveBackUnused(known.host);
    return answer;
  };

  return {
    list: async () => {
      const deliveries = await port.deliveries.read();
      return (await port.webhooks.read()).map((webhook) => stateOf(webhook, deliveries));
    },
    put: async (request) => {
      const answer = await put(request).catch((error: unknown) => refuse(toProblem(error)));
      const checked = request.address === null ? null : checkWebhookAddress(request.address);
      // The page was given access to a host that now nothing is sent to.
      if (!answer.ok && checked?.ok) await giveBackUnused(checked.host);
      return answer;
    },
    remove: async (webhookId) => {
      try {
        const host = (await port.webhooks.read()).find(({ id }) => id === webhookId)?.host;
        // The secret goes first: whatever is left over cannot send anything.
        await port.vault.remove(webhookSecretId(webhookId));
        await port.webhooks.change((all) => all.filter(({ id }) => id !== webhookId));
        await port.deliveries.change((all) =>
          all.filter((delivery) => delivery.webhookId !== webhookId),
        );
        if (host !== undefined) await giveBackUnused(host);
        await sweep();
        return true;
      } catch (error) {
        toProblem(error);
        return false;
      }
    },
  };
};
