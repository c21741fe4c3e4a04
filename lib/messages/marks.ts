import type {
  CampaignId,
  Cause,
  Health,
  HealthCounts,
  InboxAddress,
  InstantMs,
  WorkspaceId,
} from '#model';
import type { Catalogue } from '#words';

/** Most ids and texts that one question about a list may hold, and most characters of one text. */
export const MARKS_AT_MOST = { ids: 300, texts: 600, textLength: 200 } as const;

/** What a page with a list shows: ids of campaigns, and texts that may be names or addresses. */
export interface MarksRequest {
  readonly kind: 'campaigns' | 'inboxes';
  readonly ids: readonly CampaignId[];
  readonly texts: readonly string[];
}

/** A campaign of a list. */
export interface CampaignMark {
  readonly id: CampaignId;
  readonly health: Health;
  /** With its figures alone: a text among its evidence could be an address that the page does not show. */
  readonly cause: Cause | null;
  readonly nextSendAt: InstantMs | null;
  readonly checkedAt: InstantMs | null;
}

/** An inbox in trouble. `code` is that of its triage. */
export interface InboxMark {
  readonly address: InboxAddress;
  readonly health: Extract<Health, 'blocked' | 'limited'>;
  readonly code: string;
  readonly campaigns: number;
}

/**
 * What is known of what a list shows, all of it of the one workspace that most of it belongs to, and of nothing that
 * was not asked for. `none`: switched off, nothing of it is known, or two workspaces fit alike.
 */
export type MarksAnswer =
  | { readonly kind: 'none'; readonly why: 'off' | 'not_connected' | 'not_known' }
  | {
      readonly kind: 'campaigns';
      readonly workspaceId: WorkspaceId;
      readonly marks: readonly CampaignMark[];
      /** Which of the texts is the name of one campaign alone. */
      readonly named: readonly (readonly [text: string, id: CampaignId])[];
      readonly summary: HealthCounts;
      /** Last good answer about any campaign of the workspace. */
      readonly checkedAt: InstantMs | null;
      /** The words that this answer needs, so that the content script carries none of them. */
      readonly texts: Catalogue;
    }
  | {
      readonly kind: 'inboxes';
      readonly workspaceId: WorkspaceId;
      readonly marks: readonly InboxMark[];
      readonly named: readonly (readonly [text: string, address: InboxAddress])[];
      readonly texts: Catalogue;
    };
