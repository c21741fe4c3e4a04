import { type CampaignId, parseCampaignId } from '#model';

const HOST = 'app.instantly.ai';
// INSTANTLY.md 5: the plural form appears in links made by machines.
const CAMPAIGN = /^\/app\/campaigns?\/([0-9a-f]{8}-[0-9a-f-]{27})/i;

/** What a page of Instantly's web app is about. */
export type Route =
  | { readonly kind: 'campaign'; readonly campaignId: CampaignId }
  | { readonly kind: 'campaigns' | 'accounts' | 'other' };

const OTHER: Route = { kind: 'other' };

/** Reads an address. Everything that is not surely a page of the web app over HTTPS is `other`. */
export const routeOf = (address: string): Route => {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.host !== HOST) return OTHER;
  const [, id] = CAMPAIGN.exec(url.pathname) ?? [];
  const campaignId = parseCampaignId(id);
  if (campaignId) return { kind: 'campaign', campaignId };
  switch (url.pathname.replace(/\/$/, '')) {
    case '/app/campaigns':
      return { kind: 'campaigns' };
    case '/app/accounts':
      return { kind: 'accounts' };
    default:
      return OTHER;
  }
};
