/** A value Instantly sent that this version has never seen; kept raw so that it can be shown and never guessed. */
export interface Unseen {
  readonly unseen: string;
}

/** Whether a value is one this version does not know. */
export const isUnseen = (value: unknown): value is Unseen =>
  typeof value === 'object' && value !== null && 'unseen' in value;

/** The life of a campaign as its owner or Instantly left it (INSTANTLY.md 3.1). */
export const LIFECYCLES = [
  'draft',
  'active',
  'paused',
  'completed',
  'running_subsequences',
  'accounts_unhealthy',
  'bounce_protect',
  'account_suspended',
] as const;

export type Lifecycle = (typeof LIFECYCLES)[number];

/** Why the list call says a campaign is not sending (INSTANTLY.md 3.2); coarser than the 18 codes. */
export const NOT_SENDING_REASONS = [
  'out_of_schedule',
  'waiting_for_lead',
  'campaign_daily_limit',
  'inbox_daily_limits',
  'instantly_error',
] as const;

export type NotSendingReason = (typeof NOT_SENDING_REASONS)[number];

/** The 18 codes of a sending status (INSTANTLY.md 3.3), a closed list at Instantly. */
export const SENDING_CODES = [
  'healthy',
  'campaign_draft',
  'campaign_paused',
  'campaign_completed',
  'campaign_running_subsequences',
  'out_of_schedule',
  'follow_up_delay_not_met',
  'waiting_for_leads',
  'new_lead_limit_met',
  'daily_limit_met',
  'account_daily_limit_met',
  'domain_limit_reached',
  'waiting_for_esp_match',
  'no_accounts_available',
  'all_accounts_unhealthy',
  'campaign_accounts_unhealthy',
  'campaign_bounce_protect',
  'campaign_account_suspended',
] as const;

export type SendingCode = (typeof SENDING_CODES)[number];

const CODES: ReadonlySet<string> = new Set(SENDING_CODES);

/** Whether a text is one of the 18 codes. */
export const isSendingCode = (text: string): text is SendingCode => CODES.has(text);
