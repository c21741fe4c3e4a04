import {
  type AlertRules,
  type AlertSeverity,
  BROKEN_INBOX_CODES,
  type CampaignId,
  type Cause,
  type CauseCode,
  DAY_MS,
  type InstantMs,
  NOTHING_KNOWN_CODES,
  type Verdict,
} from '#model';
import type { Level } from './book.ts';
import { ruleFor } from './rule-for.ts';

/** A cause as it is seen in one check. */
export interface Sighting {
  readonly campaignId: CampaignId | null;
  readonly code: CauseCode;
  readonly severity: AlertSeverity;
  readonly level: Level;
  /** Mails lost today; null when it cannot be said. */
  readonly loss: number | null;
}

/** A change that was made to a campaign by Sendwatch, or that its user is known to have made. */
export interface ChangeMark {
  /** Null: all campaigns of the workspace. */
  readonly campaignId: CampaignId | null;
  readonly at: InstantMs;
}

/** Causes that only sum up what others in the same verdict say of its inboxes. */
const SUMMARIES: ReadonlySet<CauseCode> = new Set([
  'no_accounts_available',
  'all_accounts_unhealthy',
  'stranded_leads',
]);

const SPECIFIC: ReadonlySet<CauseCode> = new Set([
  'no_inboxes_attached',
  'empty_tag',
  ...BROKEN_INBOX_CODES,
]);

/** Said only while the window is open: their absence outside it is no recovery. */
const ONLY_IN_WINDOW: ReadonlySet<CauseCode> = new Set([
  'silent_stop',
  'all_accounts_unhealthy',
  'no_accounts_available',
  'waiting_for_esp_match',
  'waiting_for_leads',
  'inboxes_disconnected',
  'stranded_leads',
  'instantly_error',
]);

/** Gone as soon as something is known. */
const OF_TRUST: ReadonlySet<CauseCode> = new Set([...NOTHING_KNOWN_CODES, 'contradiction']);

const RANK: Readonly<Record<Cause['severity'], number>> = {
  red: 3,
  amber: 2,
  blue: 1,
  grey: 1,
  ok: 0,
};

const isExplained = (cause: Cause, causes: readonly Cause[]): boolean =>
  SUMMARIES.has(cause.code) &&
  causes.some(
    ({ code, severity, needsPerson }) =>
      needsPerson && SPECIFIC.has(code) && RANK[severity] >= RANK[cause.severity],
  );

const levelOf = (cause: Cause, { health, causes }: Verdict): Level => {
  if (RANK[cause.severity] < 2) return 0;
  if (health === 'blocked' && (cause.severity === 'red' || cause === causes[0])) return 3;
  return cause.severity === 'red' ? 2 : 1;
};

/** What decides whether a cause is worth an alert, beside the verdict itself. */
export interface SightingContext {
  readonly rules: AlertRules;
  /** What of the campaign is told whatever the rules say. */
  readonly isOverdue: (campaignId: CampaignId, code: CauseCode) => boolean;
  readonly isOwnPause: (campaignId: CampaignId, pausedAt: InstantMs) => boolean;
  readonly startedAt: InstantMs | null;
  readonly now: InstantMs;
}

/** A campaign that ended is news for a day, if it ended while somebody watched. */
const isFreshEnd = ({ since }: Verdict, { startedAt, now }: SightingContext): boolean =>
  startedAt !== null && since > startedAt && now - since < DAY_MS;

const isWorth = (cause: Cause, verdict: Verdict, context: SightingContext): boolean => {
  const { code, severity, params } = cause;
  const { campaignId } = verdict;
  if (severity === 'ok') return false;
  if (context.isOverdue(campaignId, code)) return true;
  if (code === 'campaign_completed' && !isFreshEnd(verdict, context)) return false;
  if (code === 'unexpected_pause') {
    const { pausedAt } = params;
    return !(typeof pausedAt === 'number' && context.isOwnPause(campaignId, pausedAt));
  }
  if (severity === 'red' || severity === 'amber') return true;
  return ruleFor(context.rules, code, severity).channel !== 'never';
};

/** The causes of a verdict that are worth an alert. What only sums up another is left out. */
export const sightingsOf = (verdict: Verdict, context: SightingContext): readonly Sighting[] =>
  verdict.causes.flatMap((cause): Sighting[] => {
    const { code, severity, loss } = cause;
    if (severity === 'ok' || !isWorth(cause, verdict, context)) return [];
    if (isExplained(cause, verdict.causes)) return [];
    return [
      { campaignId: verdict.campaignId, code, severity, level: levelOf(cause, verdict), loss },
    ];
  });

/** Whether a verdict without a cause says nothing about it: the cause may stand all the same. */
export const isBlindTo = ({ health, causes }: Verdict, code: CauseCode): boolean => {
  if (OF_TRUST.has(code)) return false;
  if (health === 'unknown') return true;
  if (health === 'inactive') return false;
  const has = (other: CauseCode): boolean => causes.some((cause) => cause.code === other);
  if (has('recently_changed')) return true;
  if (ONLY_IN_WINDOW.has(code) && (has('out_of_schedule') || has('not_started_yet'))) return true;
  // Silence ends with a mail, not with another reason to send none.
  return code === 'silent_stop' && health !== 'healthy';
};
