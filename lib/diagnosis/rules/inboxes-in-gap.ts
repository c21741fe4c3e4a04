import { cause, type Rule } from '../cause.ts';

/** More than half of the inboxes wait between two mails: the gap is long, or they serve too many campaigns. */
export const inboxesInGap: Rule = ({ counts, snapshot }) => {
  const { inGap = 0, total = 0 } = counts ?? {};
  if (total === 0 || inGap * 2 <= total) return null;
  // One look in between two mails says nothing; several loops in a row do.
  const isLasting = (snapshot?.loopsWithIssue ?? 0) >= 3 && snapshot?.code !== 'healthy';
  return cause(isLasting ? 'gap_too_long' : 'inboxes_in_gap', 'blue', {
    params: { count: inGap, inboxes: total },
    actions: ['open_accounts'],
  });
};
