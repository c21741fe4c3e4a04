import { createClient, type Fetch, type InstantlyClient } from '#instantly';
import type { InstantMs, WorkspaceId } from '#model';
import { answer, createWorkspaces } from '../../sandbox/api/index.ts';
import {
  apiKeyFrom,
  createWorld,
  DEFAULT_START_MS,
  northwindPlan,
  type World,
} from '../../sandbox/world/index.ts';

// Not the seed of any sandbox: its ids must not meet those of a workspace that is connected beside the demo.
const SEED = 'recorded demo';

/** The sandbox's default world on its way to the instant it is made for, and the way to read it. */
export interface DemoWorld {
  readonly world: World;
  /** Files what it reads under the id that was asked for. */
  readonly client: InstantlyClient;
  /** When the world is as it was planned. */
  readonly endMs: InstantMs;
}

/** The default world as it stood `beforeMs` before its usual start, to be read under `workspaceId`. */
export const createDemoWorld = (workspaceId: WorkspaceId, beforeMs: number): DemoWorld => {
  const world = createWorld({
    seed: SEED,
    startMs: DEFAULT_START_MS - beforeMs,
    // An inbox that failed by itself on the way would stand beside those that the plan speaks of.
    plan: { ...northwindPlan(DEFAULT_START_MS), faultsPerDay: 0 },
  });
  const workspaces = createWorkspaces();
  const key = apiKeyFrom(SEED, 'main');
  workspaces.addKey(key, workspaces.add(world), ['all:all']);
  const fetch: Fetch = async (url) => {
    const { pathname: path, searchParams: query } = new URL(url);
    const headers = { authorization: `Bearer ${key}` };
    const { status, body } = answer(workspaces, { method: 'GET', path, query, headers });
    return Response.json(body, { status });
  };
  return {
    world,
    client: createClient({ key, fetch, now: () => world.nowMs, workspaceId }),
    endMs: DEFAULT_START_MS,
  };
};
