import type { InstantMs } from '#model';
import { isTime } from '#words';

/** An instant for machines; undefined when no calendar holds it, as after damage on the disk. */
export const isoTime = (at: InstantMs): string | undefined =>
  isTime(at) ? new Date(at).toISOString() : undefined;
