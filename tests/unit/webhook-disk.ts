import type { Fetch } from '#alerts';
import type { DeliveryRecord } from '#store/read';
import type { WebhookRecord } from '#store/write';
import type { DelivererPort } from '../../lib/alerts/webhooks/deliverer.ts';
import { AT, words } from '../../lib/alerts/webhooks/fixtures.ts';
import { createPost } from '../../lib/alerts/webhooks/post.ts';

/** What outlives a worker. */
export interface Disk {
  deliveries: readonly DeliveryRecord[];
  webhooks: readonly WebhookRecord[];
  readonly addresses: Map<string, string>;
}

/** A webhook for programs, as the user set it up. */
export const webhook = (rest: Partial<WebhookRecord> = {}): WebhookRecord => ({
  id: 'w',
  kind: 'any',
  name: '',
  host: 'hooks.example.com',
  hasAddresses: false,
  addedAt: AT,
  lastOutcome: null,
  ...rest,
});

export const diskWith = (
  deliveries: readonly DeliveryRecord[],
  webhooks: readonly WebhookRecord[] = [webhook()],
): Disk => ({
  deliveries,
  webhooks,
  addresses: new Map(
    webhooks.map(({ id, host }) => [id, `https://${host}/services/${id}/secret-7f3a9c51`]),
  ),
});

/** One worker's hold on the disk and the network. */
export const portOver = (
  disk: Disk,
  fetch: Fetch,
  now: () => number,
  rest: Partial<DelivererPort> = {},
): DelivererPort => ({
  deliveries: {
    read: async () => disk.deliveries,
    change: async (change) => {
      disk.deliveries = change(disk.deliveries);
    },
  },
  webhooks: {
    read: async () => disk.webhooks,
    change: async (change) => {
      disk.webhooks = change(disk.webhooks);
    },
  },
  addressOf: async (id) => disk.addresses.get(id),
  hasPermission: async () => true,
  factsOf: async () => ({ workspace: null, verdicts: [], incidents: [] }),
  readWords: async () => words,
  post: createPost({ fetch, now, timeoutMs: 10_000 }),
  now,
  random: () => 0,
  newId: () => '0190a000-0000-7000-8000-000000000009',
  locks: {
    request: (async (_name: string, work: () => unknown) => work()) as LockManager['request'],
  },
  ...rest,
});
