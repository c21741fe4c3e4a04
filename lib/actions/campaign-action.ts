import type { CampaignFacts, CampaignId, Change } from '#model';
import { actionOf } from './action-of.ts';

/** A change of one campaign. */
export const campaignAction = actionOf<Change & { readonly campaignId: CampaignId }, CampaignFacts>(
  'campaigns:update',
  (subject) => {
    if (subject.kind !== 'campaign') throw new TypeError('a change of a campaign about inboxes');
    return subject.campaign;
  },
);
