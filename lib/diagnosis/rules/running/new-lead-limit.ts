import { campaignLimitClearsAt } from '#forecast';
import { cause, type Rule } from '../../cause.ts';

/** Idle capacity above this share of what is possible is worth saying. */
const IDLE = 0.3;

/** Today's new leads are used up; follow-ups go on. Costs only where there are no follow-ups and much is left idle. */
export const newLeadLimit: Rule = ({
  code,
  snapshot,
  campaign,
  now,
  timeZone,
  capacityInput,
  counts,
  lossOf,
}) => {
  if (code !== 'new_lead_limit_met') return null;
  const possible = lossOf('new_lead_limit');
  const isWithoutFollowUps = snapshot?.followUps?.count === 0;
  const total = counts?.total ?? 0;
  const limit = capacityInput.limitPerDay;
  const idleShare = limit
    ? 1 - (capacityInput.sentToday ?? limit) / limit
    : total > 0
      ? (counts?.available ?? 0) / total
      : 0;
  return cause('new_lead_limit_met', isWithoutFollowUps && idleShare > IDLE ? 'amber' : 'blue', {
    loss: 0,
    params: {
      contacted: snapshot?.newLeadLimit?.contacted ?? null,
      newLeadLimit: snapshot?.newLeadLimit?.limit ?? campaign.newLeadsPerDay ?? null,
      possible: possible || null,
      timeZone: timeZone ?? null,
    },
    clearsAt: campaignLimitClearsAt(campaign.schedule, now),
    actions: ['set_new_lead_limit'],
  });
};
