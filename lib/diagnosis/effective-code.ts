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
  | { readonly kind: 'code'; readonly code: SendingCode }
  | { readonly kind: 'instantly_error' }
  | { readonly kind: 'unseen'; readonly raw: string; readonly of: 'lifecycle' | 'status' }
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

const REASON_CODES: Readonly<Record<Exclude<NotSendingReason, 'instantly_error'>, SendingCode>> = {
  out_of_schedule: 'out_of_schedule',
  waiting_for_lead: 'waiting_for_leads',
  campaign_daily_limit: 'daily_limit_met',
  inbox_daily_limits: 'account_daily_limit_met',
};

const fromReason = (
  reason: NotSendingReason | Unseen | null | undefined,
): EffectiveCode | undefined => {
  if (reason == null) return undefined;
  if (isUnseen(reason)) return { kind: 'unseen', raw: reason.unseen, of: 'status' };
  if (reason === 'instantly_error') return { kind: 'instantly_error' };
  return { kind: 'code', code: REASON_CODES[reason] };
};

const fromLifecycle = ({ lifecycle }: CampaignFacts): EffectiveCode | undefined => {
  if (lifecycle === undefined) return undefined;
  if (isUnseen(lifecycle)) return { kind: 'unseen', raw: lifecycle.unseen, of: 'lifecycle' };
  const code = DECIDES[lifecycle];
  return code && { kind: 'code', code };
};

/**
 * The one code that a verdict rests on. Order of trust: lifecycle of the list call, then the sending status,
 * then the list's coarse reason. Nothing at all is `none`, never healthy (ARCHITECTURE.md 9).
 */
export const effectiveCode = ({ campaign, reading }: Observation): EffectiveCode => {
  const decided = fromLifecycle(campaign);
  if (decided) return decided;
  if (campaign.notSendingReason === 'instantly_error') return { kind: 'instantly_error' };
  if (reading.kind === 'read' && reading.snapshot.code !== null) {
    const { code } = reading.snapshot;
    return isUnseen(code)
      ? { kind: 'unseen', raw: code.unseen, of: 'status' }
      : { kind: 'code', code };
  }
  const reason = fromReason(campaign.notSendingReason);
  if (reason) return reason;
  if (campaign.lifecycle === 'running_subsequences') {
    return { kind: 'code', code: 'campaign_running_subsequences' };
  }
  return reading.kind === 'failed'
    ? { kind: 'failed', problem: reading.problem }
    : { kind: 'none' };
};
