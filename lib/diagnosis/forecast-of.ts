import { contendedCapacity } from '#forecast';
import type { CampaignId, Capacity, GapRange, InboxAddress, Lifecycle, Observation } from '#model';
import { type CampaignInboxes, inboxesOf, indexInboxes, usersOf } from './campaign-inboxes.ts';
import { type CampaignContext, contextOf } from './context.ts';
import type { FleetInput } from './fleet-input.ts';

interface Placed {
  readonly observation: Observation;
  readonly inboxes: CampaignInboxes;
}

const SENDING: ReadonlySet<unknown> = new Set<Lifecycle>(['active', 'running_subsequences']);

const isSending = ({ observation }: Placed): boolean => SENDING.has(observation.campaign.lifecycle);

/** Those asked for, and all that send from the inboxes of one that is already among them. */
const neighbourhood = (
  fleet: readonly Placed[],
  ids: ReadonlySet<CampaignId>,
): readonly Placed[] => {
  const chosen = new Set(fleet.filter(({ observation }) => ids.has(observation.campaign.id)));
  const byInbox = new Map<InboxAddress, Placed[]>();
  for (const placed of fleet) {
    if (!isSending(placed)) continue;
    for (const { facts } of placed.inboxes.each) {
      byInbox.set(facts.address, [...(byInbox.get(facts.address) ?? []), placed]);
    }
  }
  // A set goes on to be walked through while it grows.
  for (const placed of chosen) {
    for (const { facts } of placed.inboxes.each) {
      for (const other of byInbox.get(facts.address) ?? []) chosen.add(other);
      byInbox.delete(facts.address);
    }
  }
  return [...chosen];
};

const flat = (value: number): GapRange => ({ worst: value, mean: value, best: value });

/** The rest of the day of a campaign that does not run: what it has sent. */
const stopped = ({ capacityInput }: CampaignContext): Capacity => {
  const { sentToday } = capacityInput;
  return {
    today: flat(sentToday ?? 0),
    remaining: flat(0),
    bottleneck: null,
    withoutBottleneck: null,
    nextBottleneck: null,
    limitHitAt: null,
    assumed: sentToday === undefined ? ['sentToday'] : [],
    contendedToday: null,
  };
};

/**
 * What these campaigns can send today, shared inboxes taken into account: for comparing a day with the same day after a
 * change. Unlike verdicts it asks no health: who runs sends what its limits and inboxes allow, who does not has sent
 * what it has. Null where nothing known bounds it; campaigns that are not there are missing.
 */
export const forecastOf = (
  input: FleetInput,
  ids: ReadonlySet<CampaignId>,
): ReadonlyMap<CampaignId, Capacity | null> => {
  const index = indexInboxes(input);
  const fleet = input.observations.map((observation) => ({
    observation,
    inboxes: inboxesOf(observation.campaign, index),
  }));
  const near = neighbourhood(fleet, ids);
  const users = usersOf(
    near.filter(isSending).map(({ observation, inboxes }) => ({
      id: observation.campaign.id,
      inboxes,
    })),
  );
  const placed = near.map((one) => ({
    one,
    id: one.observation.campaign.id,
    context: contextOf(one.observation, one.inboxes, { input, users }),
  }));
  const { shares } = contendedCapacity(
    placed
      .filter(({ one }) => isSending(one))
      .map(({ id, context }) => ({ id, input: context.capacityInput })),
  );
  return new Map(
    placed
      .filter(({ id }) => ids.has(id))
      .map(({ one, id, context }) => {
        if (!isSending(one)) return [id, stopped(context)];
        const alone = context.capacity();
        return [id, alone && { ...alone, contendedToday: shares.get(id)?.contendedToday ?? null }];
      }),
  );
};
