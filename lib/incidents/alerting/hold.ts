import type { AlertRules, HoldReason, InstantMs, Silence } from '#model';
import type { AlertBook, TrackedAlert } from './book.ts';
import { subjectOf } from './flapping.ts';
import { CAMPAIGN_PACE_MS, CHANGE_GRACE_MS } from './pace.ts';
import { isQuiet } from './quiet-hours.ts';
import { ruleFor } from './rule-for.ts';
import type { ChangeMark } from './sightings.ts';
import { silenceOf, type TagsByCampaign } from './silences.ts';

/** What can keep an alert from being told. */
export interface HoldContext {
  readonly rules: AlertRules;
  readonly isInhibited: boolean;
  readonly isBaseline: boolean;
  readonly silences: readonly Silence[];
  readonly tagsByCampaign: TagsByCampaign;
  readonly changes: readonly ChangeMark[];
  readonly namedAt: AlertBook['namedAt'];
  readonly now: InstantMs;
}

/** Stops by Instantly itself: no change of a person explains them. */
const NEVER_IN_GRACE: ReadonlySet<TrackedAlert['code']> = new Set([
  'campaign_accounts_unhealthy',
  'campaign_bounce_protect',
  'campaign_account_suspended',
  'instantly_error',
  'unexpected_pause',
]);

/** While they last no round can be clean: what was refused after a sleep would never be told. */
const REFUSALS: ReadonlySet<TrackedAlert['code']> = new Set([
  'key_rejected',
  'no_plan',
  'scope_missing',
  'permission_missing',
]);

const isInGrace = ({ campaignId, code }: TrackedAlert, { changes, now }: HoldContext): boolean =>
  campaignId !== null &&
  !NEVER_IN_GRACE.has(code) &&
  changes.some(
    (change) =>
      (change.campaignId === null || change.campaignId === campaignId) &&
      change.at <= now &&
      now - change.at < CHANGE_GRACE_MS,
  );

/** Whether a campaign was news so lately that it must not be again. */
export const isTooSoon = (
  subject: string,
  { namedAt, now }: Pick<HoldContext, 'namedAt' | 'now'>,
): boolean => {
  const last = namedAt[subject];
  return last !== undefined && now - last < CAMPAIGN_PACE_MS;
};

/** Whether quiet hours keep something of this severity back. */
export const isHushed = (
  { quietHours }: AlertRules,
  severity: TrackedAlert['severity'],
  now: InstantMs,
): boolean => isQuiet(quietHours, now) && !quietHours?.except.includes(severity);

/** Why an alert that has lasted is not told now; null: it is. What a person said comes before what the clock says. */
export const reasonToHold = (alert: TrackedAlert, context: HoldContext): HoldReason | null => {
  const { rules, silences, tagsByCampaign, now } = context;
  const { channel } = ruleFor(rules, alert.code, alert.severity);
  if (channel === 'never' && !alert.isOverdue) return 'rule';
  if (context.isInhibited && alert.campaignId !== null) return 'inhibited';
  if (context.isBaseline && !REFUSALS.has(alert.code)) return 'baseline';
  const silence = silenceOf(alert, silences, tagsByCampaign, now);
  if (silence) return silence.kind;
  if (isInGrace(alert, context)) return 'grace';
  if (channel === 'digest' && !alert.isOverdue) return 'digest';
  if (isHushed(rules, alert.severity, now)) return 'quiet_hours';
  // What quiet hours kept back is told by the digest after them, in one.
  if (alert.heldFor === 'quiet_hours') return 'quiet_hours';
  return isTooSoon(subjectOf(alert), context) ? 'flapping' : null;
};
