import type {
  CampaignFacts,
  Lifecycle,
  NotSendingReason,
  Observation,
  SendingCode,
  Unseen,
} from '#model';
import { isUnseen } from '#model';

/** What decides a verdict: one of the 18 codes, a state of our own, or a raw value nobody has seen. */
export type EffectiveCode =
  | {
      readonly kind: 'code';
      readonly code: SendingCode;
      readonly from: 'lifecycle' | 'snapshot' | 'reason';
    }
  | { readonly kind: 'instantly_error' }
  | { readonly kind: 'unseen'; readonly raw: string | null; readonly of: 'lifecycle' | 'status' }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly problem: string };

/** The lifecycles that decide alone, whatever a snapshot says (DIAGNOSIS.md 1). */
const DECIDES: Readonly<Partial<Record<Lifecycle, SendingCode>>> = {
  draft: 'campaign_draft',
  paused: 'campaign_paused',
  completed: 'campaign_completed',
  accounts_unhealthy: 'campaign_accounts_unhealthy',
  bounce_protect: 'campaign_bounce_protect',
  account_suspended: 'campaign_account_suspended',
};

const LIFECYCLE_CODES: ReadonlySet<SendingCode> = new Set(Object.values(DECIDES));

/** Whether a code tells of the campaign's life, which the list call knows better. */
export const isLifecycleCode = (code: SendingCode): boolean => LIFECYCLE_CODES.has(code);

const REASON_CODES: Readonly<Record<Exclude<NotSendingReason, 'instantly_error'>, SendingCode>> = {
  out_of_schedule: 'out_of_schedule',
  waiting_for_lead: 'waiting_for_leads',
  campaign_daily_limit: 'daily_limit_met',
  inbox_daily_limits: 'account_daily_limit_met',
};

const INBOX_TROUBLE: ReadonlySet<SendingCode> = new Set([
  'all_accounts_unhealthy',
  'no_accounts_available',
]);

const fromReason = (
  reason: NotSendingReason | Unseen | null | undefined,
): EffectiveCode | undefined => {
  if (reason == null) return undefined;
  if (isUnseen(reason)) return { kind: 'unseen', raw: reason.unseen, of: 'status' };
  if (reason === 'instantly_error') return { kind: 'instantly_error' };
  return { kind: 'code', code: REASON_CODES[reason], from: 'reason' };
};

const fromLifecycle = ({ lifecycle }: CampaignFacts): EffectiveCode | undefined => {
  if (lifecycle === undefined) return undefined;
  if (isUnseen(lifecycle)) return { kind: 'unseen', raw: lifecycle.unseen, of: 'lifecycle' };
  const code = DECIDES[lifecycle];
  return code && { kind: 'code', code, from: 'lifecycle' };
};

const fromSnapshot = ({ reading }: Observation): EffectiveCode | undefined => {
  if (reading.kind !== 'read' || reading.snapshot.code === null) return undefined;
  const { code } = reading.snapshot;
  return isUnseen(code)
    ? { kind: 'unseen', raw: code.unseen, of: 'status' }
    : { kind: 'code', code, from: 'snapshot' };
};

const withoutAny = ({ campaign, reading }: Observation): EffectiveCode => {
  if (reading.kind === 'failed') return { kind: 'failed', problem: reading.problem };
  // Nobody asked yet, so nothing contradicts the list: only its subsequences are left.
  if (reading.kind === 'not_asked' && campaign.lifecycle === 'running_subsequences') {
    return { kind: 'code', code: 'campaign_running_subsequences', from: 'lifecycle' };
  }
  return { kind: 'none' };
};

/** Whether a status, with one voice, says what the list should have said. */
const isLifecycleSaid = (found: EffectiveCode | undefined, { reading }: Observation): boolean => {
  if (found?.kind !== 'code' || !isLifecycleCode(found.code) || reading.kind !== 'read')
    return false;
  const { summaryCode } = reading.snapshot;
  return summaryCode === null || summaryCode === found.code;
};

/**
 * The one code that a verdict rests on. Order of trust: lifecycle of the list call, then the sending status,
 * then the list's coarse reason. Nothing at all is `none`, never healthy (ARCHITECTURE.md 9).
 */
export const effectiveCode = (observation: Observation): EffectiveCode => {
  const { campaign } = observation;
  const decided = fromLifecycle(campaign);
  if (decided) return decided;
  const reason = fromReason(campaign.notSendingReason);
  const status = fromSnapshot(observation);
  // Reason 99 is coarse: where the status names the inboxes as the trouble, that is what can be mended.
  const isOfInboxes = status?.kind === 'code' && INBOX_TROUBLE.has(status.code);
  if (reason?.kind === 'instantly_error' && !isOfInboxes) return reason;
  const isHealthy = status?.kind === 'code' && status.code === 'healthy';
  // The list's reason is fresh and says that it does not send: of two statements of one level the worse holds.
  if (isHealthy && reason) return reason;
  const found = status ?? reason;
  if (campaign.lifecycle === undefined && !isLifecycleSaid(found, observation)) {
    return { kind: 'unseen', raw: null, of: 'lifecycle' };
  }
  return found ?? withoutAny(observation);
};
