import { personCause, type Rule } from '../../cause.ts';

/** Inboxes whose warmup was banned: their mail is likely to land in spam, whatever the campaign says. */
export const warmupBanned: Rule = ({ inboxes }) => {
  const banned = inboxes.each.filter(
    ({ facts }) =>
      facts.warmupStatus === 'banned' || facts.warmupStatus === 'permanently_suspended',
  );
  if (banned.length === 0) return null;
  return personCause('warmup_banned', 'amber', ['pause_inbox', 'enable_warmup', 'open_accounts'], {
    loss: 0,
    params: {
      count: banned.length,
      inboxes: inboxes.each.length,
      addresses: banned.map(({ facts }) => facts.address).slice(0, 100),
    },
  });
};
