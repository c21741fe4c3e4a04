import type { ChangeFields, ChangeNote } from './change-note.ts';
import type { InstantMs } from './time.ts';

/** What became of a change that a person confirmed. It is never made twice: what is not known is read back. */
export type ChangeOutcome =
  /** Written down before Instantly was asked; whether the request arrived is not known yet. */
  | { readonly kind: 'pending' }
  /** Instantly said yes; not read back yet. `progressPercent`: of its background job, 0 to 100. */
  | { readonly kind: 'sent'; readonly progressPercent: number | null }
  /** Read back as wished; sending reacts until then at the latest (INSTANTLY.md 4.1). */
  | { readonly kind: 'waiting'; readonly until: InstantMs }
  /** Read back as wished once more after Instantly had its time. */
  | { readonly kind: 'verified' }
  /** Read back as it was before: it did not arrive, or came undone. `found` is what was read. */
  | { readonly kind: 'not_verified'; readonly found: ChangeFields }
  /** Not made. */
  | { readonly kind: 'failed'; readonly note: ChangeNote }
  /** Read back as something else again: somebody changed it since. */
  | { readonly kind: 'superseded'; readonly found: ChangeFields }
  /** Never found out: it was still open when it was exported, and what comes of a file is not read back. */
  | { readonly kind: 'unknown' }
  /** Taken back by another change of ours. */
  | { readonly kind: 'undone'; readonly byId: string };

/** Whether what became of it is still to be found out. */
export const isOpenOutcome = ({ kind }: ChangeOutcome): boolean =>
  kind === 'pending' || kind === 'sent' || kind === 'waiting';
