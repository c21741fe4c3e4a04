import type { ChangeOf } from '#model';
import { withInbox } from './applied.ts';
import { note } from './fields.ts';
import { inboxAction } from './inbox-action.ts';

/** Switches an inbox's slow ramp, by which it sends two mails more each day. */
export const setSlowRamp = inboxAction<ChangeOf<'set_slow_ramp'>>({
  // Null is off to Instantly, too (INSTANTLY.md 2.7).
  fields: ({ isSlowRamp }) =>
    isSlowRamp === undefined ? undefined : { isSlowRamp: isSlowRamp === true },
  after: ({ isOn }) => ({ isSlowRamp: isOn }),
  refuse: () => null,
  // Nobody says how old a mailbox is (INSTANTLY.md 2.7): so it is said of each.
  risks: ({ isOn }) => (isOn ? [] : [note('slow_ramp_off')]),
  inverse: ({ inbox, isOn }) => ({ kind: 'set_slow_ramp', inbox, isOn: !isOn }),
  applied: ({ inbox, isOn }, fleet) =>
    withInbox(fleet, inbox, (facts) => ({ ...facts, isSlowRamp: isOn })),
  send: (client, { inbox, isOn }) => client.changeInbox(inbox, { isSlowRamp: isOn }),
});
