import { inboxLimitClearsAt } from '#forecast';
import { cause, type Rule } from '../../cause.ts';
import type { CampaignContext } from '../../context.ts';

/** A loss above this share of the campaign's limit is worth saying. */
const WORTH_SAYING = 0.1;

const lossOfLimits = ({ lossOf, capacityInput }: CampaignContext): number | null => {
  const computed = lossOf('inbox_limits');
  if (computed !== null) return computed;
  const { limitPerDay, sentToday } = capacityInput;
  return typeof limitPerDay === 'number' && limitPerDay > 0 && sentToday !== undefined
    ? Math.max(0, limitPerDay - sentToday)
    : null;
};

/** All inboxes have used up today's limit. It clears at 00:00 UTC, whatever the campaign's own zone. */
export const inboxLimits: Rule = (context) => {
  const { code, campaign, now, totalInboxes, snapshot, timeZone, capacityInput } = context;
  if (code !== 'account_daily_limit_met') return null;
  const loss = lossOfLimits(context);
  const limit = capacityInput.limitPerDay;
  const isMuch = loss === null || (limit ? loss > WORTH_SAYING * limit : loss > 0);
  return cause('account_daily_limit_met', isMuch ? 'amber' : 'blue', {
    loss,
    params: {
      inboxes: totalInboxes ?? null,
      sent: snapshot?.campaignLimit?.sent ?? null,
      limit: limit ?? null,
      timeZone: timeZone ?? null,
    },
    clearsAt: inboxLimitClearsAt(campaign.schedule, now),
    actions: ['open_accounts', 'set_inbox_limit'],
  });
};
