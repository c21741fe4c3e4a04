import type { CampaignId, Health } from '#model';

/**
 * Most ids and texts that the question about a list may hold, and most characters of one text: what 300 rows say. What
 * comes last on a page that says more is not asked for.
 */
export const MARKS_AT_MOST = { ids: 300, texts: 1_800, textLength: 200 } as const;

/** What a page with a list shows: ids of campaigns, and texts that may be names or addresses. */
export interface MarksRequest {
  readonly kind: 'campaigns' | 'inboxes';
  readonly ids: readonly CampaignId[];
  readonly texts: readonly string[];
}

/** What is to be said of one campaign or inbox. */
export interface MarkTold {
  /** Of a campaign its id, of an inbox its address. */
  readonly id: string;
  readonly health: Health;
  /** Health, reason and what comes of it, in words. */
  readonly text: string;
}

/** How the workspace of a list stands. */
export interface MarksSummary {
  readonly health: Health;
  readonly text: string;
  /** What a press on it does; how much of the page was marked is to be said after it. */
  readonly title: string;
}

/**
 * What is known of what a list shows, all of it of the one workspace that most of it belongs to, and of nothing that
 * was not asked for. `none`: switched off, nothing of it is known, or two workspaces fit alike.
 */
export type MarksAnswer =
  | { readonly kind: 'none'; readonly why: 'off' | 'not_connected' | 'not_known' }
  | {
      readonly kind: 'told';
      readonly marks: readonly MarkTold[];
      /** Which of the texts is the name of one campaign alone, or the address of an inbox in trouble. */
      readonly named: readonly (readonly [text: string, id: string])[];
      /** Of a list of inboxes there is none. */
      readonly summary: MarksSummary | null;
    };
