import { type ChangeFields, type ChangeOf, type InboxFacts, isUnseen } from '#model';
import type { ActionDefinition, Subject } from './action-definition.ts';
import { isSameFields, note } from './fields.ts';

const inboxesOf = (subject: Subject): readonly InboxFacts[] => {
  if (subject.kind !== 'inboxes') throw new TypeError('a change of inboxes about a campaign');
  return subject.inboxes;
};

const isBanned = ({ warmupStatus }: InboxFacts): boolean =>
  warmupStatus === 'banned' || warmupStatus === 'permanently_suspended';

const fieldsOf = (subject: Subject): ChangeFields | undefined => {
  const inboxes = inboxesOf(subject);
  const isUnknown = inboxes.some(
    ({ warmupStatus }) => warmupStatus === undefined || isUnseen(warmupStatus),
  );
  if (isUnknown) return undefined;
  const active = inboxes.filter(({ warmupStatus }) => warmupStatus === 'active');
  return { warmingUp: active.map(({ address }) => address).sort() };
};

/** Switches the warmup of inboxes that are named; Instantly does it in the background. */
export const setWarmup: ActionDefinition<ChangeOf<'set_warmup'>> = {
  scope: 'accounts:update',
  fieldsOf,
  after: ({ inboxes, isOn }) => ({ warmingUp: isOn ? inboxes.toSorted() : [] }),
  refuse: ({ isOn }, { subject }) => {
    const banned = isOn ? inboxesOf(subject).filter(isBanned) : [];
    return banned.length === 0
      ? null
      : note('warmup_banned', { inboxes: banned.map(({ address }) => address) });
  },
  risks: ({ inboxes, isOn }) => (isOn ? [] : [note('warmup_ends', { inboxes: inboxes.length })]),
  isDone: ({ inboxes, isOn }, found) =>
    isSameFields(found, { warmingUp: isOn ? inboxes.toSorted() : [] }),
  isUndone: isSameFields,
  // Where some were as wished already, switching all of them back would change those as well.
  inverse: ({ inboxes, isOn }, { warmingUp }) => {
    const active = Array.isArray(warmingUp) ? warmingUp : [];
    const changed = inboxes.filter((address) => active.includes(address) !== isOn);
    return { kind: 'set_warmup', inboxes: changed, isOn: !isOn };
  },
  applied: () => null,
  send: async (client, { inboxes, isOn }) => ({
    jobId: (await client.setWarmup(inboxes, isOn)).value.id,
  }),
};
