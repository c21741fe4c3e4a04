import type { ChangeOf } from '#model';
import { note } from './fields.ts';
import { inboxAction } from './inbox-action.ts';
import { isErrorStatus, refuseAgain, statusField, withInboxUp } from './inbox-status.ts';
import { listRisk, refuseByAnswer } from './resume-inbox.ts';

/** Clears the error mark of an inbox, also of an error that nobody can read: a person says that it is fixed. */
export const markInboxFixed = inboxAction<ChangeOf<'mark_inbox_fixed'>>({
  fields: statusField,
  after: () => ({ status: 'active' }),
  refuse: (_, inbox, facts) => {
    if (!isErrorStatus(inbox.status)) return note('unchanged');
    const refusal = refuseByAnswer(inbox, facts);
    if (refusal !== null && refusal.code !== 'inbox_error') return refusal;
    return refuseAgain(inbox, facts.past, facts.now);
  },
  risks: (_, inbox) => [note('repairs_nothing'), ...listRisk(inbox)],
  isDone: (_, { status }) => !isErrorStatus(status),
  isUndone: ({ status }) => isErrorStatus(status),
  inverse: () => null,
  applied: ({ inbox }, fleet) => withInboxUp(fleet, inbox),
  send: (client, { inbox }) => client.markInboxFixed(inbox),
});
