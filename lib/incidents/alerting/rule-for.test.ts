import { expect, test } from 'vitest';
import { ALERT_PRESETS, type CauseCode, SENDING_CODES } from '#model';
import { ruleFor } from './rule-for.ts';
import { typicalSeverity } from './typical-severity.ts';

const defaultFor = (code: CauseCode) =>
  ruleFor(ALERT_PRESETS.standard, code, typicalSeverity(code));

/** DIAGNOSIS.md 3.1: where each of the 18 codes goes until the user chooses, and after how many minutes. */
const TABLE: Readonly<Record<(typeof SENDING_CODES)[number], readonly [string, number]>> = {
  healthy: ['never', 0],
  campaign_draft: ['never', 0],
  campaign_paused: ['never', 0],
  campaign_completed: ['digest', 0],
  campaign_running_subsequences: ['never', 0],
  out_of_schedule: ['never', 0],
  follow_up_delay_not_met: ['never', 0],
  waiting_for_leads: ['digest', 1_440],
  new_lead_limit_met: ['never', 0],
  daily_limit_met: ['never', 0],
  account_daily_limit_met: ['digest', 0],
  domain_limit_reached: ['never', 0],
  waiting_for_esp_match: ['digest', 60],
  no_accounts_available: ['digest', 15],
  all_accounts_unhealthy: ['notify', 10],
  campaign_accounts_unhealthy: ['notify', 0],
  campaign_bounce_protect: ['notify', 0],
  campaign_account_suspended: ['notify', 0],
};

test.each(SENDING_CODES)('%s', (code) => {
  const { channel, forMinutes } = defaultFor(code);
  expect([channel, forMinutes]).toEqual(TABLE[code]);
});

test.each([
  ['unexpected_pause', 'notify'],
  ['no_future_window', 'notify'],
  ['silent_stop', 'notify'],
  ['key_rejected', 'notify'],
  ['offline', 'never'],
  ['stale_instantly', 'never'],
  ['leads_running_out', 'never'],
] as const satisfies readonly (readonly [CauseCode, string])[])('%s: %s', (code, channel) => {
  expect(defaultFor(code).channel).toBe(channel);
});
