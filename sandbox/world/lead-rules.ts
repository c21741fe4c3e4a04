import type { Lead } from './leads.ts';
import type { CampaignState, InboxState, WorldState } from './state.ts';

/** Whether the company of a lead has had its share today (company send limit, INSTANTLY.md 4.1). */
export const isCompanyAtLimit = (
  world: WorldState,
  campaign: CampaignState,
  company: number,
): boolean =>
  world.leadsPerCompanyPerDay !== null &&
  (campaign.companiesToday.get(company) ?? 0) >= world.leadsPerCompanyPerDay;

const GOOGLE = 2;
const MICROSOFT = 3;

const providerFor = (lead: Lead): number => (lead.hasGoogle ? GOOGLE : MICROSOFT);

/** Which providers a campaign can match: a lead whose provider no sender has goes to any sender. */
export const matchableProviders = ({ senders }: CampaignState): ReadonlySet<number> =>
  new Set(senders.map(({ provider }) => provider));

/** A test for the leads that one inbox may open a thread with now. */
export function mayContact(
  world: WorldState,
  campaign: CampaignState,
  inbox: InboxState,
): (lead: Lead) => boolean {
  const providers = campaign.settings.isEspMatching ? matchableProviders(campaign) : null;
  return (lead) => {
    if (isCompanyAtLimit(world, campaign, lead.company)) return false;
    const wanted = providerFor(lead);
    return providers === null || !providers.has(wanted) || inbox.provider === wanted;
  };
}
