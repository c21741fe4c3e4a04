import type { SendingCode, SubsequenceFacts } from '#model';
import { isUnseen } from '#model';
import { cause, personCause, type Rule } from '../cause.ts';

const codeOf = ({ reading }: SubsequenceFacts): SendingCode | null => {
  if (reading.kind !== 'read') return null;
  const { code } = reading.snapshot;
  return code === null || isUnseen(code) ? null : code;
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
export const runningSubsequences: Rule = ({ code, campaign, subsequences }) => {
  if (!isSubsequencesOnly(code, campaign.lifecycle)) return null;
  const known = subsequences ?? [];
  const codes = known.map(codeOf);
  const sending = codes.filter((one) => one === 'healthy').length;
  const broken = known.filter((one) => BROKEN.has(codeOf(one) ?? 'healthy'));
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
