import type { AlertRules, CauseRule, Channel } from './alert-rules.ts';

const told = (channel: Channel, forMinutes: number, renotifyHours: number | null): CauseRule => ({
  channel,
  forMinutes,
  renotifyHours,
});

const AT_ONCE = { channel: 'notify', forMinutes: 0 } as const;
const UNTOLD = { channel: 'never' } as const;

/** What differs from the severity in every preset: how long a cause has to last to be believed (DIAGNOSIS.md 3.1). */
const LASTING = {
  campaign_account_suspended: AT_ONCE,
  campaign_bounce_protect: AT_ONCE,
  campaign_accounts_unhealthy: AT_ONCE,
  unexpected_pause: AT_ONCE,
  key_rejected: AT_ONCE,
  no_plan: AT_ONCE,
  scope_missing: AT_ONCE,
  permission_missing: AT_ONCE,
  // Whoever locks the vault with a passphrase starts every day with it locked.
  locked: { channel: 'notify', forMinutes: 60 },
  all_accounts_unhealthy: { forMinutes: 10 },
  no_accounts_available: { forMinutes: 15 },
  inboxes_disconnected: { forMinutes: 10 },
  inbox_login_lost: { forMinutes: 10 },
  inbox_transient_error: { forMinutes: 60 },
  inbox_bad_lead: { forMinutes: 10 },
  inbox_provider_cap: { forMinutes: 10 },
  inbox_daily_quota: { forMinutes: 10 },
  inbox_reputation: { forMinutes: 10 },
  inbox_error: { forMinutes: 10 },
  no_inboxes_attached: { forMinutes: 10 },
  empty_tag: { forMinutes: 10 },
  waiting_for_esp_match: { forMinutes: 60 },
  waiting_for_leads: { forMinutes: 1_440 },
  api_down: { channel: 'digest', forMinutes: 30 },
  rate_limited: { channel: 'digest', forMinutes: 60 },
  offline: UNTOLD,
  out_of_schedule: UNTOLD,
  campaign_draft: UNTOLD,
  campaign_paused: UNTOLD,
  // That nothing is known is in popup and badge; of a whole workspace the workspace's own state is told.
  no_status_yet: UNTOLD,
  unseen_status: UNTOLD,
  unseen_lifecycle: UNTOLD,
  status_failed: UNTOLD,
  status_not_permitted: UNTOLD,
  stale_ours: UNTOLD,
  stale_instantly: UNTOLD,
  contradiction: UNTOLD,
} as const satisfies AlertRules['byCause'];

/** Limits and waits that a person set: only those who want everything hear of them. */
const BY_RULE = {
  account_daily_limit_met: { channel: 'digest', forMinutes: 0 },
  domain_limit_reached: UNTOLD,
  new_lead_limit_met: UNTOLD,
  daily_limit_met: UNTOLD,
  follow_up_delay_not_met: UNTOLD,
} as const satisfies AlertRules['byCause'];

/** Ready-made rules (DIAGNOSIS.md 3.1 `for` and notify defaults; FEATURES.md 2.2). `standard` holds until the user chooses. */
export const ALERT_PRESETS = {
  calm: {
    bySeverity: {
      red: told('notify', 10, null),
      amber: told('digest', 60, null),
      blue: told('never', 0, null),
      grey: told('never', 0, null),
    },
    byCause: { ...LASTING, ...BY_RULE },
    quietHours: null,
    digest: null,
  },
  standard: {
    bySeverity: {
      red: told('notify', 0, 4),
      amber: told('digest', 15, null),
      blue: told('never', 0, null),
      grey: told('never', 0, null),
    },
    byCause: { ...LASTING, ...BY_RULE, campaign_completed: { channel: 'digest', forMinutes: 0 } },
    quietHours: null,
    digest: null,
  },
  everything: {
    bySeverity: {
      red: told('notify', 0, 4),
      amber: told('notify', 15, null),
      blue: told('digest', 60, null),
      grey: told('never', 0, null),
    },
    byCause: { ...LASTING, campaign_completed: AT_ONCE },
    quietHours: null,
    digest: null,
  },
} as const satisfies Readonly<Record<string, AlertRules>>;
export type AlertPreset = keyof typeof ALERT_PRESETS;
