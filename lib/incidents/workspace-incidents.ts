import type { CauseCode, Verdict } from '#model';
import type { Affected, Candidate } from './candidate.ts';
import { isRestored } from './restores.ts';

/** Causes that lie with the workspace or with Instantly as soon as several of its campaigns have them. */
const OF_WORKSPACE: readonly CauseCode[] = [
  'stale_ours',
  'stale_instantly',
  'status_not_permitted',
  'campaign_account_suspended',
  'instantly_error',
];

/** One incident per workspace and cause where at least two campaigns have it. */
export const workspaceIncidents = (verdicts: readonly Verdict[]): readonly Candidate[] =>
  OF_WORKSPACE.flatMap((code) => {
    const byWorkspace = Map.groupBy(
      verdicts.flatMap((verdict): Affected[] => {
        const cause = verdict.causes.find((one) => one.code === code);
        return cause ? [{ verdict, cause }] : [];
      }),
      ({ verdict }) => verdict.workspaceId,
    );
    return [...byWorkspace]
      .filter(([, affected]) => affected.length >= 2)
      .map(([workspaceId, affected]) => ({
        id: `${code}|workspace|${workspaceId}`,
        code,
        subject: { kind: 'workspace' as const, workspaceId },
        params: affected[0]?.cause.params ?? {},
        affected,
        restores: affected.filter(({ verdict }) => isRestored(verdict, code)).length,
      }));
  });
