import type { InstantMs, Observation, Verdict } from '#model';
import { diagnoseFleet } from './diagnose-fleet.ts';

/** What a verdict about one campaign alone is made from. */
export interface DiagnosisInput {
  readonly observation: Observation;
  /** The verdict before this one, for `since` and `lastKnown`. */
  readonly previous: Verdict | undefined;
  readonly now: InstantMs;
}

/** The verdict about one campaign of which nothing but its own observation is known: no inboxes, no leads, no series. */
export const diagnose = ({ observation, previous, now }: DiagnosisInput): Verdict => {
  const { id, workspaceId } = observation.campaign;
  const [verdict] = diagnoseFleet({
    workspaceId,
    observations: [observation],
    inboxes: [],
    inboxDays: [],
    leads: new Map(),
    subsequences: new Map(),
    sentSeries: new Map(),
    previous: new Map(previous ? [[id, previous]] : []),
    isInboxReadingAllowed: false,
    now,
  });
  if (!verdict) throw new Error('one observation gives one verdict');
  return verdict;
};
