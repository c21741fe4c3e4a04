import type { CauseCode } from './cause.ts';
import type { CampaignId, WorkspaceId } from './ids.ts';
import type { InstantMs } from './time.ts';

/** What a silence or an alert is about. Narrower scopes inherit what is said of the wider ones. */
export type SilenceScope =
  | {
      readonly kind: 'campaign';
      readonly workspaceId: WorkspaceId;
      readonly campaignId: CampaignId;
    }
  /** Every campaign that carries the tag, or sends from inboxes that do. */
  | { readonly kind: 'tag'; readonly workspaceId: WorkspaceId; readonly tagId: string }
  | { readonly kind: 'workspace'; readonly workspaceId: WorkspaceId }
  /** One cause, in one workspace or, with null, in all of them. */
  | { readonly kind: 'cause'; readonly workspaceId: WorkspaceId | null; readonly code: CauseCode };

/**
 * Why nobody is told. `acknowledged` ends when all that it covers has recovered; `snoozed` and `expected` end at
 * `until`, `snoozed` without it when it clears; `muted` until it is taken back. What is still wrong when `expected`
 * ends is told even where it was told before.
 */
export const SILENCE_KINDS = ['acknowledged', 'snoozed', 'muted', 'expected'] as const;
export type SilenceKind = (typeof SILENCE_KINDS)[number];

/** Something that a person does not want to hear of for now. It is still checked, shown and counted. */
export interface Silence {
  readonly id: string;
  readonly kind: SilenceKind;
  readonly scope: SilenceScope;
  /** The person's own words; may be empty. */
  readonly note: string;
  readonly at: InstantMs;
  /** Null: no end by the clock. */
  readonly until: InstantMs | null;
}

/** Until when something is snoozed, as a person says it. */
export type SnoozeChoice =
  | { readonly kind: 'hour' }
  /** The campaign's next sending window; of several the first. */
  | { readonly kind: 'next_window' }
  /** When the limit that stops it clears by itself, or the trouble is gone. */
  | { readonly kind: 'clears' }
  | { readonly kind: 'date'; readonly at: InstantMs };
