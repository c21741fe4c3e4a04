import type { AlertSeverity, CauseCode, Incident, WorkspaceState } from '#model';
import type { Sighting } from './sightings.ts';

/** States of a workspace in which nothing said about its campaigns can be trusted, and whether a person must act. */
const BROKEN: Readonly<
  Partial<Record<WorkspaceState['kind'], readonly [CauseCode, AlertSeverity]>>
> = {
  key_rejected: ['key_rejected', 'red'],
  no_plan: ['no_plan', 'red'],
  scope_missing: ['scope_missing', 'red'],
  permission_missing: ['permission_missing', 'red'],
  locked: ['locked', 'red'],
  api_down: ['api_down', 'amber'],
  offline: ['offline', 'amber'],
  rate_limited: ['rate_limited', 'amber'],
};

/** What keeps everything about the campaigns of a workspace from being told; null: nothing. */
export const inhibitorOf = (
  state: WorkspaceState,
  incidents: readonly Incident[],
): CauseCode | null =>
  incidents.find(({ subject }) => subject.kind === 'everything')?.code ??
  BROKEN[state.kind]?.[0] ??
  null;

/** The state of the workspace itself as a cause. That the computer is offline is nobody's news. */
export const workspaceSightings = (state: WorkspaceState): readonly Sighting[] => {
  const [code, severity] = BROKEN[state.kind] ?? [];
  if (code === undefined || severity === undefined || code === 'offline') return [];
  return [{ campaignId: null, code, severity, level: severity === 'red' ? 2 : 1, loss: null }];
};
