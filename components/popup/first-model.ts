import type { CampaignId, Health, InstantMs, WorkspaceId } from '#model';
import type { Head } from '#store/read';
import { freshen } from '../freshness.ts';
import { arrange } from './arrange.ts';
import type { CheckState, PopupModel, PopupPorts } from './model.ts';

const still = <T>(value: T) => ({ value });
const nothing = (): void => undefined;

/**
 * The popup's state for its first paint, made of the head alone and without signals, whose code comes right after.
 * It stands still: what is pressed in these few milliseconds has no effect.
 */
export const firstModel = (ports: PopupPorts, head: Head | null): PopupModel => {
  const now = ports.now();
  const workspaces = head?.workspaces ?? null;
  const checked = (workspaces ?? []).map(({ checkedAt }) => checkedAt);
  const verdicts = (head?.rows ?? []).map((row) => {
    const workspace = workspaces?.find(({ id }) => id === row.workspaceId);
    return freshen(row, Math.max(row.observedAt, workspace?.checkedAt ?? 0), now);
  });
  const filter = still<ReadonlySet<Health>>(new Set());
  return {
    ports,
    now: still(now),
    slowNow: still(now),
    allWorkspaces: still(workspaces),
    workspaces: still(workspaces ?? []),
    chosen: still<WorkspaceId | null>(null),
    verdicts: still(verdicts),
    counts: still(head?.counts ?? NO_COUNTS),
    groups: still(arrange(verdicts, filter.value, '')),
    incidents: still(head?.incidents ?? []),
    checkedAt: still<InstantMs | null>(
      checked.length === 0 || checked.includes(null) ? null : Math.min(...checked.map(Number)),
    ),
    filter,
    query: still(''),
    openId: still<CampaignId | null>(null),
    check: still<CheckState>('idle'),
    isHelpOpen: still(false),
    isComplete: still(false),
    refresh: async () => nothing(),
    checkNow: async () => nothing(),
    toggleFilter: nothing,
    showAll: nothing,
    toggleRow: nothing,
    tick: nothing,
  };
};

const NO_COUNTS: Head['counts'] = {
  blocked: 0,
  degraded: 0,
  unknown: 0,
  limited: 0,
  waiting: 0,
  healthy: 0,
  inactive: 0,
};
