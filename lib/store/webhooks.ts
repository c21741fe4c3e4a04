import { browser } from 'wxt/browser';
import { type InstantMs, WEBHOOK_KINDS, type WebhookKind, type WebhookOutcome } from '#model';
import { createOpener, wrap } from './envelope.ts';
import type { Guard } from './guard.ts';
import {
  either,
  hasKind,
  isFlag,
  isNull,
  isNumber,
  isText,
  listOf,
  oneOf,
  shape,
} from './guard.ts';
import { createQueue } from './in-turn.ts';
import { isQuotaError, StoreError } from './store-error.ts';

/** A webhook as the user set it up. Its address is only in the vault. */
export interface WebhookRecord {
  readonly id: string;
  readonly kind: WebhookKind;
  readonly name: string;
  /** All of the address that is stored in the clear. */
  readonly host: string;
  readonly hasAddresses: boolean;
  readonly addedAt: InstantMs;
  readonly lastOutcome: WebhookOutcome | null;
}

/** Beside the settings, for a user set it up: it outlives a cache that is made anew. */
const NAME = 'webhooks';

const isWebhooks = listOf(
  shape<WebhookRecord>({
    id: isText,
    kind: oneOf(WEBHOOK_KINDS),
    name: isText,
    host: isText,
    hasAddresses: isFlag,
    addedAt: isNumber,
    lastOutcome: either(isNull, hasKind),
  }),
) as Guard<readonly WebhookRecord[]>;

/** All webhooks, in the order in which they were set up. Throws what the browser threw. */
export const readWebhooks = async (): Promise<readonly WebhookRecord[]> =>
  createOpener().one((await browser.storage.local.get(NAME))[NAME], isWebhooks) ?? [];

const inTurn = createQueue();

/** Changes the webhooks as they stand at this moment; gives those that stand after it. Throws StoreError. */
export const changeWebhooks = (
  change: (webhooks: readonly WebhookRecord[]) => readonly WebhookRecord[],
): Promise<readonly WebhookRecord[]> =>
  inTurn(async () => {
    try {
      const known = await readWebhooks();
      const changed = change(known);
      if (changed !== known) await browser.storage.local.set({ [NAME]: wrap(changed) });
      return changed;
    } catch (error) {
      throw new StoreError(isQuotaError(error) ? 'quota_exceeded' : 'failed', { cause: error });
    }
  });
