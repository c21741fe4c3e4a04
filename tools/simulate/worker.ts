import type { Fetch } from '#instantly';
import type { CampaignId, InstantMs } from '#model';
import type { StoreWriter } from '#store/write';
import { createGateways, createWatcher } from '#watch';
import type { WatchedStore } from './memory-store.ts';

/** A moment at which a worker may be killed: before or after one call of its effects port. */
export interface Point {
  readonly call: string;
  readonly phase: 'before' | 'after';
}

/** What a worker touches. Everything else it knows dies with it. */
export interface WorkerWorld {
  readonly now: () => InstantMs;
  readonly store: WatchedStore;
  readonly keyOf: (secretId: string) => string | undefined;
  readonly fetchFor: (isDead: () => boolean) => Fetch;
  readonly random: () => number;
  /** Resolves after so many milliseconds awake. */
  readonly wait: (delayMs: number) => Promise<void>;
  readonly runningMs: number;
  readonly budgetPercent: number;
  readonly arm: (dueAt: InstantMs | null) => void;
  readonly locks: Pick<LockManager, 'request'>;
  /** Whether the browser kills the worker here. */
  readonly isKilledAt: (point: Point) => boolean;
  readonly onEnd: (error: unknown) => void;
}

/** A background worker with the real watcher and the real gateways in it. */
export interface Worker {
  wake(isAsked: boolean): void;
  look(campaignId: CampaignId): void;
  /** Stops it between two instructions. Nothing of it is ever heard again. */
  kill(): void;
  isDead(): boolean;
  /** Throws away what is being asked for a workspace, as removing it does. */
  forget(workspaceId: Parameters<ReturnType<typeof createGateways>['close']>[0]): void;
}

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** Starts a worker. It does nothing until it is woken. */
export const startWorker = (world: WorkerWorld): Worker => {
  let isDead = false;

  const isKilled = (point: Point): boolean => {
    if (!isDead && world.isKilledAt(point)) isDead = true;
    return isDead;
  };

  /** One call of the port: a worker that is killed before or after it never learns what became of it. */
  const call = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (isKilled({ call: name, phase: 'before' })) return never();
    const [outcome] = await Promise.allSettled([work()]);
    if (isKilled({ call: name, phase: 'after' })) return never();
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  };

  const { store } = world;
  const portStore: WatchedStore = {
    workspaces: () => call('workspaces', store.workspaces),
    journal: (id) => call('load', () => store.journal(id)),
    observations: store.observations,
    fleet: store.fleet,
    inboxes: store.inboxes,
    openIncidents: store.openIncidents,
    commitSlice: (slice) => call('commit', () => store.commitSlice(slice)),
    pruneHistory: (before) => call('prune', () => store.pruneHistory(before)),
  };

  const gateways = createGateways({
    vault: { get: async (id) => world.keyOf(id) },
    fetch: world.fetchFor(() => isDead),
    now: world.now,
    random: world.random,
    wait: (delayMs) => world.wait(delayMs).then(() => (isDead ? never() : undefined)),
    budgetPercent: async () => world.budgetPercent,
  });
  const watcher = createWatcher({
    store: portStore as unknown as StoreWriter,
    now: world.now,
    gateways: {
      ...gateways,
      of: async (memory) => {
        const gateway = await gateways.of(memory);
        return {
          ...gateway,
          request: (priority, ask) => call('ask', () => gateway.request(priority, ask)),
        };
      },
    },
    runningMs: () => call('runningMs', async () => world.runningMs),
    hasHostPermission: async () => true,
    arm: (dueAt) => call('arm', async () => world.arm(dueAt)),
    onCommitted: () => call('tell', async () => undefined),
    locks: world.locks,
  });

  const ended = (checking: Promise<void>): void => {
    checking.then(
      () => world.onEnd(null),
      (error: unknown) => world.onEnd(error),
    );
  };
  return {
    wake: (isAsked) => ended(watcher.wake(isAsked)),
    look: (campaignId) => ended(watcher.look(campaignId)),
    kill: () => {
      isDead = true;
    },
    isDead: () => isDead,
    forget: (id) => gateways.close(id),
  };
};
