import type { ChangeOf, Lifecycle } from '#model';
import { withCampaign, withSettings } from './applied.ts';
import { campaignAction } from './campaign-action.ts';
import { note } from './fields.ts';
import { lifecycleField } from './lifecycle-field.ts';

const NOT_RUNNING: ReadonlySet<unknown> = new Set<Lifecycle>(['draft', 'completed']);
const RUNNING: ReadonlySet<unknown> = new Set<Lifecycle>(['active', 'running_subsequences']);

/** Pauses a campaign. One that Instantly stopped may be paused, too, so that it is quiet (DIAGNOSIS.md 3.1). */
export const pauseCampaign = campaignAction<ChangeOf<'pause_campaign'>>({
  fields: lifecycleField,
  after: () => ({ lifecycle: 'paused' }),
  refuse: (_, { lifecycle }) =>
    NOT_RUNNING.has(lifecycle) ? note('not_running', { lifecycle: String(lifecycle) }) : null,
  // What Instantly had stopped did not run before: activating it would be another thing than taking the pause back.
  inverse: ({ campaignId }, { lifecycle }) =>
    RUNNING.has(lifecycle) ? { kind: 'activate_campaign', campaignId } : null,
  applied: ({ campaignId }, fleet) =>
    withCampaign(fleet, campaignId, withSettings({ lifecycle: 'paused' })),
  send: (client, { campaignId }) => client.pauseCampaign(campaignId),
});
