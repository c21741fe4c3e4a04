import { type InstantMs, MINUTE_MS, parseWorkspaceId, SECOND_MS } from '#model';
import { openWriter, type StoreWriter } from '#store/write';
import { createWatcher, type Watcher } from '#watch';
import { createWorkspaces } from '../sandbox/api/index.ts';
import { apiKeyFrom, createWorld, type World } from '../sandbox/world/index.ts';
import { benchWorkspace } from './bench-workspace.ts';
import { fleetPlan } from './fleet-plan.ts';
import { fetchFrom, inProcessGateways } from './in-process-gateways.ts';

const SEED = 'unchanged';
/** A working Thursday, 10:10 in New York and 16:10 in Belgrade: most windows are open. */
const START_MS: InstantMs = Date.UTC(2026, 10, 19, 15, 10);
/** At the pace of the budget, about 100 requests make a slice of 20 s. */
const PACE_MS = 200;
/** While all is read for the first time: the sooner it is over, the less of it is diagnosed again. */
const FIRST_PACE_MS = 5;

const MOST_LEADS = 40;

export interface UnchangedOptions {
  readonly campaigns: number;
  /** At most so many slices are played. */
  readonly slices: number;
  /** What the background does after every commit. */
  readonly onCommitted: (store: StoreWriter, now: () => InstantMs) => Promise<void>;
  /** When everything was read and the counting begins. */
  readonly onSettled: () => void;
  /** At the end of each slice from then on. */
  readonly onSlice: () => void;
}

/** Its past is short and its leads are few, for neither is written: simulating them would take longest of all. */
const stillWorld = (campaigns: number): World => {
  const plan = fleetPlan(campaigns, START_MS);
  const lean = plan.campaigns.map(({ followUps: _, leads = 0, ...campaign }) => ({
    ...campaign,
    leads: Math.min(leads, MOST_LEADS),
  }));
  return createWorld({
    seed: SEED,
    startMs: START_MS,
    historyMs: 0,
    plan: { ...plan, campaigns: lean },
  });
};

/**
 * Real slices of the product's watcher over a world that stands still: everything is read twice, then a person asks
 * for all of it again. Storage is the caller's to provide, fresh. Gives how many slices were counted.
 */
export const playUnchangedSlices = async (options: UnchangedOptions): Promise<number> => {
  const { campaigns, slices, onCommitted, onSettled, onSlice } = options;
  let now = START_MS;
  let paceMs = FIRST_PACE_MS;
  let counted: number | null = null;

  const workspaces = createWorkspaces();
  const id = workspaces.add(stillWorld(campaigns));
  const workspaceId = parseWorkspaceId(id);
  if (workspaceId === undefined) throw new Error(`no workspace id: ${id}`);
  const key = apiKeyFrom(SEED, 'main');
  workspaces.addKey(key, id, ['all:read']);
  const ask = fetchFrom(workspaces);

  const store = openWriter(() => now);
  await store.putWorkspace(benchWorkspace(workspaceId, START_MS, { kind: 'ok' }));
  const watcher: Watcher = createWatcher({
    store,
    now: () => now,
    gateways: inProcessGateways({
      key,
      now: () => now,
      // More campaigns than the budget has room for are never done: the key ends it.
      fetch: async (url, init) =>
        (counted ?? 0) < slices ? ask(url, init) : new Response('{}', { status: 401 }),
      onRequest: () => {
        now += paceMs;
      },
    }),
    runningMs: async () => 5 * MINUTE_MS,
    hasHostPermission: async () => true,
    arm: async () => undefined,
    onCommitted: async () => {
      await onCommitted(store, () => now);
      if (counted === null || counted >= slices) return;
      counted += 1;
      onSlice();
    },
    locks: navigator.locks,
  });

  await watcher.wake(false);
  // The second check brings what the first had no names to ask for yet: the mails of each inbox.
  now += 30 * SECOND_MS;
  await watcher.wake(true);
  now += 30 * SECOND_MS;
  paceMs = PACE_MS;
  counted = 0;
  onSettled();
  await watcher.wake(true);
  await store.close();
  return counted;
};
