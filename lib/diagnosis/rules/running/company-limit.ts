import { campaignLimitClearsAt } from '#forecast';
import { cause, type Rule } from '../../cause.ts';

/** Every company in the list has had its mails for today; or so many have that the list is crowded. */
export const companyLimit: Rule = ({ code, snapshot, campaign, now, timeZone }) => {
  const { isActive, domainsAtLimit = 0 } = snapshot?.domainLimiter ?? {};
  const params = { count: domainsAtLimit > 0 ? domainsAtLimit : null, timeZone: timeZone ?? null };
  if (code === 'domain_limit_reached') {
    return cause('domain_limit_reached', 'blue', {
      loss: 0,
      params,
      clearsAt: campaignLimitClearsAt(campaign.schedule, now),
      actions: ['open_campaign', 'open_leads'],
    });
  }
  return isActive !== false && domainsAtLimit > 0
    ? cause('domain_crowded', 'blue', { params, actions: ['open_leads'] })
    : null;
};
