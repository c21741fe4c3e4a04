import { type ChangeFields, type ChangeOutcome, type InstantMs, MINUTE_MS } from '#model';
import type { ActionRecord } from '#store/read';
import { definitionOf } from './actions.ts';

/** Sending reacts to a change within this time (INSTANTLY.md 4.1). */
export const REACTS_WITHIN_MS = 15 * MINUTE_MS;

/** A request that nobody answered may still arrive; after this time it has not. */
const ARRIVES_WITHIN_MS = 2 * MINUTE_MS;

/** Work in the background may take so long without a word. */
const JOB_WITHIN_MS = 10 * MINUTE_MS;

const isOver = ({ at, change }: ActionRecord, now: InstantMs): boolean =>
  now - at >= (change.kind === 'set_warmup' ? JOB_WITHIN_MS : ARRIVES_WITHIN_MS);

/** What became of a change, by what was read back at `now`. An outcome that is known already stays. */
export const outcomeAfter = (
  record: ActionRecord,
  found: ChangeFields,
  now: InstantMs,
): ChangeOutcome => {
  const { change, before, outcome, at } = record;
  const definition = definitionOf(change);
  const isWaiting = outcome.kind === 'waiting';
  if (!isWaiting && outcome.kind !== 'pending' && outcome.kind !== 'sent') return outcome;
  if (definition.isDone(change, found)) {
    const until = isWaiting ? outcome.until : at + REACTS_WITHIN_MS;
    // Warmup sends no mails of campaigns: there is nothing that still has to react.
    return now >= until || change.kind === 'set_warmup'
      ? { kind: 'verified' }
      : { kind: 'waiting', until };
  }
  if (definition.isUndone(found, before)) {
    return isWaiting || isOver(record, now) ? { kind: 'not_verified', found } : outcome;
  }
  // Inboxes of a warmup are switched one after the other.
  return change.kind === 'set_warmup' && !isOver(record, now)
    ? outcome
    : { kind: 'superseded', found };
};
