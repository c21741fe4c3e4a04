import type { CampaignState, InboxState, WorldState } from './state.ts';
import { MINUTE_MS, nextLocalMidnight, type WorldMs } from './time.ts';

/** Why an inbox cannot send at an instant; null is it can. */
export type Hindrance = 'disconnected' | 'paused' | 'daily_limit' | 'slow_ramp' | 'gap' | null;

/** Starts a new count when the inboxes' day has changed. */
function rollInboxDay(inbox: InboxState, today: number): void {
  if (inbox.day === today) return;
  inbox.day = today;
  inbox.sentToday = 0;
}

/** Campaign mails a slow ramp allows an inbox today: 2 more each UTC day (INSTANTLY.md 4.1). */
function slowRampCap(inbox: InboxState, today: number): number {
  if (!inbox.isSlowRamp) return Number.POSITIVE_INFINITY;
  return inbox.rampFrom + 2 * (today - inbox.rampStartDay);
}

/** What keeps an inbox from sending now. */
export function hindranceOf(world: WorldState, inbox: InboxState): Hindrance {
  const now = world.nowMs;
  const today = world.inboxDayAt(now);
  rollInboxDay(inbox, today);
  if (inbox.status < 0) return 'disconnected';
  if (inbox.status !== 1 || inbox.isSetupPending) return 'paused';
  if (inbox.limitPerDay !== null && inbox.sentToday >= inbox.limitPerDay) return 'daily_limit';
  if (inbox.sentToday >= slowRampCap(inbox, today)) return 'slow_ramp';
  if (inbox.lastUsedMs !== null && now - inbox.lastUsedMs < inbox.gapMinutes * MINUTE_MS) {
    return 'gap';
  }
  return null;
}

const zoneOf = (campaign: CampaignState): string =>
  campaign.settings.schedule.entries[0]?.timezone ?? 'Etc/GMT';

/** The next instant at which a campaign's own limits begin anew: midnight in the zone of its first schedule entry. */
export const nextCampaignReset = (campaign: CampaignState, now: WorldMs): WorldMs =>
  nextLocalMidnight(now, zoneOf(campaign));

/** Starts new counts when the campaign's local day has changed. */
export function rollCampaignDay(campaign: CampaignState, now: WorldMs): void {
  if (now < campaign.nextResetAtMs) return;
  campaign.nextResetAtMs = nextCampaignReset(campaign, now);
  campaign.sentToday = 0;
  campaign.newLeadsToday = 0;
  campaign.companiesToday.clear();
}

/** Whether the campaign's own daily limit is reached; 0 and null are no limit. */
export const isAtCampaignLimit = ({ settings, sentToday }: CampaignState): boolean =>
  settings.limitPerDay !== null && settings.limitPerDay > 0 && sentToday >= settings.limitPerDay;

/** Whether no further new lead may be contacted today; −1 and 0 stop new leads. */
export const isAtNewLeadLimit = ({ settings, newLeadsToday }: CampaignState): boolean =>
  settings.newLeadsPerDay !== null && newLeadsToday >= settings.newLeadsPerDay;
