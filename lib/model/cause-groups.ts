import type { OwnCauseCode } from './cause.ts';

/** What is the matter with inboxes in error, told apart by what their mail servers answered (DIAGNOSIS.md 3.3). */
export const BROKEN_INBOX_CODES = [
  'inbox_login_lost',
  'inbox_transient_error',
  'inbox_bad_lead',
  'inbox_provider_cap',
  'inbox_daily_quota',
  'inbox_reputation',
  'inbox_error',
] as const satisfies readonly OwnCauseCode[];
export type BrokenInboxCode = (typeof BROKEN_INBOX_CODES)[number];

/** They say that nothing can be known of a campaign. */
export const NOTHING_KNOWN_CODES = [
  'no_status_yet',
  'unseen_status',
  'unseen_lifecycle',
  'status_failed',
  'status_not_permitted',
  'stale_ours',
  'stale_instantly',
] as const satisfies readonly OwnCauseCode[];
