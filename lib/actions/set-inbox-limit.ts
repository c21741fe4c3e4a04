import type { ChangeOf } from '#model';
import { withInbox, withLimitsReached, withoutCode } from './applied.ts';
import { note, refuseBeyond } from './fields.ts';
import { inboxAction } from './inbox-action.ts';

const MOST = 1_000;

/** Campaign mails a day that one inbox can send without harm to its reputation (INSTANTLY.md 4.1). */
const RECOMMENDED = 30;

/** Sets how many campaign mails an inbox may send a day, over all campaigns. */
export const setInboxLimit = inboxAction<ChangeOf<'set_inbox_limit'>>({
  fields: ({ limitPerDay }) => (limitPerDay === undefined ? undefined : { limitPerDay }),
  after: ({ limitPerDay }) => ({ limitPerDay }),
  // Whose limit was none gets none back; nobody is offered it otherwise.
  refuse: ({ limitPerDay }, _, { undoes }) =>
    limitPerDay === null && undoes !== null ? null : refuseBeyond(limitPerDay ?? 0, 1, MOST),
  risks: ({ limitPerDay }) => {
    if (limitPerDay === null) return [note('no_limit')];
    return limitPerDay > RECOMMENDED ? [note('above_safe_limit', { safe: RECOMMENDED })] : [];
  },
  inverse: ({ inbox }, { limitPerDay }) => ({
    kind: 'set_inbox_limit',
    inbox,
    limitPerDay: limitPerDay == null ? null : Number(limitPerDay),
  }),
  applied: ({ inbox, limitPerDay }, fleet) =>
    withInbox(
      withLimitsReached(fleet, inbox),
      inbox,
      (facts) => ({ ...facts, limitPerDay }),
      withoutCode('account_daily_limit_met', 'inbox_daily_limits'),
    ),
  send: (client, { inbox, limitPerDay }) => client.changeInbox(inbox, { limitPerDay }),
});
