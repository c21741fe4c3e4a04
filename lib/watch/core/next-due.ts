import type { InstantMs } from '#model';
import type { Attention, Memory } from './memory.ts';
import { heldUntil, needsStatus, RHYTHM, statusDueAt } from './rhythm.ts';
import { nextSweepAt } from './sweeps.ts';

/** When the worker has to wake for this workspace: never sooner than an alarm can. */
export const nextDueAt = (
  memory: Memory,
  attention: Attention,
  runningMs: number,
  now: InstantMs,
): InstantMs => {
  const { journal, observations } = memory;
  // A wish was just met; what counts from here on is the rhythm.
  const later: Attention = { ...attention, askedAt: null };
  const listDueAt = journal.failures > 0 ? now : (journal.listedAt ?? now) + RHYTHM.listMs;
  let earliest = Math.min(listDueAt, nextSweepAt(memory, now));
  for (const record of observations.values()) {
    if (!needsStatus(record.campaign)) continue;
    earliest = Math.min(earliest, statusDueAt(memory, record, later, runningMs, now));
  }
  return Math.max(earliest, heldUntil(journal, now) ?? 0, now + RHYTHM.alarmMs);
};
