import { cause, type Rule } from '../../cause.ts';

/** Instantly cannot send through any of its inboxes. Only known maintenance of all of them ends by itself. */
export const allInboxesUnhealthy: Rule = ({
  code,
  downInboxes,
  inboxes,
  totalInboxes,
  lossOf,
  snapshot,
}) => {
  if (code !== 'all_accounts_unhealthy') return null;
  const isMaintenance =
    inboxes.isComplete &&
    inboxes.each.length > 0 &&
    inboxes.each.every(({ facts }) => facts.status === 'maintenance');
  return cause('all_accounts_unhealthy', isMaintenance ? 'amber' : 'red', {
    needsPerson: !isMaintenance,
    loss: lossOf('inboxes_down'),
    params: {
      count: totalInboxes ?? null,
      resumable: downInboxes.filter(({ triage }) => triage.mayResume).length || null,
      message: snapshot?.message ?? null,
    },
    actions: ['open_accounts'],
  });
};
