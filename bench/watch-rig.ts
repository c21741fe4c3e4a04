// First of all: the store takes hold of the browser as it is loaded.
import './in-node.ts';

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
import { benchWorkspace } from './bench-workspace.ts';
import { readCampaignRecords } from './campaign-records.ts';
import { type FirstRound, followFirstRound } from './first-round.ts';
import { fleetPlan } from './fleet-plan.ts';
import { openHttp2Fetch } from './http2-fetch.ts';
import { freshStorage, type WriteMeter } from './in-node.ts';

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
  readonly round: FirstRound;
  close(): Promise<void>;
}

export interface RigOptions {
  readonly campaigns: number;
  readonly clock: BenchClock;
  /** Whether the world goes on with the clock or stands still. */
  readonly isWorldMoving: boolean;
  readonly state: WorkspaceRecord['state'];
  /** Refuses the key once all is known: with more campaigns than the budget has room for, a check never ends. */
  readonly isEndingWhenKnown: boolean;
}

/** Draft, paused and completed (INSTANTLY.md 3.1). */
const OFF: ReadonlySet<number> = new Set([0, 2, 3]);

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
  const { campaigns, clock, isWorldMoving, state, isEndingWhenKnown } = options;
  const meter = freshStorage();
  const workspaces = createWorkspaces();
  const simulated = createWorld({
    seed: SEED,
    startMs: START_MS,
    plan: fleetPlan(campaigns, START_MS),
  });
  const id = workspaces.add(simulated);
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
  const round = followFirstRound(
    [...simulated.state.campaigns.values()]
      .filter(({ status }) => !OFF.has(status))
      .map((campaign) => campaign.id),
  );
  const fetch: Fetch = async (url, init) => {
    if (isEndingWhenKnown && round.records() !== null) {
      return Response.json({ statusCode: 401, message: 'Key revoked' }, { status: 401 });
    }
    const sentAt = clock.now();
    const { pathname } = new URL(url);
    audit.record(key, pathname, sentAt);
    const response = await clock.busy(api.fetch(url, init));
    await clock.wait(Math.max(0, sentAt + LATENCY_MS - clock.now()));
    round.onAnswer(pathname, clock.now(), audit.total());
    return response;
  };

  const store = watched(openWriter(clock.now), clock);
  await store.putWorkspace(benchWorkspace(workspaceId, START_MS, state));
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
      if (round.ended() === null || round.records() !== null) return;
      const latest = await readCampaignRecords(store, workspaceId);
      round.onSlice(latest, meter.written()['journal'] ?? 0);
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
    round,
    close: async () => {
      api.close();
      await store.close();
      await sandbox.close();
    },
  };
};
