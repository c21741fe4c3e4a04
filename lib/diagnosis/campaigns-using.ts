import type { CampaignId, InboxAddress } from '#model';
import { inboxesOf, indexInboxes } from './campaign-inboxes.ts';
import type { FleetInput } from './fleet-input.ts';

/** The campaigns that send from any of these inboxes, by their list or by a tag, in the order of the input. */
export const campaignsUsing = (
  input: FleetInput,
  addresses: ReadonlySet<InboxAddress>,
): readonly CampaignId[] => {
  const index = indexInboxes(input);
  return input.observations
    .filter(({ campaign }) =>
      inboxesOf(campaign, index).each.some(({ facts }) => addresses.has(facts.address)),
    )
    .map(({ campaign }) => campaign.id);
};
