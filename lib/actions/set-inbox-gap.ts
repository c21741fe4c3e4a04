import type { ChangeOf } from '#model';
import { withInbox } from './applied.ts';
import { refuseBeyond } from './fields.ts';
import { inboxAction } from './inbox-action.ts';

const MOST_MINUTES = 1_440;

/** Sets how long an inbox waits between two mails, over all campaigns. */
export const setInboxGap = inboxAction<ChangeOf<'set_inbox_gap'>>({
  fields: ({ gapMinutes }) => (gapMinutes === undefined ? undefined : { gapMinutes }),
  after: ({ gapMinutes }) => ({ gapMinutes }),
  refuse: ({ gapMinutes }) => refuseBeyond(gapMinutes, 0, MOST_MINUTES),
  inverse: ({ inbox }, { gapMinutes }) => ({
    kind: 'set_inbox_gap',
    inbox,
    gapMinutes: Number(gapMinutes),
  }),
  applied: ({ inbox, gapMinutes }, fleet) =>
    withInbox(fleet, inbox, (facts) => ({ ...facts, gapMinutes })),
  send: (client, { inbox, gapMinutes }) => client.changeInbox(inbox, { gapMinutes }),
});
