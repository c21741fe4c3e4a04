import type { CampaignFacts, InstantMs, SendingCode, SubsequenceFacts } from '#model';
import { HOUR_MS, isUnseen } from '#model';
import { cause, personCause, type Rule } from '../../cause.ts';
import { freshnessOf } from '../../freshness.ts';

/** Subsequences are read seldom; what was read longer ago than this says nothing about now. */
const READ_LATELY_MS = 2 * HOUR_MS;

/** The code of a subsequence, where it was read lately and was fresh then; by the parent's windows, its own may differ. */
const codeOf = (
  { reading }: SubsequenceFacts,
  campaign: CampaignFacts,
  now: InstantMs,
): SendingCode | null => {
  if (reading.kind !== 'read' || now - reading.readAt > READ_LATELY_MS) return null;
  const { snapshot, readAt } = reading;
  const freshness = freshnessOf(campaign, snapshot, readAt, undefined);
  if (freshness !== 'fresh' && !(freshness === 'resting' && snapshot.code !== 'healthy'))
    return null;
  return snapshot.code === null || isUnseen(snapshot.code) ? null : snapshot.code;
};

const BROKEN: ReadonlySet<SendingCode> = new Set([
  'all_accounts_unhealthy',
  'campaign_accounts_unhealthy',
  'campaign_bounce_protect',
  'campaign_account_suspended',
]);

/** Whether a campaign lives on in its subsequences only. */
export const isSubsequencesOnly = (code: SendingCode | undefined, lifecycle: unknown): boolean =>
  code === 'campaign_running_subsequences' ||
  (lifecycle === 'running_subsequences' && code === 'healthy');

/** The main sequence is done. Whether its subsequences send is known only once they were read. */
export const runningSubsequences: Rule = ({ code, campaign, subsequences, now }) => {
  if (!isSubsequencesOnly(code, campaign.lifecycle)) return null;
  const known = subsequences ?? [];
  const codes = known.map((one) => codeOf(one, campaign, now));
  const sending = codes.filter((one) => one === 'healthy').length;
  const broken = known.filter((_, at) => BROKEN.has(codes[at] ?? 'healthy'));
  const params = {
    count: known.length,
    sending,
    broken: broken.length,
    isRead: known.length > 0 && codes.every((one) => one !== null),
    names: broken.map(({ name }) => name).slice(0, 5),
  };
  if (broken.length > 0) {
    const isAll = broken.length === known.length;
    return personCause(
      'campaign_running_subsequences',
      isAll ? 'red' : 'amber',
      ['open_accounts', 'open_campaign'],
      { params },
    );
  }
  return cause('campaign_running_subsequences', sending > 0 ? 'ok' : 'blue', {
    params,
    actions: ['open_campaign'],
  });
};
