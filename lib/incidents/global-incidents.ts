import type {
  Cause,
  CauseCode,
  Incident,
  IncidentSubject,
  Verdict,
  WorkspaceId,
  WorkspaceState,
} from '#model';
import type { Candidate } from './candidate.ts';

/** A workspace and how it stands with Instantly. */
export interface WorkspaceStanding {
  readonly id: WorkspaceId;
  readonly state: WorkspaceState;
}

/** States of a workspace in which nothing said about its campaigns can be trusted. */
const CODES: Readonly<Partial<Record<WorkspaceState['kind'], CauseCode>>> = {
  key_rejected: 'key_rejected',
  no_plan: 'no_plan',
  scope_missing: 'scope_missing',
  offline: 'offline',
  api_down: 'api_down',
  rate_limited: 'rate_limited',
  locked: 'locked',
  permission_missing: 'permission_missing',
};

const ACTIONS: Readonly<Partial<Record<CauseCode, Incident['actions']>>> = {
  key_rejected: ['replace_key'],
  no_plan: ['open_billing'],
  scope_missing: ['replace_key', 'open_api_keys'],
  locked: ['open_options'],
  permission_missing: ['open_options'],
};

/** What makes whole workspaces unknown, and the workspaces that are silenced by it. */
export interface GlobalIncidents {
  readonly candidates: readonly Candidate[];
  readonly silenced: ReadonlySet<WorkspaceId>;
}

const standIn = (code: CauseCode, state: WorkspaceState): Cause => ({
  code,
  severity: 'red',
  params: {},
  loss: null,
  clearsAt: state.kind === 'rate_limited' ? state.until : null,
  needsPerson: code in ACTIONS,
  actions: ACTIONS[code] ?? ['check_now'],
});

/** One incident per broken workspace; being offline is one for all of them. */
export const globalIncidents = (
  workspaces: readonly WorkspaceStanding[],
  verdicts: readonly Verdict[],
): GlobalIncidents => {
  const candidates = new Map<string, Candidate>();
  const silenced = new Set<WorkspaceId>();
  for (const { id: workspaceId, state } of workspaces.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const code = CODES[state.kind];
    if (code === undefined) continue;
    silenced.add(workspaceId);
    const subject: IncidentSubject =
      code === 'offline' ? { kind: 'everything' } : { kind: 'workspace', workspaceId };
    const id = code === 'offline' ? code : `${code}|workspace|${workspaceId}`;
    const affected = verdicts
      .filter((verdict) => verdict.workspaceId === workspaceId)
      .map((verdict) => ({ verdict, cause: standIn(code, state) }));
    const before = candidates.get(id)?.affected ?? [];
    candidates.set(id, {
      id,
      code,
      subject,
      params: 'since' in state ? { sinceAt: state.since } : {},
      affected: [...before, ...affected],
      restores: 0,
    });
  }
  return { candidates: [...candidates.values()], silenced };
};
