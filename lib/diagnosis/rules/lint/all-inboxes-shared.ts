import { cause, type Rule } from '../../cause.ts';

/** Every inbox of the campaign also serves others: its limits are not its own. */
export const allInboxesShared: Rule = ({ inboxes, users }) => {
  if (!inboxes.isComplete || inboxes.each.length === 0) return null;
  const shares = inboxes.each.map(({ facts }) => users.get(facts.address) ?? 1);
  return shares.every((campaigns) => campaigns > 1)
    ? cause('all_inboxes_shared', 'blue', {
        params: { count: inboxes.each.length, others: Math.max(...shares) - 1 },
        actions: ['open_accounts'],
      })
    : null;
};
