import type { CauseParam } from './cause.ts';

/** The fields that a change is about, under the names that facts have them. */
export type ChangeFields = Readonly<Record<string, CauseParam>>;

/** Why a change must not be made. */
export const CHANGE_REFUSALS = [
  /** It is so already. */
  'unchanged',
  /** `least`, `most`. */
  'out_of_range',
  /** Nothing is known of what it would change. */
  'not_known',
  /** A workspace of the demo is not at Instantly. */
  'demo',
  /** Not as the change that is to be taken back left it. */
  'changed_since',
  /** `lifecycle`: a campaign that does not run cannot be paused. */
  'not_running',
  /** A campaign that has mailed all its leads needs new leads. */
  'campaign_completed',
  /** Instantly suspended the account; only its support can help. */
  'campaign_suspended',
  /** `answer`: the provider's own daily quota (Gmail 550-5.4.5); resuming makes it worse. */
  'inbox_daily_quota',
  /** `answer`: the provider takes no more today; the inbox's limit has to go down first. */
  'inbox_provider_cap',
  /** `answer`: refused for its reputation. */
  'inbox_reputation',
  /** `answer`: has to be reconnected; resuming alone reverts. */
  'inbox_login_lost',
  /** `answer`: an error that nobody can read. */
  'inbox_error',
  /** It resumes by itself. */
  'inboxes_in_maintenance',
  'inbox_setup_pending',
  /** `untilAt`: resuming an inbox in error helps once in 24 hours at most. */
  'resumed_recently',
  /** `inboxes`: a ban is not lifted by switching warmup on. */
  'warmup_banned',
] as const;

/** What a change risks. */
export const CHANGE_RISKS = [
  /** Instantly does not stop the campaign again for 7 days, however many mails bounce. */
  'bounce_protect_off',
  /** `down`, `total`: inboxes that cannot send yet; the campaign may be stopped again. */
  'inboxes_still_down',
  /** Nobody has had a mail of this campaign: they go out as soon as it runs. */
  'launches',
  /** `safe`: more than is recommended for one inbox. */
  'above_safe_limit',
  /** No limit of its own any more: only those of the inboxes hold it. */
  'no_limit',
  'stops_new_leads',
  /** Mails may go from inboxes of another provider than the lead's. */
  'other_providers',
  /** A young mailbox without slow ramp runs into its provider's quota. */
  'slow_ramp_off',
  /** `campaigns`: that many lose this inbox. */
  'used_by_campaigns',
  /** The list has addresses that nobody can deliver to; they will stop it again. */
  'list_quality',
  /** Clears the mark, repairs nothing. */
  'repairs_nothing',
  /** `inboxes`: that many warm up no longer. */
  'warmup_ends',
] as const;

/** Why a change that was confirmed was not made, or why nothing could be read about it. */
export const CHANGE_PROBLEMS = [
  /** `scopes`: the key lacks one of these. */
  'scope_missing',
  'key_rejected',
  'no_plan',
  'not_found',
  /** `untilAt`: Instantly asked for a pause. */
  'rate_limited',
  /** `untilAt`: our own budget. */
  'deferred',
  'offline',
  'permission_missing',
  'locked',
  /** The key was replaced or the workspace removed meanwhile. */
  'superseded',
  /** `message`: Instantly's own text. */
  'fault',
  'unreadable',
  /** `message`: Instantly understood and said no. */
  'refused',
  /** `message`: somebody else changed it at the same moment. */
  'conflict',
  /** It was no longer as it was shown; nothing was sent. */
  'not_as_shown',
  /** The background job ended without doing it. */
  'job_failed',
] as const;

export type ChangeNoteCode =
  | (typeof CHANGE_REFUSALS)[number]
  | (typeof CHANGE_RISKS)[number]
  | (typeof CHANGE_PROBLEMS)[number];

/** Why a change is not made, or what it risks: a code that `locales/` words, with its figures. Instants end in `At`. */
export interface ChangeNote {
  readonly code: ChangeNoteCode;
  readonly params: ChangeFields;
}
