import {
  apiKeyFrom,
  contosoPlan,
  createWorld,
  DEFAULT_START_MS,
  type WorldMs,
} from '../world/index.ts';
import { createWorkspaces, type Workspaces } from './workspaces.ts';

/** Keys of the demo workspaces, each for one thing to try. */
export interface DemoKeys {
  /** Northwind, allowed everything. */
  readonly main: string;
  /** Contoso, may read everything. */
  readonly second: string;
  /** Northwind, lacks accounts:read. */
  readonly readOnlyCampaigns: string;
  /** Northwind, a valid key that may do nothing this product needs. */
  readonly noScope: string;
  /** A workspace whose paid plan has ended. */
  readonly noPlan: string;
}

const sizes = { campaigns: 60, inboxes: 40 };

/** The demo: 'Northwind Outbound' (60 campaigns), 'Contoso Growth' (12) as its sub-workspace, and a workspace without a plan. */
export function createDemoWorkspaces(
  options: {
    readonly seed?: string | number;
    readonly startMs?: WorldMs;
    readonly campaigns?: number;
    readonly inboxes?: number;
  } = {},
): { readonly workspaces: Workspaces; readonly keys: DemoKeys } {
  const seed = String(options.seed ?? 1);
  const startMs = options.startMs ?? DEFAULT_START_MS;
  const workspaces = createWorkspaces();
  const second = workspaces.add(
    createWorld({ seed: `${seed}:contoso`, startMs, plan: contosoPlan(startMs) }),
  );
  const main = workspaces.add(createWorld({ ...sizes, ...options, seed, startMs }), {
    subWorkspaceIds: [second],
  });
  const lapsed = workspaces.add(
    createWorld({
      seed: `${seed}:lapsed`,
      startMs,
      plan: { workspaceName: 'Fabrikam (lapsed)', inboxes: [], campaigns: [] },
    }),
    { hasPlan: false },
  );
  const key = (label: keyof DemoKeys, workspaceId: string, scopes: readonly string[]): string => {
    const text = apiKeyFrom(seed, label);
    workspaces.addKey(text, workspaceId, scopes);
    return text;
  };
  return {
    workspaces,
    keys: {
      main: key('main', main, ['all:all']),
      second: key('second', second, ['all:read']),
      readOnlyCampaigns: key('readOnlyCampaigns', main, ['campaigns:read', 'workspaces:read']),
      noScope: key('noScope', main, ['leads:all']),
      noPlan: key('noPlan', lapsed, ['all:all']),
    },
  };
}
