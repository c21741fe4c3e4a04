import { inboxLimitClearsAt } from '#forecast';
import type { Cause, InboxCounts } from '#model';
import { MINUTE_MS } from '#model';
import { cause, personCause, type Rule } from '../../cause.ts';
import type { CampaignContext } from '../../context.ts';
import { otherUnavailable } from '../../counts.ts';

type Bucket = 'disconnected' | 'limit' | 'ramp' | 'gap' | 'other';

/** The largest bucket explains it; a disconnected inbox wins ties, for it does not come back by itself. */
const largest = (counts: InboxCounts): Bucket | null => {
  const buckets: readonly (readonly [Bucket, number])[] = [
    ['disconnected', counts.disconnected ?? 0],
    ['limit', counts.atDailyLimit ?? 0],
    ['ramp', counts.atSlowRampLimit ?? 0],
    ['gap', counts.inGap ?? 0],
    ['other', otherUnavailable(counts)],
  ];
  const most = Math.max(...buckets.map(([, count]) => count));
  return most === 0 ? null : (buckets.find(([, count]) => count === most)?.[0] ?? null);
};

/** How long a gap may hold all inboxes before it is more than a pause for breath. */
const LONG_GAP_MS = 15 * MINUTE_MS;

const paramsOf = (counts: InboxCounts | undefined): Cause['params'] => ({
  inboxes: counts?.total ?? null,
  available: counts?.available ?? null,
  disconnected: counts?.disconnected ?? null,
  atLimit: counts ? (counts.atDailyLimit ?? 0) + (counts.atSlowRampLimit ?? 0) : null,
  inGap: counts?.inGap ?? null,
  other: counts ? otherUnavailable(counts) : null,
});

const isEachBroken = ({ inboxes, downInboxes }: CampaignContext): boolean =>
  inboxes.isComplete &&
  inboxes.each.length > 0 &&
  downInboxes.length === inboxes.each.length &&
  downInboxes.some(({ triage }) => triage.needsPerson);

/** Instantly finds no inbox to send with. Whether a person must act depends on what holds them. */
export const noInboxesAvailable: Rule = (context) => {
  const { code, counts, snapshot, now, campaign, lossOf, lossOfAll } = context;
  if (code !== 'no_accounts_available') return null;
  const why = counts?.total === 0 ? 'disconnected' : counts && largest(counts);
  const params = paramsOf(counts);
  if (why === 'disconnected' || isEachBroken(context)) {
    return personCause('no_accounts_available', 'red', ['open_accounts', 'open_campaign'], {
      loss: lossOfAll('inboxes_down', 'inbox_limits'),
      params,
    });
  }
  const isLimit = why === 'limit' || why === 'ramp';
  const isShortGap = why === 'gap' && now - (snapshot?.issueSince ?? now) < LONG_GAP_MS;
  return cause('no_accounts_available', isShortGap ? 'blue' : 'amber', {
    loss: isLimit ? lossOf(why === 'limit' ? 'inbox_limits' : 'slow_ramp') : null,
    clearsAt: isLimit ? inboxLimitClearsAt(campaign.schedule, now) : null,
    params,
    actions: ['open_accounts'],
  });
};
