import { inboxLimitClearsAt } from '#forecast';
import { cause, type Rule } from '../../cause.ts';

/** Inboxes that slow ramp holds back: two mails more each day until their own limit. */
export const inboxesRamping: Rule = ({ counts, campaign, now, totalInboxes, lossOf, timeZone }) => {
  const count = counts?.atSlowRampLimit ?? 0;
  if (count === 0) return null;
  return cause('inboxes_ramping', 'blue', {
    loss: lossOf('slow_ramp'),
    params: { count, inboxes: totalInboxes ?? null, timeZone: timeZone ?? null },
    clearsAt: inboxLimitClearsAt(campaign.schedule, now),
    actions: ['turn_off_slow_ramp', 'open_accounts'],
  });
};
