import { serialize } from 'node:v8';
import type { JournalRecord } from '#store/read';

/** Three bytes an age: how the store packs them (its own test and the simulation's hold this against it). */
const BYTES_PER_AGE = 3;

/** Bytes of a journal as it is stored, had its workspace so many campaigns. */
export const journalBytes = ({ checkedAt: _, ...rest }: JournalRecord, campaigns: number): number =>
  serialize({
    v: 1,
    value: {
      ...rest,
      baseSeconds: 2_000_000_000,
      ages: new Uint8Array(campaigns * BYTES_PER_AGE),
    },
  }).length;
