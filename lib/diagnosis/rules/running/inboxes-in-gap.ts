import { cause, type Rule } from '../../cause.ts';

/** More than half of the inboxes wait between two mails: the gap is long, or they serve too many campaigns. */
export const inboxesInGap: Rule = ({ counts, snapshot, code }) => {
  const { inGap = 0, total = 0 } = counts ?? {};
  if (total === 0 || inGap * 2 <= total) return null;
  // One look in between two mails says nothing; several loops in a row without any inbox do.
  const isLasting = code === 'no_accounts_available' && (snapshot?.loopsWithIssue ?? 0) >= 3;
  return cause(isLasting ? 'gap_too_long' : 'inboxes_in_gap', isLasting ? 'amber' : 'blue', {
    params: { count: inGap, inboxes: total },
    actions: ['open_accounts'],
  });
};
