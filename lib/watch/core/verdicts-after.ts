import { diagnoseFleet } from '#diagnosis';
import { type CampaignId, type InstantMs, MINUTE_MS, type SentSample, type Verdict } from '#model';
import type { ObservationRecord } from '#store/read';
import { sentLook } from './facts-after.ts';
import type { Memory } from './memory.ts';
import { cadenceOf } from './rhythm.ts';
import { isSame } from './same.ts';

/** Forecasts move with every minute; a verdict that differs only in them is written again at most this often. */
const FORECAST_STANDS_MS = 10 * MINUTE_MS;

const seriesOf = (
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
): Map<CampaignId, readonly SentSample[]> =>
  new Map(
    [...observations].map(([id, { sentChanges, reading }]) => {
      const look = sentLook(reading);
      return [id, look ? [...sentChanges, look] : sentChanges];
    }),
  );

const entriesOf = <Key extends 'leads' | 'subsequences'>(
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  key: Key,
): Map<CampaignId, NonNullable<ObservationRecord[Key]>> => {
  const entries = new Map<CampaignId, NonNullable<ObservationRecord[Key]>>();
  for (const [id, record] of observations) {
    const value = record[key];
    if (value !== null) entries.set(id, value);
  }
  return entries;
};

/** What a person would notice of a verdict; its forecasts left out. */
const substanceOf = ({ health, code, name, causes, counters }: Verdict): unknown => [
  health,
  code,
  name,
  counters,
  causes.map((cause) => [cause.code, cause.severity]),
];

const stands = (previous: Verdict | undefined, verdict: Verdict, now: InstantMs): boolean => {
  if (previous === undefined) return false;
  const age = now - previous.observedAt;
  const isRecent = age >= 0 && age < FORECAST_STANDS_MS;
  return isRecent
    ? isSame(substanceOf(previous), substanceOf(verdict))
    : isSame(previous, { ...verdict, observedAt: previous.observedAt });
};

/** The verdicts after a slice. One that says the same as before stays the very object it was, and is not written. */
export const verdictsAfter = (
  { verdicts: before, journal }: Memory,
  facts: Pick<Memory, 'workspace' | 'observations' | 'inboxes' | 'inboxDays'>,
  now: InstantMs,
): Map<CampaignId, Verdict> => {
  const { workspace, observations, inboxes, inboxDays } = facts;
  const verdicts = diagnoseFleet({
    workspaceId: workspace.id,
    observations: [...observations.values()],
    inboxes: [...inboxes.values()],
    inboxDays,
    leads: entriesOf(observations, 'leads'),
    subsequences: entriesOf(observations, 'subsequences'),
    sentSeries: seriesOf(observations),
    previous: before,
    isInboxReadingAllowed:
      workspace.abilities.readInboxes !== false && journal.sweptAt.inboxes !== undefined,
    now,
    snapshotCadenceMs: cadenceOf(journal.loopStepsMs) || undefined,
  });
  return new Map(
    verdicts.map((verdict) => {
      const previous = before.get(verdict.campaignId);
      const kept = previous && stands(previous, verdict, now) ? previous : verdict;
      return [verdict.campaignId, kept];
    }),
  );
};
