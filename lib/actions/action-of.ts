import type { InstantlyWriter } from '#instantly';
import type { Change, ChangeFields, ChangeNote } from '#model';
import type { ActionDefinition, ChangeFacts, Subject } from './action-definition.ts';
import { isSameFields } from './fields.ts';

/** What is special about a change of one thing, whose facts are given to it. */
interface Special<One extends Change, Facts>
  extends Pick<ActionDefinition<One>, 'after' | 'inverse' | 'applied'>,
    Partial<Pick<ActionDefinition<One>, 'isDone' | 'isUndone'>> {
  /** The fields it is about; undefined where Instantly did not say. */
  readonly fields: (of: Facts) => ChangeFields | undefined;
  readonly refuse: (change: One, of: Facts, facts: ChangeFacts) => ChangeNote | null;
  readonly risks?: (change: One, of: Facts, facts: ChangeFacts) => readonly ChangeNote[];
  readonly send: (client: InstantlyWriter, change: One) => Promise<unknown>;
}

/** Makes the changes of one kind of thing. `find` throws where a change is about something else. */
export const actionOf =
  <About extends Change, Facts>(
    scope: ActionDefinition['scope'],
    find: (subject: Subject) => Facts,
  ) =>
  <One extends About>(special: Special<One, Facts>): ActionDefinition<One> => ({
    isDone: (change, found) => isSameFields(found, special.after(change)),
    isUndone: isSameFields,
    ...special,
    scope,
    fieldsOf: (subject) => special.fields(find(subject)),
    refuse: (change, facts) => special.refuse(change, find(facts.subject), facts),
    risks: (change, facts) => special.risks?.(change, find(facts.subject), facts) ?? [],
    send: async (client, change) => {
      await special.send(client, change);
      return { jobId: null };
    },
  });
