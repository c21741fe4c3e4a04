import { isoOf, type World, type WorldMs } from '../world/index.ts';

/** An API key of one workspace. */
export interface ApiKey {
  readonly key: string;
  readonly workspaceId: string;
  /** For instance `campaigns:read`, `all:read`. */
  readonly scopes: readonly string[];
}

interface Member {
  readonly world: World;
  readonly hasPlan: boolean;
  /** Workspaces that a key of this one may act on through `x-as-workspace`. */
  readonly subWorkspaceIds: readonly string[];
}

/** All simulated workspaces behind one API. */
export interface Workspaces {
  /** Adds a workspace and answers its id. */
  add(world: World, options?: { hasPlan?: boolean; subWorkspaceIds?: readonly string[] }): string;
  addKey(key: string, workspaceId: string, scopes: readonly string[]): void;
  /** Makes a key invalid, as deleting it in the web app does. */
  revokeKey(key: string): void;
  setPlan(workspaceId: string, hasPlan: boolean): void;
  keyOf(key: string): ApiKey | null;
  member(workspaceId: string): Member | null;
  readonly worlds: readonly World[];
  /** Moves the clocks of all worlds to an instant. */
  runUntil(ms: WorldMs): void;
  /** Counts a call against the workspace's rate limit; false when it is over. */
  countCall(workspaceId: string, atMs: number): boolean;
}

const PER_SECOND = 100;
const PER_MINUTE = 6_000;

interface Counter {
  second: number;
  inSecond: number;
  minute: number;
  inMinute: number;
}

function countIn(counter: Counter, atMs: number): boolean {
  const second = Math.floor(atMs / 1_000);
  const minute = Math.floor(atMs / 60_000);
  if (counter.second !== second) Object.assign(counter, { second, inSecond: 0 });
  if (counter.minute !== minute) Object.assign(counter, { minute, inMinute: 0 });
  counter.inSecond++;
  counter.inMinute++;
  return counter.inSecond <= PER_SECOND && counter.inMinute <= PER_MINUTE;
}

/** An empty set of workspaces. */
export function createWorkspaces(): Workspaces {
  const members = new Map<string, Member>();
  const keys = new Map<string, ApiKey>();
  const counters = new Map<string, Counter>();
  return {
    add(world, options = {}) {
      const id = world.state.workspaceId;
      members.set(id, {
        world,
        hasPlan: options.hasPlan ?? true,
        subWorkspaceIds: options.subWorkspaceIds ?? [],
      });
      return id;
    },
    addKey(key, workspaceId, scopes) {
      keys.set(key, { key, workspaceId, scopes });
    },
    revokeKey(key) {
      keys.delete(key);
    },
    setPlan(workspaceId, hasPlan) {
      const member = members.get(workspaceId);
      if (member === undefined) throw new RangeError(`no workspace ${workspaceId}`);
      members.set(workspaceId, { ...member, hasPlan });
    },
    keyOf: (key) => keys.get(key) ?? null,
    member: (workspaceId) => members.get(workspaceId) ?? null,
    get worlds() {
      return [...members.values()].map(({ world }) => world);
    },
    runUntil(ms) {
      for (const { world } of members.values()) world.runUntil(ms);
    },
    countCall(workspaceId, atMs) {
      const counter = counters.get(workspaceId) ?? {
        second: 0,
        inSecond: 0,
        minute: 0,
        inMinute: 0,
      };
      counters.set(workspaceId, counter);
      return countIn(counter, atMs);
    },
  };
}

/** The workspace as `GET /workspaces/current` shows it (INSTANTLY.md 2.1). */
export function workspaceJson({ state }: World): unknown {
  return {
    id: state.workspaceId,
    timestamp_created: isoOf(state.createdMs),
    timestamp_updated: isoOf(state.createdMs),
    owner: state.ownerId,
    name: state.workspaceName,
    plan_id: 'pid_hg_v1',
    plan_id_leadfinder: null,
    plan_id_crm: null,
    plan_id_website_visitor: null,
    plan_id_inbox_placement: null,
    plan_id_verification: {},
    org_logo_url: null,
    org_client_domain: null,
    add_unsub_to_block: null,
    default_opportunity_value: null,
  };
}
