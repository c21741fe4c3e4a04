import { firstWindowInstant } from '#forecast';
import { SECOND_MS } from '#model';
import { uncontactedOf } from '../../capacity-facts.ts';
import { cause, type Rule } from '../../cause.ts';

/** Follow-ups are not due yet. Costs volume only where no new lead is left to write to in between. */
export const followUpDelay: Rule = ({ code, snapshot, takenAt, campaign, leads, now, lossOf }) => {
  if (code !== 'follow_up_delay_not_met') return null;
  const { count, earliestWaitSeconds } = snapshot?.followUps ?? {};
  const isDry = uncontactedOf(leads) === 0;
  const dueAt =
    takenAt !== undefined && typeof earliestWaitSeconds === 'number' && earliestWaitSeconds >= 0
      ? Math.max(now, takenAt + earliestWaitSeconds * SECOND_MS)
      : undefined;
  return cause('follow_up_delay_not_met', isDry ? 'amber' : 'blue', {
    loss: isDry ? lossOf('leads') : 0,
    params: { followUps: count === undefined ? null : Math.max(0, count) },
    clearsAt: dueAt === undefined ? null : firstWindowInstant(campaign.schedule, dueAt),
    actions: ['open_leads'],
  });
};
