import type { ScheduleState } from '#forecast';
import type { CampaignFacts, InstantMs } from '#model';
import { MINUTE_MS } from '#model';

/** Sending reacts this long after a launch, an edit or an opening window (INSTANTLY.md 4.1). */
export const GRACE_MS = 15 * MINUTE_MS;

/** Why a campaign must not be judged harshly yet, and until when. */
export interface Grace {
  readonly why: 'changed' | 'window_opened';
  readonly from: InstantMs;
  readonly until: InstantMs;
}

/** The grace in which a campaign is, if any: after a change longer than after an opening, for it mutes more. */
export const graceOf = ({
  campaign,
  clock,
  takenAt,
  now,
}: {
  readonly campaign: CampaignFacts;
  readonly clock: ScheduleState;
  readonly takenAt: InstantMs | undefined;
  readonly now: InstantMs;
}): Grace | null => {
  const { updatedAt } = campaign;
  if (updatedAt !== undefined && updatedAt <= now && now - updatedAt < GRACE_MS) {
    return { why: 'changed', from: updatedAt, until: updatedAt + GRACE_MS };
  }
  const isUnjudgedChange =
    clock.kind === 'inside' &&
    updatedAt !== undefined &&
    takenAt !== undefined &&
    takenAt < updatedAt;
  // A snapshot older than the change says nothing about it; past 30 minutes in schedule it is stale anyway.
  if (isUnjudgedChange && updatedAt <= now) {
    return { why: 'changed', from: updatedAt, until: updatedAt + GRACE_MS };
  }
  const openedAt = clock.kind === 'inside' ? clock.openedAt : null;
  if (openedAt === null) return null;
  // Later on a snapshot from before the opening still says nothing about this window; past 30 minutes it is stale.
  const isJudged = takenAt === undefined || takenAt >= openedAt;
  return now - openedAt < GRACE_MS || !isJudged
    ? { why: 'window_opened', from: openedAt, until: openedAt + GRACE_MS }
    : null;
};
