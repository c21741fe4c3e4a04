import type { ActionId, Cause, Severity } from '#model';
import type { CampaignContext } from './context.ts';
import { isForPerson, isStopping } from './health.ts';

const SEVERITY: Readonly<Record<Severity, number>> = { red: 0, amber: 1, blue: 2, grey: 3, ok: 4 };

/** Changes that take one confirmed click. */
const ONE_CLICK: ReadonlySet<ActionId> = new Set([
  'activate_campaign',
  'set_campaign_limit',
  'set_new_lead_limit',
  'turn_off_esp_matching',
  'resume_inbox',
  'mark_inbox_fixed',
  'set_inbox_limit',
  'turn_off_slow_ramp',
]);

const LINT: ReadonlySet<Cause['code']> = new Set([
  'schedule_unreadable',
  'time_zone_trap',
  'window_too_short',
  'overnight_window',
  'limit_above_capacity',
  'end_date_near',
  'all_inboxes_shared',
  'underlying_issue',
  'leads_running_out',
]);

const placeOf = (cause: Cause, { code }: CampaignContext): number => {
  if (cause.code === 'unexpected_pause') return 0;
  if (isStopping(cause)) return cause.code === code || cause.code === 'instantly_error' ? 0 : 1;
  if (isForPerson(cause)) return 2;
  const isHarsh = cause.severity === 'red' || cause.severity === 'amber';
  if (isHarsh) return cause.code === 'contradiction' ? 3 : 4;
  if (cause.code === 'recently_changed') return 5;
  if (cause.code === code) return 6;
  if (cause.code === 'out_of_schedule') return 7;
  if (LINT.has(cause.code)) return 10;
  if (cause.code === 'contradiction') return 9;
  return 8;
};

const isOneClick = ({ actions }: Cause): boolean => actions.some((action) => ONE_CLICK.has(action));

/**
 * Causes in the order to read them: what decides the health first, then by mails lost, then what one click mends, then
 * severity. Ties keep the order of the rules.
 */
export const rankCauses = (causes: readonly Cause[], context: CampaignContext): readonly Cause[] =>
  causes.toSorted(
    (a, b) =>
      placeOf(a, context) - placeOf(b, context) ||
      (b.loss ?? 0) - (a.loss ?? 0) ||
      Number(isOneClick(b)) - Number(isOneClick(a)) ||
      SEVERITY[a.severity] - SEVERITY[b.severity],
  );
