import { capacityOf, windowsBetween } from '#forecast';
import { DAY_MS } from '#model';
import { atOpening } from '../../at-opening.ts';
import { cause, type Rule } from '../../cause.ts';

/** The campaign's limit is more than its inboxes and window can ever send on a full day. */
export const limitAboveCapacity: Rule = ({ campaign, capacityInput, today, now, clock }) => {
  const limit = capacityInput.limitPerDay;
  if (typeof limit !== 'number' || limit <= 0 || capacityInput.inboxes?.kind !== 'each')
    return null;
  if (clock.kind === 'never' || clock.kind === 'unknown') return null;
  const opensAt = windowsBetween(
    campaign.schedule,
    today?.endsAt ?? now,
    (today?.endsAt ?? now) + 8 * DAY_MS,
  )?.[0]?.opensAt;
  if (opensAt === undefined) return null;
  // A full day with every inbox working and leads without end: only the set-up itself can bind.
  const rooms = capacityInput.inboxes.rooms.map((room) => ({ ...room, isUp: true }));
  const ideal = capacityOf(
    atOpening(
      {
        ...capacityInput,
        inboxes: { kind: 'each', rooms },
        uncontactedLeads: undefined,
        newLeadsPerDay: null,
      },
      opensAt,
      today,
    ),
  );
  if (!ideal || ideal.today.best >= limit) return null;
  return cause('limit_above_capacity', 'blue', {
    params: { limit, possible: Math.round(ideal.today.mean), bottleneck: ideal.bottleneck },
    actions: ['set_campaign_limit', 'open_accounts'],
  });
};
