import { DAY_MS } from '#model';
import { uncontactedOf } from '../../capacity-facts.ts';
import { cause, type Rule } from '../../cause.ts';

/** Fewer sending days than this are left in the list. */
const FEW_DAYS = 5;

/** New leads last for only a few more days at the pace the limits allow. */
export const leadsRunningOut: Rule = ({ leads, code, campaign, capacityInput, capacity, now }) => {
  const uncontacted = uncontactedOf(leads);
  if (uncontacted === undefined || code === 'waiting_for_leads' || campaign.isEvergreen === true)
    return null;
  const { newLeadsPerDay, limitPerDay } = capacityInput;
  const caps = [newLeadsPerDay, limitPerDay, capacity()?.withoutBottleneck?.mean].filter(
    (cap) => typeof cap === 'number' && cap > 0,
  );
  if (caps.length === 0) return null;
  const days = Math.ceil(uncontacted / Math.min(...(caps as number[])));
  return days <= FEW_DAYS
    ? cause('leads_running_out', 'blue', {
        params: { count: uncontacted, days, dryAt: days === 0 ? null : now + days * DAY_MS },
        actions: ['open_leads'],
      })
    : null;
};
