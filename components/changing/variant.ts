import type { Change } from '#model';

/** The kinds of change as people call them: a switch turned on is another one than the same switch turned off. */
export const VARIANTS = [
  'pause_campaign',
  'activate_campaign',
  'set_campaign_limit',
  'no_campaign_limit',
  'set_new_lead_limit',
  'no_new_lead_limit',
  'turn_on_esp_matching',
  'turn_off_esp_matching',
  'pause_inbox',
  'resume_inbox',
  'mark_inbox_fixed',
  'set_inbox_limit',
  'no_inbox_limit',
  'set_inbox_gap',
  'turn_on_slow_ramp',
  'turn_off_slow_ramp',
  'turn_on_warmup',
  'turn_off_warmup',
] as const;
export type Variant = (typeof VARIANTS)[number];

/** What a change is called. */
export const variantOf = (change: Change): Variant => {
  switch (change.kind) {
    case 'set_campaign_limit':
      return change.limitPerDay === null ? 'no_campaign_limit' : 'set_campaign_limit';
    case 'set_inbox_limit':
      return change.limitPerDay === null ? 'no_inbox_limit' : 'set_inbox_limit';
    case 'set_new_lead_limit':
      return change.limitPerDay === null ? 'no_new_lead_limit' : 'set_new_lead_limit';
    case 'set_esp_matching':
      return change.isOn ? 'turn_on_esp_matching' : 'turn_off_esp_matching';
    case 'set_slow_ramp':
      return change.isOn ? 'turn_on_slow_ramp' : 'turn_off_slow_ramp';
    case 'set_warmup':
      return change.isOn ? 'turn_on_warmup' : 'turn_off_warmup';
    default:
      return change.kind;
  }
};

/** How many campaigns or inboxes a change is about. */
export const reachOf = (change: Change): number =>
  change.kind === 'set_warmup' ? change.inboxes.length : 1;
