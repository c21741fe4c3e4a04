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

/** The default world, to be stepped through its last days and read through its API. */
export interface DemoWorld {
  readonly world: World;
  readonly client: InstantlyClient;
  /** The instant that the plan is made for. */
  readonly endMs: InstantMs;
}

/** The sandbox's default world as it stood `beforeMs` before its start, its rows filed under `workspaceId`. */
export const createDemoWorld = (workspaceId: WorkspaceId, beforeMs: number): DemoWorld => {
  const world = createWorld({
    seed: SEED,
    startMs: DEFAULT_START_MS - beforeMs,
    // Inboxes that fail by themselves would change what stands at the start.
    plan: { ...northwindPlan(DEFAULT_START_MS), faultsPerDay: 0 },
    historyMs: Number(process.env['H'] ?? 0) * 86400000,
  });
  const workspaces = createWorkspaces();
  const key = apiKeyFrom(SEED, 'main');
  workspaces.addKey(key, workspaces.add(world), ['all:all']);
  const fetch: Fetch = (url, { headers }) => {
    const { pathname: path, searchParams: query } = new URL(url);
    const authorization = new Headers(headers).get('authorization') ?? '';
    const { status, body } = answer(workspaces, {
      method: 'GET',
      path,
      query,
      headers: { authorization },
    });
    return Promise.resolve(Response.json(body, { status }));
  };
  return {
    world,
    client: createClient({ key, fetch, now: () => world.nowMs, workspaceId }),
    endMs: DEFAULT_START_MS,
  };
};
