import { BROKEN_INBOX_CODES, type CauseCode, NOTHING_KNOWN_CODES, type Severity } from '#model';

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
  ...BROKEN_INBOX_CODES,
  'warmup_banned',
  'stranded_leads',
  'bounce_pace',
  'api_down',
  'offline',
  'rate_limited',
  ...NOTHING_KNOWN_CODES,
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
