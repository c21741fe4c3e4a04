import { type CampaignSchedule, DAY_MS, type InstantMs } from '#model';
import { readSchedule } from './read-schedule.ts';
import { firstWindowInstant } from './schedule-at.ts';
import { dayNumberAt, zoneDay } from './zone-days.ts';

/** When the limits of inboxes start afresh: the next 00:00 UTC after `now` (INSTANTLY.md 4.1). */
export const nextInboxReset = (now: InstantMs): InstantMs =>
  (Math.floor(now / DAY_MS) + 1) * DAY_MS;

/** When the limits of a campaign start afresh: the next 00:00 in its first entry's zone; null when unreadable. */
export const nextCampaignReset = (
  schedule: CampaignSchedule | undefined,
  now: InstantMs,
): InstantMs | null => {
  const reading = readSchedule(schedule);
  if (reading.kind === 'unreadable') return null;
  return zoneDay(reading.timeZone, dayNumberAt(reading.timeZone, now)).endsAt;
};

/** When a reached campaign or new-lead limit stops holding mails back: the first window minute after its reset. */
export const campaignLimitClearsAt = (
  schedule: CampaignSchedule | undefined,
  now: InstantMs,
): InstantMs | null => {
  const reset = nextCampaignReset(schedule, now);
  return reset === null ? null : firstWindowInstant(schedule, reset);
};

/** When reached inbox limits stop holding mails back: the first window minute at or after the next 00:00 UTC. */
export const inboxLimitClearsAt = (
  schedule: CampaignSchedule | undefined,
  now: InstantMs,
): InstantMs | null => firstWindowInstant(schedule, nextInboxReset(now));
