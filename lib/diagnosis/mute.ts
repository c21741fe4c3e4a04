import type { Cause } from '#model';
import type { CampaignContext } from './context.ts';

/** What grace never mutes: stops, and what tells that the facts do not fit together. */
const NEVER_MUTED: ReadonlySet<Cause['code']> = new Set([
  'campaign_accounts_unhealthy',
  'campaign_bounce_protect',
  'campaign_account_suspended',
  'instantly_error',
  'unexpected_pause',
  'contradiction',
]);

const isHarsh = ({ severity }: Cause): boolean => severity === 'red' || severity === 'amber';

/** Causes with those that come too soon to be judged turned blue (DIAGNOSIS.md 3.4, rule 9). */
export const muteInGrace = (
  causes: readonly Cause[],
  { grace, previous, takenAt }: CampaignContext,
): { readonly causes: readonly Cause[]; readonly isMuted: boolean } => {
  const isUnjudged = grace !== null && takenAt !== undefined && takenAt < grace.from;
  // Trouble found while the window was closed does not go away by its opening.
  const isOld = (cause: Cause): boolean =>
    grace?.why === 'window_opened' &&
    (previous?.causes.some(({ code, needsPerson }) => code === cause.code && needsPerson) ?? false);
  const isMutable = (cause: Cause): boolean =>
    grace !== null && isHarsh(cause) && !NEVER_MUTED.has(cause.code) && !isOld(cause);
  const isMuted = isUnjudged || causes.some(isMutable);
  return {
    isMuted,
    causes: causes
      .filter(({ code }) => isMuted || code !== 'recently_changed')
      .map((cause) => (isMutable(cause) ? { ...cause, severity: 'blue' } : cause)),
  };
};
