import { apiKeyFrom, contosoPlan, createWorld, type WorldMs } from '../world/index.ts';
import type { Workspaces } from './workspaces.ts';

/** An agency's admin workspace and those of its group. */
export interface Agency {
  /** Reads everything, in every workspace of the group. */
  readonly key: string;
  readonly adminId: string;
  readonly memberIds: readonly string[];
}

/** How large an agency to make. */
export interface AgencyOptions {
  readonly members: number;
  readonly startMs: WorldMs;
  readonly seed?: string | number;
  /** Of the key; everything that can be read when left out. */
  readonly scopes?: readonly string[];
}

/** Adds an agency: 'Tailspin Agency' with its workspaces 'Client 1', 'Client 2' …, each with two campaigns. */
export function addAgency(workspaces: Workspaces, options: AgencyOptions): Agency {
  const { members, startMs, seed = 'agency', scopes = ['all:read'] } = options;
  const { campaigns, ...plan } = contosoPlan(startMs);
  const add = (workspaceName: string, subWorkspaceIds: readonly string[] = []): string =>
    workspaces.add(
      createWorld({
        seed: `${seed}:${workspaceName}`,
        startMs,
        plan: { ...plan, workspaceName, campaigns: campaigns.slice(0, 2) },
      }),
      { subWorkspaceIds },
    );
  const memberIds = Array.from({ length: members }, (_, n) => add(`Client ${n + 1}`));
  const adminId = add('Tailspin Agency', memberIds);
  const key = apiKeyFrom(String(seed), scopes.join());
  workspaces.addKey(key, adminId, scopes);
  return { key, adminId, memberIds };
}
