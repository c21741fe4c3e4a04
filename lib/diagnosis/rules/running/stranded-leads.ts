import { personCause, type Rule } from '../../cause.ts';

/** Follow-ups stay with the inbox that wrote first: while it is down, their leads wait for nothing. */
export const strandedLeads: Rule = ({ snapshot, downInboxes, counts }) => {
  const count = snapshot?.leads?.inboxUnavailableSkips ?? 0;
  const isInboxDown =
    (counts?.disconnected ?? 0) > 0 || downInboxes.some(({ triage }) => triage.needsPerson);
  // Without a broken inbox they only wait for one that is in its gap or at its limit.
  return count > 0 && isInboxDown
    ? personCause('stranded_leads', 'amber', ['open_accounts'], { params: { count } })
    : null;
};
