import type { Fetch } from '#instantly';
import type { InstantMs, WorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';
import type { MemoryStore, WatchedStore } from './memory-store.ts';
import type { Situation } from './situations.ts';
import type { Point } from './worker.ts';

/** Puts something broken between the worker and the world, so that a test sees the invariant that guards it. */
export interface Sabotage {
  readonly store?: (store: WatchedStore, rows: MemoryStore['rows']) => WatchedStore;
  readonly fetch?: (fetch: Fetch) => Fetch;
  readonly arm?: (
    arm: (dueAt: InstantMs | null) => void,
    now: () => InstantMs,
  ) => (dueAt: InstantMs | null) => void;
  readonly locks?: (
    locks: Pick<LockManager, 'request'>,
    checks: () => void,
  ) => Pick<LockManager, 'request'>;
  /** A vault that keeps what it should forget. */
  readonly isVaultForgetful?: false;
}

export interface WorldOptions {
  readonly seed: number;
  /** Share of questions that go wrong on their own, 0 to 1. */
  readonly faults: number;
  /** Chance of a kill before and after each call of the effects port, 0 to 1. */
  readonly killChance: number;
  readonly runningMs: number;
  readonly budgetPercent: number;
  readonly sabotage?: Sabotage;
  /** Decides about every kill instead of chance. */
  readonly isKilledAt?: (point: Point) => boolean;
  /** Decides about the first situations instead of chance. */
  readonly situationOf?: (n: number) => Situation;
  /** How often Instantly looks at each campaign; else it differs between workspaces. */
  readonly loopMs?: number;
  /** Longest wait beyond half a minute after a burst of failures; what the gateway does if not said. */
  readonly breakerMs?: number;
  /** No lateness of alarms, no storage faults, and no idle worker ends. */
  readonly isQuiet?: boolean;
}

/** What happened so far, for the report. */
export interface Tally {
  requests: number;
  faults: number;
  commits: number;
  checks: number;
  workers: number;
  kills: number;
  points: number;
}

/** A workspace as connecting it stores it. */
export const recordOf = (id: WorkspaceId, order: number, now: InstantMs): WorkspaceRecord => ({
  id,
  name: `Workspace ${order}`,
  keyTail: 'abcd',
  generation: 1,
  state: { kind: 'first_check', found: 0, checked: 0 },
  abilities: {
    readCampaigns: true,
    readInboxes: true,
    readWorkspace: true,
    readSubsequences: undefined,
    readTags: undefined,
    readAnalytics: undefined,
  },
  missingScopes: [],
  connectedAt: now,
  order,
  isDemo: false,
});
