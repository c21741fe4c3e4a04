import { cause, type Rule } from '../../cause.ts';

const RESTING = new Set(['inboxes_paused', 'inboxes_in_maintenance', 'inbox_setup_pending']);

/** Inboxes that Instantly counts as disconnected beyond those whose own state we could read. */
export const disconnectedInboxes: Rule = ({
  counts,
  downInboxes,
  totalInboxes,
  lossOf,
  lossOfAll,
}) => {
  const explained = downInboxes.filter(({ triage }) => !RESTING.has(triage.code ?? '')).length;
  const count = Math.max(0, (counts?.disconnected ?? 0) - explained);
  if (count === 0) return null;
  const isMost = totalInboxes !== undefined && count * 2 >= totalInboxes;
  const isSomeFull = (counts?.atDailyLimit ?? 0) > 0;
  return cause('inboxes_disconnected', isMost ? 'red' : 'amber', {
    loss: lossOf('inboxes_down'),
    needsPerson: true,
    params: {
      count,
      inboxes: totalInboxes ?? null,
      lossWithLimits: isSomeFull ? lossOfAll('inboxes_down', 'inbox_limits') : null,
    },
    actions: ['open_accounts'],
  });
};
