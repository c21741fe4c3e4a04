import type { ActionId, Health, SendingCode, Severity } from '#model';

/** What one of the 18 codes means when it stands alone (DIAGNOSIS.md 3.1). */
export interface CodeMeaning {
  readonly health: Health;
  readonly severity: Severity;
  readonly needsPerson: boolean;
  readonly actions: readonly ActionId[];
}

const by = (
  health: Health,
  severity: Severity,
  actions: readonly ActionId[],
  needsPerson = health === 'blocked',
): CodeMeaning => ({ health, severity, needsPerson, actions });

/** The 18 codes and what each means; a code that is not here is unknown, never healthy. */
export const CODE_TABLE: Readonly<Record<SendingCode, CodeMeaning>> = {
  healthy: by('healthy', 'ok', []),
  campaign_draft: by('inactive', 'grey', ['activate_campaign', 'open_campaign']),
  campaign_paused: by('inactive', 'grey', ['activate_campaign', 'open_campaign']),
  campaign_completed: by('inactive', 'grey', ['open_leads']),
  campaign_running_subsequences: by('waiting', 'blue', ['open_campaign']),
  out_of_schedule: by('waiting', 'blue', ['open_schedule']),
  follow_up_delay_not_met: by('waiting', 'blue', ['open_leads']),
  waiting_for_leads: by('limited', 'amber', ['open_leads']),
  new_lead_limit_met: by('waiting', 'blue', ['set_new_lead_limit']),
  daily_limit_met: by('waiting', 'blue', ['set_campaign_limit']),
  account_daily_limit_met: by('limited', 'amber', ['open_accounts']),
  domain_limit_reached: by('waiting', 'blue', ['open_campaign']),
  waiting_for_esp_match: by('limited', 'amber', ['turn_off_esp_matching', 'open_accounts']),
  no_accounts_available: by('limited', 'amber', ['open_accounts']),
  all_accounts_unhealthy: by('blocked', 'red', ['open_accounts']),
  campaign_accounts_unhealthy: by('blocked', 'red', ['open_accounts', 'activate_campaign']),
  campaign_bounce_protect: by('blocked', 'red', ['open_leads', 'activate_campaign']),
  campaign_account_suspended: by('blocked', 'red', ['contact_support', 'open_accounts']),
};
