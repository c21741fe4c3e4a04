import { uncontactedOf } from '../../capacity-facts.ts';
import { cause, type Rule } from '../../cause.ts';

/** No lead is ready. An evergreen campaign is fed as it goes; for others it is volume that runs out. */
export const waitingForLeads: Rule = ({
  code,
  campaign,
  leads,
  snapshot,
  capacityInput,
  lossOf,
}) => {
  if (code !== 'waiting_for_leads') return null;
  const isFed = campaign.isEvergreen === true;
  const uncontacted = uncontactedOf(leads);
  const { limitPerDay, sentToday } = capacityInput;
  return cause('waiting_for_leads', isFed ? 'blue' : 'amber', {
    loss: isFed ? 0 : lossOf('leads'),
    params: {
      uncontacted: uncontacted !== undefined && uncontacted > 0 ? uncontacted : null,
      followUps: snapshot?.followUps?.count ?? null,
      sent: sentToday ?? null,
      limit: limitPerDay ?? null,
    },
    actions: uncontacted ? ['open_leads', 'open_accounts'] : ['open_leads'],
  });
};
