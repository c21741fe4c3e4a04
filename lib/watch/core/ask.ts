import type { CampaignFacts, CampaignId, InboxFacts, InstantMs, SendingSnapshot } from '#model';

/** One question to Instantly. Named, never a URL. */
export type Ask =
  | { readonly kind: 'campaigns'; readonly cursor: string | null }
  | { readonly kind: 'status'; readonly campaignId: CampaignId }
  | { readonly kind: 'inboxes'; readonly cursor: string | null };

/** What Instantly answered, in our own words. */
export type Answer =
  | {
      readonly kind: 'campaigns';
      readonly campaigns: readonly CampaignFacts[];
      readonly nextCursor: string | null;
    }
  | {
      readonly kind: 'status';
      readonly campaignId: CampaignId;
      /** Null is the documented "no data available". */
      readonly snapshot: SendingSnapshot | null;
    }
  | {
      readonly kind: 'inboxes';
      readonly inboxes: readonly InboxFacts[];
      readonly nextCursor: string | null;
    };

/** Why there is no answer. `message` is Instantly's own text, already without secrets. */
export type Problem =
  | { readonly kind: 'key_rejected'; readonly message: string }
  | { readonly kind: 'no_plan' }
  | { readonly kind: 'scope_missing'; readonly scopes: readonly string[] }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'rate_limited'; readonly notBefore: InstantMs | undefined }
  | { readonly kind: 'offline' }
  | { readonly kind: 'fault'; readonly message: string }
  /** The budget is used up for now. */
  | { readonly kind: 'deferred'; readonly until: InstantMs }
  /** The key was replaced or the workspace removed while asking. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'permission_missing' };

export type Outcome =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problem: Problem };

/** A stable name for an ask: the same question is never asked twice at once. */
export const askKey = (ask: Ask): string =>
  ask.kind === 'status' ? `status ${ask.campaignId}` : `${ask.kind} ${ask.cursor ?? ''}`;
