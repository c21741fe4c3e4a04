import type { InstantMs } from '#model';
import { createDemoWorkspaces, type DemoKeys, type Workspaces } from '../api/index.ts';
import { demoWorld } from './demo-world.ts';
import { type Sandbox, serveWorld } from './serve-world.ts';
import type { World, WorldAnswer, WorldRequest } from './world.ts';

/** What to simulate. `startMs` is the world's time now, by default the real time; the demo looks alike at every one. */
export interface SandboxOptions {
  readonly seed?: string | number;
  readonly startMs?: InstantMs;
  /** Campaigns of the main workspace. */
  readonly campaigns?: number;
  readonly inboxes?: number;
  /** 0 or absent takes a free port. */
  readonly port?: number;
  /** Changes what the API answers; what the web app shows stays as it is. */
  readonly retell?: (answer: WorldAnswer, request: WorldRequest) => WorldAnswer;
}

/** A running sandbox with the demo workspaces in it and the keys that open them. */
export interface DemoSandbox extends Sandbox {
  readonly keys: DemoKeys;
  /** The simulated workspaces themselves: revoke keys, end plans, change campaigns. */
  readonly workspaces: Workspaces;
}

/** Starts the demo workspaces behind both hosts on 127.0.0.1. The extension has the real clock, so the world follows it. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<DemoSandbox> => {
  const { port = 0, startMs = Date.now(), retell, ...rest } = options;
  const { workspaces, keys } = createDemoWorkspaces({ ...rest, startMs });
  const world = demoWorld(workspaces, keys);
  const told: World = {
    ...world,
    answer(request, now) {
      const answer = world.answer(request, now);
      return retell && request.receivedAtMs !== undefined ? retell(answer, request) : answer;
    },
  };
  const sandbox = await serveWorld({ world: told, startMs, port });
  return { ...sandbox, keys, workspaces };
};
