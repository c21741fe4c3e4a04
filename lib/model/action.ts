/** What a person can be offered. The first group changes Instantly and is confirmed in an extension page; the rest only opens or shows. */
export const ACTION_IDS = [
  'activate_campaign',
  'pause_campaign',
  'set_campaign_limit',
  'set_new_lead_limit',
  'turn_off_esp_matching',
  'resume_inbox',
  'pause_inbox',
  'mark_inbox_fixed',
  'set_inbox_limit',
  'turn_off_slow_ramp',
  'enable_warmup',
  'test_inbox_vitals',
  'open_campaign',
  'open_schedule',
  'open_accounts',
  'open_leads',
  'open_options',
  'open_billing',
  'open_api_keys',
  'replace_key',
  'check_now',
  'contact_support',
] as const;

export type ActionId = (typeof ACTION_IDS)[number];
