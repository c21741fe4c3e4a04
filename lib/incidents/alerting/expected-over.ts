import type { CampaignId, InstantMs, Silence, Verdict, WorkspaceId } from '#model';
import { isCovering, isRunning, type TagsByCampaign } from './silences.ts';
import { keyOf } from './track.ts';

/** Health that somebody hardly expects to last for ever; unknown says nothing. */
const ILL: ReadonlySet<Verdict['health']> = new Set(['blocked', 'degraded', 'inactive']);

/** What was to end by now, and still stands: the first cause of every campaign that is no better, by `keyOf`. */
export const overdueAt = (
  workspaceId: WorkspaceId,
  verdicts: Iterable<Verdict>,
  silences: readonly Silence[],
  tagsByCampaign: TagsByCampaign,
  now: InstantMs,
): ReadonlySet<string> => {
  const over = silences.filter((one) => one.kind === 'expected' && !isRunning(one, now));
  const keys = new Set<string>();
  if (over.length === 0) return keys;
  for (const { campaignId, health, causes } of verdicts) {
    const [first] = causes;
    if (!first || !ILL.has(health)) continue;
    const subject: { workspaceId: WorkspaceId; campaignId: CampaignId } = {
      workspaceId,
      campaignId,
    };
    if (over.some((one) => isCovering(one, { ...subject, code: first.code }, tagsByCampaign))) {
      keys.add(keyOf({ campaignId, code: first.code }));
    }
  }
  return keys;
};
