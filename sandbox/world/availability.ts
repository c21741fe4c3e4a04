import type { CampaignState, InboxState } from './state.ts';
import { DAY_MS, MINUTE_MS, nextLocalMidnight, type WorldMs } from './time.ts';

/** Why an inbox cannot send at an instant; null is it can. */
export type Hindrance = 'disconnected' | 'paused' | 'daily_limit' | 'slow_ramp' | 'gap' | null;

/** Starts a new count when the UTC day has changed. */
function rollInboxDay(inbox: InboxState, now: WorldMs): void {
  const utcDay = Math.floor(now / DAY_MS);
  if (inbox.utcDay === utcDay) return;
  inbox.utcDay = utcDay;
  inbox.sentToday = 0;
}

/** Campaign mails a slow ramp allows an inbox today: 2 more each UTC day (INSTANTLY.md 4.1). */
export function slowRampCap(inbox: InboxState, now: WorldMs): number {
  if (!inbox.isSlowRamp) return Number.POSITIVE_INFINITY;
  return inbox.rampFrom + 2 * (Math.floor(now / DAY_MS) - inbox.rampStartUtcDay);
}

/** What keeps an inbox from sending now. */
export function hindranceOf(inbox: InboxState, now: WorldMs): Hindrance {
  rollInboxDay(inbox, now);
  if (inbox.status < 0) return 'disconnected';
  if (inbox.status !== 1 || inbox.isSetupPending) return 'paused';
  if (inbox.limitPerDay !== null && inbox.sentToday >= inbox.limitPerDay) return 'daily_limit';
  if (inbox.sentToday >= slowRampCap(inbox, now)) return 'slow_ramp';
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
