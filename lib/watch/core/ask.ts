import type {
  CampaignFacts,
  CampaignId,
  InboxAddress,
  InboxDay,
  InboxFacts,
  InstantMs,
  LeadFacts,
  SendingSnapshot,
  SubsequenceFacts,
  SubsequenceId,
} from '#model';
import type { TagLabel } from '#store/read';

/** One question to Instantly. Named, never a URL. */
export type Ask =
  | { readonly kind: 'campaigns'; readonly cursor: string | null }
  | { readonly kind: 'status'; readonly campaignId: CampaignId }
  | { readonly kind: 'inboxErrors'; readonly cursor: string | null }
  | { readonly kind: 'inboxes'; readonly cursor: string | null }
  /** Mails of at most 100 inboxes on one UTC day, `YYYY-MM-DD`. */
  | {
      readonly kind: 'inboxDays';
      readonly addresses: readonly InboxAddress[];
      readonly date: string;
    }
  /** Totals of at most 100 campaigns. */
  | { readonly kind: 'leads'; readonly campaignIds: readonly CampaignId[] }
  | { readonly kind: 'subsequences'; readonly campaignId: CampaignId }
  | {
      readonly kind: 'subsequenceStatus';
      readonly campaignId: CampaignId;
      readonly subsequenceId: SubsequenceId;
    }
  | { readonly kind: 'tags'; readonly cursor: string | null };

/** A page of a list, in our own words. */
export interface AnsweredPage<Kind extends string, Item> {
  readonly kind: Kind;
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** What Instantly answered. A null snapshot is the documented "no data available". */
export type Answer =
  | AnsweredPage<'campaigns', CampaignFacts>
  | AnsweredPage<'inboxErrors' | 'inboxes', InboxFacts>
  | AnsweredPage<'tags', TagLabel>
  | { readonly kind: 'status'; readonly snapshot: SendingSnapshot | null }
  | { readonly kind: 'inboxDays'; readonly days: readonly InboxDay[] }
  | { readonly kind: 'leads'; readonly leads: readonly LeadFacts[] }
  | { readonly kind: 'subsequences'; readonly subsequences: readonly SubsequenceFacts[] }
  | { readonly kind: 'subsequenceStatus'; readonly snapshot: SendingSnapshot | null };

/** Why there is no answer. `message` is Instantly's own text, already without secrets. */
export type Problem =
  | { readonly kind: 'key_rejected'; readonly message: string }
  | { readonly kind: 'no_plan' }
  | { readonly kind: 'scope_missing'; readonly scopes: readonly string[] }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'rate_limited'; readonly notBefore: InstantMs | undefined }
  | { readonly kind: 'offline' }
  | { readonly kind: 'fault'; readonly message: string }
  /** An answer that cannot be read: of one campaign no reason to leave the others unasked. */
  | { readonly kind: 'unreadable'; readonly message: string }
  /** The budget is used up for now. */
  | { readonly kind: 'deferred'; readonly until: InstantMs }
  /** The key was replaced or the workspace removed while asking. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'permission_missing' };

export type Outcome =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problem: Problem };

/** A stable name for an ask: the same question is never out twice at once. */
export const askKey = (ask: Ask): string => {
  switch (ask.kind) {
    case 'status':
    case 'subsequences':
      return `${ask.kind} ${ask.campaignId}`;
    case 'subsequenceStatus':
      return `${ask.kind} ${ask.subsequenceId}`;
    case 'inboxDays':
      return `${ask.kind} ${ask.addresses[0]}`;
    case 'leads':
      return `${ask.kind} ${ask.campaignIds[0]}`;
    case 'campaigns':
    case 'inboxErrors':
    case 'inboxes':
    case 'tags':
      return `${ask.kind} ${ask.cursor ?? ''}`;
  }
};
