import { campaignsUsing } from '#diagnosis';
import type { ChangeOf } from '#model';
import { withInbox } from './applied.ts';
import { note } from './fields.ts';
import { inboxAction } from './inbox-action.ts';
import { statusField } from './inbox-status.ts';

/** Pauses an inbox in all its campaigns. */
export const pauseInbox = inboxAction<ChangeOf<'pause_inbox'>>({
  fields: statusField,
  after: () => ({ status: 'paused' }),
  refuse: () => null,
  risks: ({ inbox }, _, { fleet }) => {
    const campaigns = fleet === null ? 0 : campaignsUsing(fleet, new Set([inbox])).length;
    return campaigns > 0 ? [note('used_by_campaigns', { campaigns })] : [];
  },
  inverse: ({ inbox }, { status }) =>
    status === 'active' ? { kind: 'resume_inbox', inbox } : null,
  applied: ({ inbox }, fleet) =>
    withInbox(fleet, inbox, (facts) => ({ ...facts, status: 'paused' })),
  send: (client, { inbox }) => client.pauseInbox(inbox),
});
