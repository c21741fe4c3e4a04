import { sendersOf } from './build-campaigns.ts';
import { createCalendar } from './calendar.ts';
import { uuidFrom } from './ids.ts';
import { clearErrorFlag } from './inbox-faults.ts';
import { planBatch } from './sending.ts';
import type { CampaignSettings, CampaignState, InboxState, WorldState } from './state.ts';
import { DAY_MS, SECOND_MS } from './time.ts';

const BOUNCE_PROTECT_PAUSE_MS = 7 * DAY_MS;

const LAUNCH = 4;
const PAUSE = 5;
const UPDATE = 11;
const ACCOUNT_UPDATE = 36;

function note(
  world: WorldState,
  activity: number,
  campaignId: string | null,
  isFromApi: boolean,
): void {
  world.audit.push({
    id: uuidFrom(world.seed, `audit:${world.audit.length}`, world.nowMs),
    atMs: world.nowMs,
    activity,
    campaignId,
    isFromApi,
  });
}

/** Sending reacts 10 to 15 minutes after any change (INSTANTLY.md 4.1). */
function reactLater(world: WorldState, campaign: CampaignState): void {
  campaign.updatedMs = world.nowMs;
  planBatch(world, campaign, world.nowMs + campaign.random.int(600, 900) * SECOND_MS);
}

/** Starts or resumes a campaign; after Bounce Protect it is not stopped again for 7 days. */
export function activateCampaign(
  world: WorldState,
  campaign: CampaignState,
  isFromApi = true,
): void {
  if (campaign.status === -2) {
    campaign.bounceProtectOffUntilMs = world.nowMs + BOUNCE_PROTECT_PAUSE_MS;
  }
  campaign.status = 1;
  note(world, LAUNCH, campaign.parentId ?? campaign.id, isFromApi);
  reactLater(world, campaign);
}

/** Pauses a campaign. */
export function pauseCampaign(world: WorldState, campaign: CampaignState, isFromApi = true): void {
  campaign.status = 2;
  campaign.updatedMs = world.nowMs;
  note(world, PAUSE, campaign.parentId ?? campaign.id, isFromApi);
}

/** Changes what a campaign's owner can change. */
export function changeCampaign(
  world: WorldState,
  campaign: CampaignState,
  change: Partial<CampaignSettings>,
): void {
  Object.assign(campaign.settings, change);
  campaign.calendar = createCalendar(campaign.settings.schedule);
  campaign.senders = sendersOf(campaign.settings, world.inboxes);
  note(world, UPDATE, campaign.id, true);
  reactLater(world, campaign);
}

/** Pauses an inbox. */
export function pauseInbox(world: WorldState, inbox: InboxState): void {
  inbox.status = 2;
  inbox.updatedMs = world.nowMs;
  note(world, ACCOUNT_UPDATE, null, true);
}

/** Resumes an inbox or marks it as fixed: both clear the error flag, neither repairs a login. */
export function resumeInbox(world: WorldState, inbox: InboxState): void {
  clearErrorFlag(world, inbox);
  note(world, ACCOUNT_UPDATE, null, true);
}

/** Changes what an inbox's owner can change. */
export function changeInbox(
  world: WorldState,
  inbox: InboxState,
  change: Partial<
    Pick<InboxState, 'limitPerDay' | 'gapMinutes' | 'isSlowRamp' | 'firstName' | 'lastName'>
  >,
): void {
  Object.assign(inbox, change);
  inbox.updatedMs = world.nowMs;
  note(world, ACCOUNT_UPDATE, null, true);
}
