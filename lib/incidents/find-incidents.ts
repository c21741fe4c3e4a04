import type { InboxFacts, Incident, InstantMs, Verdict } from '#model';
import { incidentOf } from './candidate.ts';
import { globalIncidents, type WorkspaceStanding } from './global-incidents.ts';
import { inboxIncidents } from './inbox-incidents.ts';
import { tagIncidents } from './tag-incidents.ts';
import { workspaceIncidents } from './workspace-incidents.ts';

/** What incidents are found in. */
export interface IncidentInput {
  readonly verdicts: readonly Verdict[];
  readonly inboxes: readonly InboxFacts[];
  /** How the workspaces stand; a broken one silences everything said about its campaigns. */
  readonly workspaces?: readonly WorkspaceStanding[];
  readonly previous: readonly Incident[];
  readonly now: InstantMs;
}

const isTop = ({ subject }: Incident): boolean =>
  subject.kind === 'everything' || subject.kind === 'workspace';

const worstFirst = (a: Incident, b: Incident): number =>
  (b.loss ?? 0) - (a.loss ?? 0) ||
  b.restores - a.restores ||
  (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * Causes that at least two campaigns share, and those that stand above all, by mails lost, then by campaigns that
 * would send again, then by id. What silences whole workspaces comes first.
 */
export const findIncidents = ({
  verdicts,
  inboxes,
  workspaces = [],
  previous,
  now,
}: IncidentInput): readonly Incident[] => {
  const sorted = verdicts.toSorted((a, b) => (a.campaignId < b.campaignId ? -1 : 1));
  const { candidates, silenced } = globalIncidents(workspaces, sorted);
  const heard = sorted.filter(({ workspaceId }) => !silenced.has(workspaceId));
  const global = candidates.map((one) => incidentOf(one, previous, now)).sort(worstFirst);
  const shared = [
    ...workspaceIncidents(heard),
    ...tagIncidents(heard),
    ...inboxIncidents(heard, inboxes, previous),
  ]
    .map((one) => incidentOf(one, previous, now))
    .sort(worstFirst);
  return [...global, ...shared];
};

/**
 * The incident to name in the advice line: what silences whole workspaces, else what brings most campaigns back, else
 * what costs most. Undefined when mending none of them would change today.
 */
export const leverOf = (incidents: readonly Incident[]): Incident | undefined => {
  const top = incidents.find((one) => isTop(one) && one.restores === 0 && one.loss === null);
  if (top) return top;
  const [best] = incidents.toSorted((a, b) => b.restores - a.restores || worstFirst(a, b));
  return best && (best.restores > 0 || (best.loss ?? 0) > 0) ? best : undefined;
};
