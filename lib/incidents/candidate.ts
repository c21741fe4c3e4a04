import type {
  Cause,
  CauseCode,
  Incident,
  IncidentSubject,
  InstantMs,
  Severity,
  Verdict,
} from '#model';

/** A campaign that is affected, and the cause in its verdict that says so. */
export interface Affected {
  readonly verdict: Verdict;
  readonly cause: Cause;
}

/** A cause with the thing it is about and the campaigns that share it, before it becomes an incident. */
export interface Candidate {
  readonly id: string;
  readonly code: CauseCode;
  readonly subject: IncidentSubject;
  readonly params: Incident['params'];
  readonly affected: readonly Affected[];
  /** Campaigns that would send again if only this were mended. */
  readonly restores: number;
}

const SEVERITIES: readonly Severity[] = ['red', 'amber', 'blue', 'grey', 'ok'];

const worstOf = (affected: readonly Affected[]): Severity =>
  SEVERITIES.find((severity) => affected.some(({ cause }) => cause.severity === severity)) ??
  'amber';

const lossOf = (affected: readonly Affected[]): number | null => {
  const losses = affected.map(({ cause }) => cause.loss).filter((loss) => loss !== null);
  return losses.length > 0 ? losses.reduce((sum, loss) => sum + loss, 0) : null;
};

const clearsAtOf = (affected: readonly Affected[]): InstantMs | null => {
  const instants = affected.map(({ cause }) => (cause.needsPerson ? null : cause.clearsAt));
  const known = instants.filter((at) => at !== null);
  return known.length > 0 && known.length === instants.length ? Math.max(...known) : null;
};

/** Since when, as far as anyone saw: the earliest of the campaigns whose state this cause explains. */
const sinceOf = ({ affected, code }: Candidate, now: InstantMs): InstantMs =>
  Math.min(
    now,
    ...affected
      .filter(({ verdict }) => verdict.causes[0]?.code === code)
      .map(({ verdict }) => verdict.since),
  );

/** The incident of a candidate; one that was there before keeps its beginning. */
export const incidentOf = (
  candidate: Candidate,
  previous: readonly Incident[],
  now: InstantMs,
): Incident => {
  const { id, code, subject, params, affected, restores } = candidate;
  return {
    id,
    code,
    severity: worstOf(affected),
    subject,
    params,
    campaignIds: [...new Set(affected.map(({ verdict }) => verdict.campaignId))].sort(),
    loss: lossOf(affected),
    restores,
    since: previous.find((known) => known.id === id)?.since ?? sinceOf(candidate, now),
    clearsAt: clearsAtOf(affected),
    actions: [...new Set(affected.flatMap(({ cause }) => cause.actions))],
  };
};
