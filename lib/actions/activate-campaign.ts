import { type FleetInput, triageInbox } from '#diagnosis';
import type { CampaignFacts, ChangeNote, ChangeOf, Lifecycle } from '#model';
import { withCampaign, withSettings, withSnapshot } from './applied.ts';
import { campaignAction } from './campaign-action.ts';
import { note } from './fields.ts';
import { lifecycleField } from './lifecycle-field.ts';

const ACTIVE: ReadonlySet<unknown> = new Set<Lifecycle>([
  'active',
  'running_subsequences',
  'completed',
]);
const STOPPED: ReadonlySet<unknown> = new Set<Lifecycle>([
  'accounts_unhealthy',
  'bounce_protect',
  'account_suspended',
]);

const stillDown = (campaign: CampaignFacts, fleet: FleetInput | null): ChangeNote => {
  const own = (fleet?.inboxes ?? []).filter(
    ({ address, tagIds }) =>
      campaign.inboxes.includes(address) || tagIds.some((tag) => campaign.tagIds.includes(tag)),
  );
  const down = own.filter((inbox) => triageInbox(inbox).canSend === false).length;
  return note('inboxes_still_down', { down, total: own.length });
};

/** Starts or resumes a campaign, also one that Instantly stopped (INSTANTLY.md 2.3, 4.1). */
export const activateCampaign = campaignAction<ChangeOf<'activate_campaign'>>({
  fields: lifecycleField,
  after: () => ({ lifecycle: 'active' }),
  refuse: (_, { lifecycle }) => {
    if (lifecycle === 'running_subsequences') return note('unchanged');
    if (lifecycle === 'completed') return note('campaign_completed');
    return lifecycle === 'account_suspended' ? note('campaign_suspended') : null;
  },
  risks: (_, campaign, { fleet }) => {
    switch (campaign.lifecycle) {
      case 'bounce_protect':
        return [note('bounce_protect_off')];
      case 'accounts_unhealthy':
        return [stillDown(campaign, fleet)];
      case 'draft':
        return [note('launches')];
      default:
        return [];
    }
  },
  // One without leads to come may be completed by the time it is read back.
  isDone: (_, { lifecycle }) => ACTIVE.has(lifecycle),
  isUndone: ({ lifecycle }, before) => STOPPED.has(lifecycle) || lifecycle === before['lifecycle'],
  inverse: ({ campaignId }) => ({ kind: 'pause_campaign', campaignId }),
  applied: ({ campaignId }, fleet) =>
    withCampaign(fleet, campaignId, (observation) =>
      withSnapshot((snapshot) => ({ ...snapshot, code: 'healthy', summaryCode: null }))(
        withSettings({ lifecycle: 'active', notSendingReason: null })(observation),
      ),
    ),
  send: (client, { campaignId }) => client.activateCampaign(campaignId),
});
