import type { Health, InstantMs } from '#model';

/** A stretch of time in one state; null is time in which nobody watched. */
export interface Segment {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly health: Health | null;
  /** Whether mails left; null where none were meant to, or nobody knows. */
  readonly isSending: boolean | null;
}
