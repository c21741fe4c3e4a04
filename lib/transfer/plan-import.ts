import type { InstantMs, WorkspaceId } from '#model';
import type { ImportData } from './export-file.ts';

/** What of a file can be restored here, and what stays out. */
export interface ImportPlan {
  readonly data: ImportData;
  /** Names of workspaces whose history is in the file but that are not connected. */
  readonly notConnected: readonly string[];
}

/**
 * Keeps of a file what belongs to connected workspaces and has happened before `now`. Of incidents only those that are
 * over: what is open now, the next check finds by itself. Silences that have ended by the clock stay out as well.
 */
export const planImport = (
  data: ImportData,
  connectedIds: ReadonlySet<WorkspaceId>,
  now: InstantMs,
): ImportPlan => ({
  data: {
    ...data,
    workspaces: data.workspaces.filter(({ id }) => connectedIds.has(id)),
    history: data.history.filter(
      ({ workspaceId, at }) => connectedIds.has(workspaceId) && at <= now,
    ),
    incidents: data.incidents.flatMap((record) => {
      const workspaceIds = record.workspaceIds.filter((id) => connectedIds.has(id));
      const isOver = record.state === 'resolved' && record.incident.since <= now;
      return isOver && workspaceIds.length > 0 ? [{ ...record, workspaceIds }] : [];
    }),
    silences: data.silences.filter(
      ({ scope, at, until }) =>
        (scope.workspaceId === null || connectedIds.has(scope.workspaceId)) &&
        at <= now &&
        (until === null || until > now),
    ),
    actions: data.actions.filter(
      ({ workspaceId, at }) => connectedIds.has(workspaceId) && at <= now,
    ),
  },
  notConnected: data.workspaces.filter(({ id }) => !connectedIds.has(id)).map(({ name }) => name),
});
