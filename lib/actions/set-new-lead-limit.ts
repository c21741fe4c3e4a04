import type { ChangeOf } from '#model';
import { withCampaign, withoutCode, withSettings } from './applied.ts';
import { campaignAction } from './campaign-action.ts';
import { note, refuseBeyond } from './fields.ts';

const MOST = 100_000;

/** Sets how many new leads a campaign may contact a day; 0 leaves only follow-ups. */
export const setNewLeadLimit = campaignAction<ChangeOf<'set_new_lead_limit'>>({
  fields: ({ newLeadsPerDay }) => (newLeadsPerDay === undefined ? undefined : { newLeadsPerDay }),
  after: ({ limitPerDay }) => ({ newLeadsPerDay: limitPerDay }),
  refuse: ({ limitPerDay }) => (limitPerDay === null ? null : refuseBeyond(limitPerDay, 0, MOST)),
  risks: ({ limitPerDay }) => (limitPerDay === 0 ? [note('stops_new_leads')] : []),
  inverse: ({ campaignId }, { newLeadsPerDay }) => ({
    kind: 'set_new_lead_limit',
    campaignId,
    // The web app writes −1 for no new leads, which the API does not take (INSTANTLY.md 2.2).
    limitPerDay: newLeadsPerDay == null ? null : Math.max(0, Number(newLeadsPerDay)),
  }),
  applied: ({ campaignId, limitPerDay }, fleet) =>
    withCampaign(fleet, campaignId, (observation) =>
      withoutCode('new_lead_limit_met')(withSettings({ newLeadsPerDay: limitPerDay })(observation)),
    ),
  send: (client, { campaignId, limitPerDay }) =>
    client.changeCampaign(campaignId, { newLeadsPerDay: limitPerDay }),
});
