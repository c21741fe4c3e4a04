import { type Sandbox, serveWorld } from '#sandbox';
import { answer, createWorkspaces } from '../sandbox/api/index.ts';
import { apiKeyFrom, createWorld } from '../sandbox/world/index.ts';
import { fleetPlan } from './fleet-plan.ts';

const SEED = 'bench';

/** A sandbox with one workspace of so many campaigns, in the real time, and the key that may read it. */
export interface ServedFleet {
  readonly sandbox: Sandbox;
  readonly key: string;
}

/** Serves the benches' fleet to a browser. The world stands still, so that a later check finds nothing new. */
export const serveFleet = async (campaigns: number): Promise<ServedFleet> => {
  const startMs = Date.now();
  const workspaces = createWorkspaces();
  const id = workspaces.add(
    createWorld({ seed: SEED, startMs, plan: fleetPlan(campaigns, startMs) }),
  );
  const key = apiKeyFrom(SEED, 'main');
  workspaces.addKey(key, id, ['all:read']);
  const sandbox = await serveWorld({
    world: { webAppKeys: [], answer: (request) => answer(workspaces, request) },
    startMs,
  });
  return { sandbox, key };
};
