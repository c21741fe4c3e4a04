import { freshStorage, type WriteMeter } from './in-node.ts';
import type { Fetch } from '#instantly';
import { type InstantMs, MINUTE_MS, parseWorkspaceId, type WorkspaceId } from '#model';
import { serveWorld, type World } from '#sandbox';
import type { WorkspaceRecord } from '#store/read';
import { openWriter, type StoreWriter } from '#store/write';
import { createGateways, createWatcher, type Watcher } from '#watch';
import { answer, createWorkspaces } from '../sandbox/api/index.ts';
import { type Audit, createAudit } from '../sandbox/server/audit.ts';
import { apiKeyFrom, createWorld } from '../sandbox/world/index.ts';
import type { BenchClock } from './bench-clock.ts';
import { fleetPlan } from './fleet-plan.ts';
import { openHttp2Fetch } from './http2-fetch.ts';

const SEED = 'bench';
/** Round trip of every request (QUALITY.md B3). */
export const LATENCY_MS = 120;
/** A working Thursday, 10:10 in New York and 16:10 in Belgrade: most windows are open. */
export const START_MS: InstantMs = Date.UTC(2026, 10, 19, 15, 10);

/** The watcher of the product over a simulated workspace: its gateway, client and store, joined as the background does. */
export interface WatchRig {
  readonly watcher: Watcher;
  readonly store: StoreWriter;
  readonly workspaceId: WorkspaceId;
  /** In the bench's time. */
  readonly audit: Audit;
  readonly meter: WriteMeter;
  /** When the alarm was last set to. */
  dueAt(): InstantMs | null;
  /** Slices stored so far. */
  commits(): number;
  close(): Promise<void>;
}

export interface RigOptions {
  readonly campaigns: number;
  readonly clock: BenchClock;
  /** Whether the world goes on with the clock or stands still. */
  readonly isWorldMoving: boolean;
  readonly state: WorkspaceRecord['state'];
}

const workspaceRecord = (
  id: WorkspaceId,
  state: WorkspaceRecord['state'],
): WorkspaceRecord => ({
  id,
  name: 'Northwind Outbound',
  keyTail: 'x9Kq',
  generation: 1,
  state,
  abilities: {
    readCampaigns: true,
    readInboxes: true,
    readWorkspace: true,
    readSubsequences: true,
    readTags: true,
    readAnalytics: true,
  },
  missingScopes: [],
  connectedAt: START_MS,
  order: 0,
  isDemo: false,
});

/** Marks everything the store does as work under way. */
const watched = (store: StoreWriter, clock: BenchClock): StoreWriter =>
  new Proxy(store, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...parameters: unknown[]) => {
        const outcome: unknown = Reflect.apply(method, target, parameters);
        return outcome instanceof Promise ? clock.busy(outcome) : outcome;
      };
    },
  });

/** Starts a rig over HTTP/2 on 127.0.0.1. Requests take LATENCY_MS in the bench's time, the server's own work included. */
export const startWatchRig = async (options: RigOptions): Promise<WatchRig> => {
  const { campaigns, clock, isWorldMoving, state } = options;
  const meter = freshStorage();
  const workspaces = createWorkspaces();
  const id = workspaces.add(
    createWorld({ seed: SEED, startMs: START_MS, plan: fleetPlan(campaigns, START_MS) }),
  );
  const workspaceId = parseWorkspaceId(id);
  if (workspaceId === undefined) throw new Error(`no workspace id: ${id}`);
  const key = apiKeyFrom(SEED, 'main');
  workspaces.addKey(key, id, ['all:read']);
  // The bench's time decides, for the world as for its limits; the server's own clock is the real one.
  const world: World = {
    webAppKeys: [],
    answer: (request) => {
      if (isWorldMoving) workspaces.runUntil(clock.now());
      return answer(workspaces, { ...request, receivedAtMs: clock.now() });
    },
  };
  const sandbox = await serveWorld({ world, startMs: START_MS });
  const api = openHttp2Fetch(sandbox.port);
  const audit = createAudit();
  const fetch: Fetch = async (url, init) => {
    const sentAt = clock.now();
    audit.record(key, new URL(url).pathname, sentAt);
    const response = await clock.busy(api.fetch(url, init));
    await clock.wait(Math.max(0, sentAt + LATENCY_MS - clock.now()));
    return response;
  };

  const store = watched(openWriter(clock.now), clock);
  await store.putWorkspace(workspaceRecord(workspaceId, state));
  let dueAt: InstantMs | null = null;
  let commits = 0;
  const watcher = createWatcher({
    store,
    now: clock.now,
    gateways: createGateways({
      vault: { get: async () => key },
      fetch,
      now: clock.now,
      random: () => 0.5,
      wait: clock.wait,
      budgetPercent: async () => 5,
    }),
    runningMs: async () => 5 * MINUTE_MS,
    hasHostPermission: async () => true,
    arm: async (at) => {
      dueAt = at;
    },
    onCommitted: async () => {
      commits += 1;
      await store.refreshHead();
    },
    locks: navigator.locks,
  });
  return {
    watcher,
    store,
    workspaceId,
    audit,
    meter,
    dueAt: () => dueAt,
    commits: () => commits,
    close: async () => {
      api.close();
      await store.close();
      await sandbox.close();
    },
  };
};
