import type { InstantMs } from '#model';
import type { FleetRecord, JournalRecord } from './records.ts';

/**
 * The oldest of the last good answers about campaigns of a workspace that are watched; where none is, when it was last
 * listed. Null before the first check.
 */
export const oldestCheck = (
  fleet: FleetRecord | undefined,
  journal: JournalRecord | undefined,
): InstantMs | null => {
  if (journal === undefined) return null;
  const instants = (fleet?.verdicts ?? [])
    .filter((verdict) => verdict.health !== 'inactive')
    .flatMap((verdict) => journal.checkedAt[verdict.campaignId] ?? []);
  return instants.length === 0 ? journal.listedAt : Math.min(...instants);
};
