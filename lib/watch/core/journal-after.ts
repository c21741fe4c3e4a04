import type { CampaignId, InstantMs, Verdict } from '#model';
import { MINUTE_MS } from '#model';
import type { JournalRecord, ObservationRecord } from '#store/read';
import type { Problem } from './ask.ts';
import { hasHealedInbox } from './facts-after.ts';
import { intervalOf, needsStatus, PROBE_MS, RHYTHM } from './rhythm.ts';
import { completedSweeps, type Slice } from './slice.ts';

/** Steps of Instantly's rounds that are remembered: enough for a median that one odd step does not move. */
const MOST_STEPS = 9;
/** A longer step is a night or a pause, not a round. */
const LONGEST_STEP_MS = 30 * MINUTE_MS;

const checkedAfter = (
  slice: Slice,
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  now: InstantMs,
): Record<CampaignId, InstantMs> => {
  const checkedAt: Record<CampaignId, InstantMs> = {};
  for (const { campaignId, campaign, listedAt } of observations.values()) {
    const before = slice.before.journal.checkedAt[campaignId];
    const status = slice.statuses.get(campaignId);
    if (status?.ok) checkedAt[campaignId] = Math.min(status.at, now);
    else if (slice.campaigns.readAt !== null && !needsStatus(campaign))
      checkedAt[campaignId] = Math.min(listedAt, now);
    else if (before !== undefined) checkedAt[campaignId] = before;
  }
  return checkedAt;
};

const stepsAfter = (slice: Slice): readonly number[] => {
  const steps = [...slice.statuses].flatMap(([id, result]) => {
    const before = slice.before.observations.get(id)?.reading;
    if (!result.ok || before?.kind !== 'read') return [];
    const step = (result.snapshot?.takenAt ?? 0) - (before.snapshot.takenAt ?? Infinity);
    return step > 0 && step <= LONGEST_STEP_MS ? [step] : [];
  });
  return [...slice.before.journal.loopStepsMs, ...steps].slice(-MOST_STEPS);
};

/** What only a person can end, who then starts a check: it is tried in between in case he did it elsewhere. */
const NEEDS_A_PERSON: ReadonlySet<Problem['kind']> = new Set(['locked', 'scope_missing']);
const PERSON_MS = 5 * MINUTE_MS;

const notBeforeAfter = ({ halt }: Slice, now: InstantMs): InstantMs | null => {
  if (halt?.kind === 'rate_limited') return halt.notBefore ?? now + PROBE_MS;
  if (halt?.kind === 'deferred') return halt.until;
  if (halt === null || halt.kind === 'superseded') return null;
  return now + (NEEDS_A_PERSON.has(halt.kind) ? PERSON_MS : PROBE_MS);
};

// That our own budget was used up is no failure: else the one request that it still grants would always be the list.
const failuresAfter = ({ halt, answers, before }: Slice): number => {
  if (halt !== null && halt.kind !== 'deferred') return before.journal.failures + 1;
  return halt === null || answers > 0 ? 0 : before.journal.failures;
};

/** How long a round over all watched campaigns takes where the wish exceeds the budget; null where it does not. */
const stretchedAfter = (
  slice: Slice,
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  verdicts: ReadonlyMap<CampaignId, Verdict>,
): number | null => {
  const { ratePerSecond } = slice.before.journal.bucket;
  const watched = [...observations.values()].filter(({ campaign }) => needsStatus(campaign));
  const wishedPerSecond = watched.reduce((sum, record) => {
    const verdict = verdicts.get(record.campaignId);
    return sum + 1_000 / intervalOf(record, verdict, false, slice.runningMs);
  }, 1_000 / RHYTHM.listMs);
  return wishedPerSecond > ratePerSecond
    ? Math.round((watched.length / ratePerSecond) * 1_000)
    : null;
};

/** The journal after a slice: what was done when, and when to go on. */
export const journalAfter = (
  slice: Slice,
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  verdicts: ReadonlyMap<CampaignId, Verdict>,
  now: InstantMs,
): JournalRecord => {
  const { journal } = slice.before;
  // None is newer than now, also where the clock was set back in the middle of the slice.
  const startedAt = Math.min(slice.startedAt, now);
  const { readAt } = slice.campaigns;
  const swept = Object.fromEntries(
    completedSweeps(slice).map((sweep) => [sweep, startedAt] as const),
  );
  const { inboxes, ...others } = { ...journal.sweptAt, ...swept };
  const isListStale = inboxes === undefined || hasHealedInbox(slice);
  return {
    ...journal,
    // A wish that came before the answer is met by it: two windows that ask at once read the list once.
    listedAt: readAt === null ? journal.listedAt : Math.min(readAt, now),
    sweptAt: isListStale ? others : { ...others, inboxes },
    checkedAt: checkedAfter(slice, observations, now),
    loopStepsMs: stepsAfter(slice),
    stretchedMs: stretchedAfter(slice, observations, verdicts),
    notBefore: notBeforeAfter(slice, now),
    failures: failuresAfter(slice),
  };
};
