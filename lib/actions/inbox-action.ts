import type { InstantlyWriter } from '#instantly';
import type { Change, ChangeFields, ChangeNote, InboxAddress, InboxFacts } from '#model';
import type { ActionDefinition, ChangeFacts, KnownFacts, Subject } from './action-definition.ts';
import { isSameFields } from './fields.ts';

type InboxChange = Change & { readonly inbox: InboxAddress };

/** What is special about a change of one inbox. */
interface Special<One extends InboxChange>
  extends Pick<ActionDefinition<One>, 'after' | 'inverse' | 'applied'> {
  /** The fields it is about; undefined where Instantly did not say. */
  readonly fields: (inbox: InboxFacts) => ChangeFields | undefined;
  readonly refuse: (change: One, inbox: InboxFacts, facts: ChangeFacts) => ChangeNote | null;
  readonly risks?: (change: One, inbox: InboxFacts, facts: ChangeFacts) => readonly ChangeNote[];
  readonly isDone?: ActionDefinition<One>['isDone'];
  readonly isUndone?: ActionDefinition<One>['isUndone'];
  readonly send: (client: InstantlyWriter, change: One) => Promise<unknown>;
}

const inboxOf = (subject: Subject): InboxFacts => {
  const inbox = subject.kind === 'inboxes' ? subject.inboxes[0] : undefined;
  if (inbox === undefined) throw new TypeError('a change of an inbox without one');
  return inbox;
};

/** A change of one inbox. */
export const inboxAction = <One extends InboxChange>(
  special: Special<One>,
): ActionDefinition<One> => ({
  isDone: (change, found) => isSameFields(found, special.after(change)),
  isUndone: isSameFields,
  ...special,
  scope: 'accounts:update',
  fieldsOf: (subject) => special.fields(inboxOf(subject)),
  refuse: (change, facts: KnownFacts) => special.refuse(change, inboxOf(facts.subject), facts),
  risks: (change, facts) => special.risks?.(change, inboxOf(facts.subject), facts) ?? [],
  send: async (client, change) => {
    await special.send(client, change);
    return { jobId: null };
  },
});
