import { type CampaignPlan, northwindPlan, type WorldPlan } from '../sandbox/world/index.ts';

const addressIn = (copy: number, address: string): string =>
  copy === 0 ? address : `c${copy}.${address}`;
const nameIn = (copy: number, name: string): string => (copy === 0 ? name : `${name} (${copy})`);

const campaignIn = (copy: number, plan: CampaignPlan): CampaignPlan => ({
  ...plan,
  name: nameIn(copy, plan.name),
  ...(plan.inboxes && { inboxes: plan.inboxes.map((address) => addressIn(copy, address)) }),
  ...(plan.tags && { tags: plan.tags.map((label) => nameIn(copy, label)) }),
});

/**
 * The demo workspace so many times beside itself, cut off at `campaigns`: troubles, schedules and shared inboxes occur
 * as often for each campaign as they do there, with two inboxes for three campaigns.
 */
export const fleetPlan = (campaigns: number, startMs: number): WorldPlan => {
  const plan = northwindPlan(startMs);
  const copies = Math.ceil(campaigns / plan.campaigns.length);
  const each = <Item>(make: (copy: number) => readonly Item[]): Item[] =>
    Array.from({ length: copies }, (_, copy) => make(copy)).flat();
  return {
    ...plan,
    faultsPerDay: 0,
    inboxes: each((copy) =>
      plan.inboxes.map((inbox) => ({
        ...inbox,
        address: addressIn(copy, inbox.address),
        ...(inbox.tags && { tags: inbox.tags.map((label) => nameIn(copy, label)) }),
      })),
    ),
    campaigns: each((copy) => plan.campaigns.map((campaign) => campaignIn(copy, campaign))).slice(
      0,
      campaigns,
    ),
  };
};
