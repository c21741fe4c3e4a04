import type { CampaignId, WorkspaceId } from '#model';
import type { Ending } from './network.ts';

/** A good answer that reached a worker. */
export interface Delivery {
  /** By the computer's clock. */
  readonly at: number;
  /** In true time. */
  readonly trueAt: number;
  /** Of the key that it was asked with. */
  readonly generation: number;
}

const STATUS_URL = /\/campaigns\/([0-9a-f-]{36})\/sending-status/;
const LIST_URL = /\/campaigns\?/;
/** A slice takes in one status a campaign; a few more are kept for slices that are never stored. */
const MOST_KEPT = 6;

/** Remembers what was really answered, as seen from outside. */
export const createDeliveries = (clock: () => number, trueTime: () => number) => {
  const statuses = new Map<CampaignId, Delivery[]>();
  const lists = new Map<WorkspaceId, Delivery>();
  return {
    /** Newest last. */
    statusesOf: (id: CampaignId): readonly Delivery[] => statuses.get(id) ?? [],
    listOf: (id: WorkspaceId): Delivery | undefined => lists.get(id),
    ended: ({ request, status, isWhole }: Ending): void => {
      const { known, url } = request;
      if (known === undefined || status !== 200 || !isWhole) return;
      const delivery = { at: clock(), trueAt: trueTime(), generation: known.generation };
      if (LIST_URL.test(url)) {
        lists.set(known.workspace.id as WorkspaceId, delivery);
        return;
      }
      const id = STATUS_URL.exec(url)?.[1] as CampaignId | undefined;
      if (id === undefined) return;
      statuses.set(id, [...(statuses.get(id) ?? []), delivery].slice(-MOST_KEPT));
    },
  };
};

export type Deliveries = ReturnType<typeof createDeliveries>;
