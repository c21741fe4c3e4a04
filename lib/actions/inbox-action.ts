import type { Change, InboxAddress, InboxFacts } from '#model';
import { actionOf } from './action-of.ts';

/** A change of one inbox. */
export const inboxAction = actionOf<Change & { readonly inbox: InboxAddress }, InboxFacts>(
  'accounts:update',
  (subject) => {
    const inbox = subject.kind === 'inboxes' ? subject.inboxes[0] : undefined;
    if (inbox === undefined) throw new TypeError('a change of an inbox without one');
    return inbox;
  },
);
