import type { Cause, CauseCode, Verdict } from '#model';

/** Causes that only sum up what broken inboxes do: mending those mends these. */
const SUMMARIES: ReadonlySet<CauseCode> = new Set([
  'no_accounts_available',
  'all_accounts_unhealthy',
  'stranded_leads',
]);

const isForPerson = ({ needsPerson, severity }: Cause): boolean =>
  needsPerson && (severity === 'red' || severity === 'amber');

/** Whether a blocked campaign would send again if this cause alone went away. */
export const isRestored = (verdict: Verdict, code: CauseCode): boolean =>
  verdict.health === 'blocked' &&
  verdict.causes
    .filter((cause) => isForPerson(cause) && !SUMMARIES.has(cause.code))
    .every((cause) => cause.code === code);
