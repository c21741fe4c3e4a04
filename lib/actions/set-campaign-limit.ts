import type { ChangeOf } from '#model';
import { withCampaign, withoutCode, withSettings, withSnapshot } from './applied.ts';
import { campaignAction } from './campaign-action.ts';
import { note, refuseBeyond } from './fields.ts';

const MOST = 100_000;

/** Sets how many mails a campaign may send a day. */
export const setCampaignLimit = campaignAction<ChangeOf<'set_campaign_limit'>>({
  fields: ({ limitPerDay }) => (limitPerDay === undefined ? undefined : { limitPerDay }),
  after: ({ limitPerDay }) => ({ limitPerDay }),
  refuse: ({ limitPerDay }) => (limitPerDay === null ? null : refuseBeyond(limitPerDay, 1, MOST)),
  risks: ({ limitPerDay }) => (limitPerDay === null ? [note('no_limit')] : []),
  inverse: ({ campaignId }, { limitPerDay }) => ({
    kind: 'set_campaign_limit',
    campaignId,
    // 0 is no limit to Instantly as well.
    limitPerDay: Number(limitPerDay) || null,
  }),
  applied: ({ campaignId, limitPerDay }, fleet) =>
    withCampaign(fleet, campaignId, (observation) => {
      const reached = observation.campaign.limitPerDay ?? undefined;
      const counted = withSnapshot((snapshot) => ({
        ...snapshot,
        campaignLimit: {
          limit: limitPerDay,
          isHit: undefined,
          // Where only the code says that the limit was reached, as many were sent as it allowed.
          sent:
            snapshot.campaignLimit?.sent ??
            (snapshot.code === 'daily_limit_met' ? reached : undefined),
        },
      }))(observation);
      const lifted = withoutCode('daily_limit_met', 'campaign_daily_limit')(counted);
      return withSettings({ limitPerDay })(lifted);
    }),
  send: (client, { campaignId, limitPerDay }) => client.changeCampaign(campaignId, { limitPerDay }),
});
