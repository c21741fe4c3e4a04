import { scheduleAt, scheduleMinutesBetween } from '#forecast';
import type { CampaignFacts, InstantMs, SendingSnapshot } from '#model';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#model';

/** How old Instantly's snapshot is. `resting`: old, but outside the schedule, where Instantly does not look either. */
export type Freshness = 'fresh' | 'resting' | 'stale' | 'unknown_time';

/** A snapshot older than this in schedule is stale, unless the cadence seen is slower (DIAGNOSIS.md 3.2). */
export const STALE_MINUTES = 30;

// A zone read differently moves a window by hours, never by more than a day.
const DISAGREED_MINUTES = 1_440;

// Older than this needs no counting, minute by minute.
const LONG_AGO_MS = 30 * DAY_MS;

/** When the snapshot was taken; undefined when Instantly did not say or said nonsense. */
export const takenAtOf = (
  snapshot: SendingSnapshot | undefined,
  now: InstantMs,
): InstantMs | undefined => {
  const takenAt = snapshot?.takenAt;
  return takenAt !== undefined && takenAt <= now + HOUR_MS ? Math.min(takenAt, now) : undefined;
};

const isSummaryOnly = ({
  loopCode,
  inboxCounts,
  campaignLimit,
  isInSchedule,
}: SendingSnapshot): boolean =>
  loopCode === null && !inboxCounts && !campaignLimit && isInSchedule === undefined;

/** Whether a snapshot may still be believed. Age counts in in-schedule minutes only. */
export const freshnessOf = (
  campaign: CampaignFacts,
  snapshot: SendingSnapshot,
  now: InstantMs,
  cadenceMs: number | undefined,
): Freshness => {
  const takenAt = takenAtOf(snapshot, now);
  if (takenAt === undefined) {
    // The summary alone carries no time at all: good enough to explain a standstill, never to call it healthy.
    const isExplained = isSummaryOnly(snapshot) && snapshot.code !== 'healthy';
    return isExplained && snapshot.takenAt === undefined ? 'fresh' : 'unknown_time';
  }
  const most = Math.max(STALE_MINUTES, (3 * (cadenceMs ?? 0)) / MINUTE_MS);
  const minutes = (now - takenAt) / MINUTE_MS;
  if (minutes <= most) return 'fresh';
  if (campaign.notSendingReason === 'out_of_schedule') return 'resting';
  const from = Math.max(takenAt, now - LONG_AGO_MS);
  const inSchedule = scheduleMinutesBetween(campaign.schedule, from, now);
  if (inSchedule !== null) {
    // Instantly saw no window where we saw one: its word on the schedule stands, ours cannot make it stale.
    const isTheirs =
      snapshot.isInSchedule === false &&
      minutes <= DISAGREED_MINUTES &&
      scheduleAt(campaign.schedule, takenAt).kind === 'inside';
    return inSchedule <= most || isTheirs ? 'resting' : 'stale';
  }
  return snapshot.isInSchedule === false ? 'resting' : 'stale';
};
