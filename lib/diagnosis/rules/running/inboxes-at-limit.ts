import { inboxLimitClearsAt } from '#forecast';
import { cause, type Rule } from '../../cause.ts';

/** Some of the inboxes have used up today's limit; they start afresh at 00:00 UTC. */
export const inboxesAtLimit: Rule = ({
  code,
  counts,
  campaign,
  now,
  totalInboxes,
  lossOf,
  timeZone,
  inboxes,
}) => {
  const known = inboxes.each.filter(
    ({ facts, sentToday, triage }) =>
      triage.canSend !== false &&
      sentToday !== undefined &&
      typeof facts.limitPerDay === 'number' &&
      sentToday >= facts.limitPerDay,
  );
  const count = counts?.atDailyLimit ?? known.length;
  if (count === 0 || code === 'account_daily_limit_met') return null;
  return cause('inboxes_at_daily_limit', 'blue', {
    loss: lossOf('inbox_limits'),
    params: {
      count,
      inboxes: totalInboxes ?? null,
      addresses: known.map(({ facts }) => facts.address).slice(0, 100),
      timeZone: timeZone ?? null,
    },
    clearsAt: inboxLimitClearsAt(campaign.schedule, now),
    actions: ['set_inbox_limit', 'open_accounts'],
  });
};
