import type { Change, ChangeFields, ChangeNote, ChangePlan, PlannedChange } from '#model';
import type { ChangeFacts, KnownFacts, Subject } from './action-definition.ts';
import { definitionOf } from './actions.ts';
import { effectOfAll } from './effect.ts';
import { isSameFields, note } from './fields.ts';
import { typedFor } from './typed.ts';

const subjectName = (change: Change, subject: Subject | null): string => {
  if (subject?.kind === 'campaign') return subject.campaign.name;
  if ('inbox' in change) return change.inbox;
  return 'inboxes' in change ? (change.inboxes[0] ?? '') : '';
};

const refuseUnseen = (change: Change, { isDemo, problem, missingScopes }: ChangeFacts) => {
  if (isDemo) return note('demo');
  if (problem !== null) return problem;
  const { scope } = definitionOf(change);
  return missingScopes.includes(scope) ? note('scope_missing', { scopes: [scope] }) : null;
};

const refuse = (change: Change, facts: KnownFacts, before: ChangeFields): ChangeNote | null => {
  const definition = definitionOf(change);
  const { undoes } = facts;
  if (undoes !== null && !definitionOf(undoes.change).isDone(undoes.change, before)) {
    return note('changed_since');
  }
  if (isSameFields(before, definition.after(change))) return note('unchanged');
  return definition.refuse(change, facts);
};

/** What a person sees before confirming a change: pure, from the facts alone. */
export const planChange = (planned: PlannedChange, facts: ChangeFacts): ChangePlan => {
  const { change } = planned;
  const { subject, fleet } = facts;
  const definition = definitionOf(change);
  const before = subject === null ? undefined : definition.fieldsOf(subject);
  const unseen = refuseUnseen(change, facts);
  const plan: ChangePlan = {
    ...planned,
    subject: subjectName(change, subject),
    before: before ?? {},
    after: definition.after(change),
    refusal: unseen ?? note('not_known'),
    risks: [],
    typed: typedFor([change]),
    effect: null,
    inverse: null,
  };
  if (subject === null || before === undefined) return plan;
  const known = { ...facts, subject };
  const refusal = unseen ?? refuse(change, known, before);
  return {
    ...plan,
    refusal,
    risks: definition.risks(change, known),
    effect: fleet && effectOfAll([{ change, subject }], fleet),
    inverse: definition.inverse(change, before),
  };
};
