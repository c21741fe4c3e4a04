import {
  browserReader,
  createDeliverer,
  createKeeper,
  createPost,
  type Deliverer,
  type DeliveriesPort,
  type Fetch,
  type Keeper,
  readFacts,
  type WebhookWords,
} from '#alerts';
import { alerts } from '#locales/en/alerts';
import type { packaged } from '#locales/en/packaged';
import type { InstantMs } from '#model';
import { changeWebhooks, readWebhooks, type StoreWriter } from '#store/write';
import { type Vault, webhookSecretId } from '#vault';
import { armBy } from '#watch';
import { type Catalogue, createWords } from '#words';
import { giveBack, mayReach } from './webhook-hosts.ts';

/** What webhooks share with the rest of the background. */
export interface WebhooksContext {
  readonly store: StoreWriter;
  readonly vault: Vault;
  readonly fetch: Fetch;
  readonly now: () => InstantMs;
  readonly readCatalogue: () => Promise<Catalogue>;
  /** Tells every surface that something changed. */
  readonly tellChanged: () => void;
}

export interface Webhooks {
  readonly keeper: Keeper;
  readonly deliverer: Deliverer;
  /** Sends what is due; what goes wrong waits for the next alarm. */
  readonly deliver: () => Promise<void>;
  /** Sees to it that the next attempt has an alarm. */
  readonly remind: () => Promise<void>;
}

/** Receivers answer within seconds; Chrome ends a worker whose fetch is silent for 30 s. */
const TIMEOUT_MS = 10_000;
const LEAST_DELAY_MS = 30_000;

/** Joins webhooks to the browser: nothing here decides anything. */
export const createWebhooks = (context: WebhooksContext): Webhooks => {
  const { store, vault, fetch, now, readCatalogue, tellChanged } = context;
  const deliveries: DeliveriesPort = { read: store.deliveries, change: store.changeDeliveries };
  const webhooks = { read: readWebhooks, change: changeWebhooks };
  const newId = (): string => crypto.randomUUID();
  const readWords = async (): Promise<WebhookWords> =>
    createWords({ ...((await readCatalogue()) as typeof packaged), ...alerts }, browserReader());
  const shared = { deliveries, webhooks, now, newId, hasPermission: mayReach };
  const keeper = createKeeper({ ...shared, vault, giveBack });
  const deliverer = createDeliverer({
    ...shared,
    addressOf: (webhookId) => vault.get(webhookSecretId(webhookId)),
    factsOf: (notice) => readFacts(store, notice),
    readWords,
    post: createPost({ fetch, now, timeoutMs: TIMEOUT_MS }),
    random: Math.random,
    locks: navigator.locks,
  });
  const remind = async (): Promise<void> => {
    const at = await deliverer.nextAt();
    if (at !== null) await armBy(Math.max(at, now() + LEAST_DELAY_MS));
  };
  return {
    keeper,
    deliverer,
    deliver: async () => {
      if (await deliverer.deliver()) tellChanged();
      await remind();
    },
    remind,
  };
};
