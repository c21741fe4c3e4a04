import {
  type CampaignId,
  type InboxAddress,
  type InboxDay,
  type InboxFacts,
  type InstantMs,
  type LeadFacts,
  type SentSample,
  type SnapshotReading,
  type SubsequenceFacts,
  utcDate,
} from '#model';
import type { ObservationRecord } from '#store/read';
import { completedSweeps, type Slice, type StatusResult } from './slice.ts';

/** Changes of today's count that are kept: enough for a pace and for the last stand-still. */
const MOST_CHANGES = 12;

const readingFrom = (before: SnapshotReading, result: StatusResult): SnapshotReading => {
  if (result.ok) {
    return result.snapshot === null
      ? { kind: 'empty', readAt: result.at }
      : { kind: 'read', readAt: result.at, snapshot: result.snapshot };
  }
  // One failed call proves nothing: what is known stays and grows old in the open.
  if (before.kind !== 'not_asked' && before.kind !== 'failed') return before;
  const problem = 'message' in result.problem ? result.problem.message : result.problem.kind;
  return { kind: 'failed', readAt: result.at, problem };
};

/** The look that a reading gives at today's count of sent mails; undefined when it says nothing of it. */
export const sentLook = (reading: SnapshotReading): SentSample | undefined => {
  if (reading.kind !== 'read') return undefined;
  const { campaignLimit, takenAt } = reading.snapshot;
  const sent = campaignLimit?.sent;
  return sent === undefined ? undefined : { at: takenAt ?? reading.readAt, sent };
};

const withLook = (
  changes: readonly SentSample[],
  look: SentSample | undefined,
): readonly SentSample[] =>
  look === undefined || changes.at(-1)?.sent === look.sent
    ? changes
    : [...changes, look].slice(-MOST_CHANGES);

const subsequencesAfter = (
  { swept }: Slice,
  campaignId: CampaignId,
  known: readonly SubsequenceFacts[] | null,
  now: InstantMs,
): readonly SubsequenceFacts[] | null => {
  const read = swept.subsequences.get(campaignId);
  if (read === undefined) return known;
  return read.map((subsequence) => {
    const before = known?.find(({ id }) => id === subsequence.id)?.reading;
    if (!swept.subsequenceStatuses.has(subsequence.id)) {
      return { ...subsequence, reading: before ?? subsequence.reading };
    }
    const snapshot = swept.subsequenceStatuses.get(subsequence.id) ?? null;
    return {
      ...subsequence,
      reading: snapshot ? { kind: 'read', readAt: now, snapshot } : { kind: 'empty', readAt: now },
    };
  });
};

/** What is known of every campaign after a slice. */
export const observationsAfter = (
  slice: Slice,
  now: InstantMs,
): ReadonlyMap<CampaignId, ObservationRecord> => {
  const leads = new Map<CampaignId, LeadFacts>(
    slice.swept.leads.map((facts) => [facts.campaignId, facts]),
  );
  return new Map(
    [...slice.observations].map(([id, record]) => {
      const status = slice.statuses.get(id);
      const reading = status ? readingFrom(record.reading, status) : record.reading;
      return [
        id,
        {
          ...record,
          reading,
          leads: leads.get(id) ?? record.leads,
          subsequences: subsequencesAfter(slice, id, record.subsequences, now),
          sentChanges: withLook(record.sentChanges, status && sentLook(reading)),
        },
      ];
    }),
  );
};

/** What each inbox sent on the present UTC day. One that Instantly leaves out of its answer sent nothing. */
export const inboxDaysAfter = (slice: Slice): readonly InboxDay[] => {
  const { swept, before, startedAt } = slice;
  if (!completedSweeps(slice).includes('inboxDays')) return before.inboxDays;
  const date = utcDate(startedAt);
  const read = new Map(swept.inboxDays.map((day) => [day.address, day]));
  return [...before.inboxes.keys()].map(
    (address) => read.get(address) ?? { address, date, sent: 0, bounced: 0 },
  );
};

/** What is known of every inbox after a slice. Half a round changes nothing but the inboxes it names in error. */
export const inboxesAfter = (slice: Slice): ReadonlyMap<InboxAddress, InboxFacts> => {
  const { swept, before } = slice;
  const inboxes = new Map(before.inboxes);
  if (completedSweeps(slice).includes('inboxes')) {
    inboxes.clear();
    for (const inbox of swept.inboxes) inboxes.set(inbox.address, inbox);
  }
  for (const inbox of swept.inboxErrors) inboxes.set(inbox.address, inbox);
  return inboxes;
};

/**
 * Whether an inbox that was in error is no longer among those in error: the cheap round cannot say what it is now,
 * so the whole list is due.
 */
export const hasHealedInbox = (slice: Slice): boolean => {
  if (!completedSweeps(slice).includes('inboxErrors')) return false;
  const broken = new Set(slice.swept.inboxErrors.map(({ address }) => address));
  return [...slice.before.inboxes.values()].some(
    ({ address, status }) =>
      typeof status === 'string' && status.endsWith('_error') && !broken.has(address),
  );
};
