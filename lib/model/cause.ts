import type { ActionId } from './action.ts';
import type { SendingCode } from './lifecycle.ts';
import type { InstantMs } from './time.ts';

/** How bad one cause is (DIAGNOSIS.md 3.1): needs a person now, costs volume today, rests by rule, by intent, nothing wrong. */
export type Severity = 'red' | 'amber' | 'blue' | 'grey' | 'ok';

/** Causes that Sendwatch itself finds, beside the 18 codes, which are causes under their own name. */
export const OWN_CAUSE_CODES = [
  'no_status_yet',
  'unseen_status',
  'unseen_lifecycle',
  'status_failed',
  'status_not_permitted',
  'instantly_error',
  'stale_ours',
  'stale_instantly',
  'key_rejected',
  'no_plan',
  'scope_missing',
  'api_down',
  'offline',
  'rate_limited',
  'locked',
  'permission_missing',
  'silent_stop',
  'no_inboxes_attached',
  'empty_tag',
  'inboxes_disconnected',
  'inboxes_at_daily_limit',
  'inboxes_ramping',
  'inboxes_in_gap',
  'inboxes_paused',
  'inboxes_in_maintenance',
  'inbox_login_lost',
  'inbox_transient_error',
  'inbox_bad_lead',
  'inbox_provider_cap',
  'inbox_daily_quota',
  'inbox_reputation',
  'inbox_setup_pending',
  'inbox_error',
  'warmup_banned',
  'one_by_one',
  'gap_too_long',
  'stranded_leads',
  'domain_crowded',
  'leads_running_out',
  'bounce_pace',
  'no_future_window',
  'not_started_yet',
  'schedule_unreadable',
  'time_zone_trap',
  'window_too_short',
  'overnight_window',
  'limit_above_capacity',
  'end_date_near',
  'all_inboxes_shared',
  'unexpected_pause',
  'contradiction',
  'recently_changed',
  'underlying_issue',
] as const;

export type OwnCauseCode = (typeof OWN_CAUSE_CODES)[number];
export type CauseCode = SendingCode | OwnCauseCode;

/** A number, a text, an instant or a list that a sentence about a cause needs. Instants end in `At`. */
export type CauseParam = string | number | boolean | null | readonly string[];

/** One reason why a campaign sends less than it should. Codes and figures only; words are made by the surfaces. */
export interface Cause {
  readonly code: CauseCode;
  readonly severity: Severity;
  /** The evidence: figures and names under which `locales/` words this cause. */
  readonly params: Readonly<Record<string, CauseParam>>;
  /** Mails lost today to this cause alone; null when it cannot be said. */
  readonly loss: number | null;
  /** When it clears by itself; null when it does not or nobody can say. */
  readonly clearsAt: InstantMs | null;
  /** Whether it stays until a person acts. */
  readonly needsPerson: boolean;
  readonly actions: readonly ActionId[];
}
