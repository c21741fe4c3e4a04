import type { Cause, Health } from '#model';
import type { CampaignContext } from './context.ts';
import type { Findings } from './find-causes.ts';
import { isSubsequencesOnly } from './rules/running/running-subsequences.ts';

/** Causes that leave nothing to send, now or in the next window. */
const STOPPING: ReadonlySet<Cause['code']> = new Set([
  'campaign_account_suspended',
  'campaign_bounce_protect',
  'campaign_accounts_unhealthy',
  'instantly_error',
  'no_future_window',
  'no_inboxes_attached',
  'empty_tag',
  'all_accounts_unhealthy',
  'no_accounts_available',
]);

const isHarsh = ({ severity }: Cause): boolean => severity === 'red' || severity === 'amber';

/** Whether a cause waits for a person, as opposed to a note that a person may heed. */
export const isForPerson = (cause: Cause): boolean => cause.needsPerson && isHarsh(cause);

/** Whether a cause alone keeps the campaign from sending until a person acts. */
export const isStopping = (cause: Cause): boolean => {
  if (!isForPerson(cause)) return false;
  if (cause.code === 'silent_stop') return cause.params['isWholeWindow'] === true;
  if (cause.code === 'campaign_running_subsequences') return cause.severity === 'red';
  return STOPPING.has(cause.code);
};

const isNothingLeft = ({ inboxes, downInboxes, counts }: CampaignContext): boolean => {
  const isEachDown =
    inboxes.isComplete && inboxes.each.length > 0 && downInboxes.length === inboxes.each.length;
  const { total = 0, disconnected = 0 } = counts ?? {};
  return isEachDown || (total > 0 && disconnected >= total);
};

const isDoubtful = ({ code, severity }: Cause): boolean =>
  code === 'contradiction' && severity === 'amber';

const isSendingNow = (context: CampaignContext, causes: readonly Cause[]): boolean => {
  const { code, campaign } = context;
  // The list's own word that it does not send stands beside any status.
  if (campaign.notSendingReason != null) return false;
  if (isSubsequencesOnly(code, campaign.lifecycle)) {
    return causes.some(
      (cause) => cause.code === 'campaign_running_subsequences' && cause.severity === 'ok',
    );
  }
  return code === 'healthy' && !causes.some((cause) => cause.code === 'out_of_schedule');
};

/** Health by the four questions of DIAGNOSIS.md 1, after the lifecycle and trust have had their say. */
export const healthOf = (
  { level }: Findings,
  causes: readonly Cause[],
  context: CampaignContext,
  isMuted: boolean,
): Health => {
  if (level === 'ours' || level === 'untrusted') return 'unknown';
  if (level === 'intent') return causes.some(isForPerson) ? 'degraded' : 'inactive';
  if (level === 'stopped' || causes.some(isStopping)) return 'blocked';
  if (causes.some(isForPerson)) return isNothingLeft(context) ? 'blocked' : 'degraded';
  if (causes.some(isDoubtful)) return 'unknown';
  if (causes.some(isHarsh)) return 'limited';
  return !isMuted && isSendingNow(context, causes) ? 'healthy' : 'waiting';
};
