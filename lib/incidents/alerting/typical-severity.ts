import type { CauseCode, Severity } from '#model';

const RED: ReadonlySet<CauseCode> = new Set([
  'campaign_account_suspended',
  'campaign_bounce_protect',
  'campaign_accounts_unhealthy',
  'all_accounts_unhealthy',
  'instantly_error',
  'silent_stop',
  'no_future_window',
  'no_inboxes_attached',
  'empty_tag',
  'key_rejected',
  'no_plan',
  'scope_missing',
  'locked',
  'permission_missing',
]);

const AMBER: ReadonlySet<CauseCode> = new Set([
  'no_accounts_available',
  'waiting_for_esp_match',
  'waiting_for_leads',
  'unexpected_pause',
  'inboxes_disconnected',
  'inbox_login_lost',
  'inbox_transient_error',
  'inbox_bad_lead',
  'inbox_provider_cap',
  'inbox_daily_quota',
  'inbox_reputation',
  'inbox_error',
  'warmup_banned',
  'stranded_leads',
  'bounce_pace',
  'api_down',
  'offline',
  'rate_limited',
  'no_status_yet',
  'unseen_status',
  'unseen_lifecycle',
  'status_failed',
  'status_not_permitted',
  'stale_ours',
  'stale_instantly',
]);

const GREY: ReadonlySet<CauseCode> = new Set([
  'campaign_draft',
  'campaign_paused',
  'campaign_completed',
]);

/** The severity that a cause mostly has, for where only its name is known. The diagnosis may say otherwise. */
export const typicalSeverity = (code: CauseCode): Severity => {
  if (code === 'healthy') return 'ok';
  if (RED.has(code)) return 'red';
  if (AMBER.has(code)) return 'amber';
  return GREY.has(code) ? 'grey' : 'blue';
};
