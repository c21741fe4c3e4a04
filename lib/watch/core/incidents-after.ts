import { findIncidents } from '#incidents';
import type { InstantMs } from '#model';
import type { IncidentRecord } from '#store/read';
import type { Memory } from './memory.ts';
import { isSame } from './same.ts';

const opened = (
  incident: IncidentRecord['incident'],
  workspaceId: Memory['workspace']['id'],
): IncidentRecord => ({
  incident,
  workspaceIds: [workspaceId],
  state: 'firing',
  acknowledgedAt: null,
  snoozedUntil: null,
  note: '',
  resolvedAt: null,
});

/** What stands above all campaigns of a workspace: how the workspace itself stands with Instantly. */
const ABOVE_ALL: ReadonlySet<string> = new Set([
  'key_rejected',
  'no_plan',
  'scope_missing',
  'offline',
  'api_down',
  'rate_limited',
  'locked',
  'permission_missing',
]);

const isAboveAll = ({ incident }: IncidentRecord): boolean => ABOVE_ALL.has(incident.code);

/**
 * The incidents after a slice, and those of them that have to be written. What stands above all campaigns (no key, no
 * network) hides the rest without ending it: nobody can tell whether it ended.
 */
export const incidentsAfter = (
  before: Memory,
  facts: Pick<Memory, 'workspace' | 'verdicts' | 'inboxes'>,
  now: InstantMs,
): { open: readonly IncidentRecord[]; changed: readonly IncidentRecord[] } => {
  const { workspace, verdicts, inboxes } = facts;
  const found = findIncidents({
    verdicts: [...verdicts.values()],
    inboxes: [...inboxes.values()],
    workspaces: [{ id: workspace.id, state: workspace.state }],
    previous: before.incidents.map(({ incident }) => incident),
    now,
  });
  const known = new Map(before.incidents.map((record) => [record.incident.id, record]));
  const open = found.map((incident) => {
    const record = known.get(incident.id) ?? opened(incident, workspace.id);
    return isSame(record.incident, incident) ? record : { ...record, incident };
  });
  const ids = new Set(open.map(({ incident }) => incident.id));
  const missing = before.incidents.filter(({ incident }) => !ids.has(incident.id));
  const isHidden = workspace.state.kind !== 'ok' && workspace.state.kind !== 'first_check';
  const kept = isHidden ? missing.filter((record) => !isAboveAll(record)) : [];
  const ended = missing
    .filter((record) => !kept.includes(record))
    .map((record): IncidentRecord => ({ ...record, state: 'resolved', resolvedAt: now }));
  return {
    open: [...open, ...kept],
    changed: [...open.filter((record) => known.get(record.incident.id) !== record), ...ended],
  };
};
