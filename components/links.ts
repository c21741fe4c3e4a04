import type { CampaignId } from '#model';

/** Where a campaign stands in Instantly's web app (INSTANTLY.md 5). */
export const campaignUrl = (id: CampaignId): string =>
  `https://app.instantly.ai/app/campaign/${id}/analytics`;

/** Where keys are made in Instantly's web app (INSTANTLY.md 1.1). */
export const API_KEYS_URL = 'https://app.instantly.ai/app/settings/integrations';

/** The list of inboxes in Instantly's web app, where they are reconnected. */
export const ACCOUNTS_URL = 'https://app.instantly.ai/app/accounts';

/** The plan of a workspace in Instantly's web app. */
export const BILLING_URL = 'https://app.instantly.ai/app/settings/billing';
