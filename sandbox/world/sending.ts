import {
  hindranceOf,
  isAtCampaignLimit,
  isAtNewLeadLimit,
  nextCampaignReset,
  rollCampaignDay,
} from './availability.ts';
import { dateOfDay } from './inbox-days.ts';
import { mayContact } from './lead-rules.ts';
import { addFollowUp, takeFollowUp, takeNewLead } from './leads.ts';
import type { CampaignState, DayCount, InboxState, WorldState } from './state.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS, type WorldMs } from './time.ts';

const RETRY_MS = MINUTE_MS;
/** Bounce Protect looks at this many mails; the threshold is not published, 12 % is an assumption. */
const BOUNCE_SAMPLE = 60;
const BOUNCES_TO_STOP = 7;

interface Choice {
  readonly step: number;
  readonly company: number | null;
}

function dayOf(days: Map<string, DayCount>, date: string): DayCount {
  const known = days.get(date);
  if (known !== undefined) return known;
  const fresh: DayCount = { sent: 0, newLeads: 0, bounced: 0, replies: 0 };
  days.set(date, fresh);
  return fresh;
}

function takeNew(world: WorldState, campaign: CampaignState, inbox: InboxState): Choice | null {
  if (isAtNewLeadLimit(campaign)) return null;
  const lead = takeNewLead(campaign.pool, mayContact(world, campaign, inbox));
  return lead === null ? null : { step: 0, company: lead.company };
}

function takeDue(campaign: CampaignState, inbox: InboxState, now: WorldMs): Choice | null {
  const followUp = takeFollowUp(campaign.pool, inbox.address, now);
  return followUp === null ? null : { step: followUp.step, company: null };
}

function chooseMail(world: WorldState, campaign: CampaignState, inbox: InboxState): Choice | null {
  return campaign.settings.isPrioritizingNewLeads
    ? (takeNew(world, campaign, inbox) ?? takeDue(campaign, inbox, world.nowMs))
    : (takeDue(campaign, inbox, world.nowMs) ?? takeNew(world, campaign, inbox));
}

function kindOf(campaign: CampaignState, choice: Choice): 'subsequence' | 'new_lead' | 'follow_up' {
  if (campaign.parentId !== null) return 'subsequence';
  return choice.company === null ? 'follow_up' : 'new_lead';
}

function countMail(
  counts: DayCount,
  isNewLead: boolean,
  hasBounced: boolean,
  hasReplied: boolean,
): void {
  counts.sent++;
  if (isNewLead) counts.newLeads++;
  if (hasBounced) counts.bounced++;
  if (hasReplied) counts.replies++;
}

function send(world: WorldState, campaign: CampaignState, inbox: InboxState, choice: Choice): void {
  const now = world.nowMs;
  const { company, step } = choice;
  const hasBounced = campaign.random.chance(campaign.bounceRate);
  const hasReplied = !hasBounced && campaign.random.chance(campaign.replyRate);
  inbox.sentToday++;
  inbox.lastUsedMs = now;
  campaign.sentToday++;
  campaign.sentInAll++;
  campaign.lastSentMs = now;
  if (company !== null) {
    campaign.newLeadsToday++;
    campaign.companiesToday.set(company, (campaign.companiesToday.get(company) ?? 0) + 1);
  }
  if (hasBounced) campaign.bouncedInAll++;
  if (hasReplied) campaign.repliedInAll++;
  const delayDays = campaign.delaysDays[step];
  if (delayDays !== undefined && !hasBounced && !hasReplied) {
    addFollowUp(campaign.pool, inbox.address, { dueMs: now + delayDays * DAY_MS, step: step + 1 });
  }
  const date = dateOfDay(world.inboxDayAt(now));
  for (const days of [campaign.days, inbox.days]) {
    countMail(dayOf(days, date), company !== null, hasBounced, hasReplied);
  }
  world.mails.push({
    atMs: now,
    campaignId: campaign.id,
    inbox: inbox.address,
    kind: kindOf(campaign, choice),
    company,
    hasBounced,
  });
  campaign.lastBounces.push(hasBounced);
  if (campaign.lastBounces.length > BOUNCE_SAMPLE) campaign.lastBounces.shift();
}

function protectFromBounces(world: WorldState, campaign: CampaignState): void {
  const { lastBounces, settings } = campaign;
  if (settings.isBounceProtectOff || world.nowMs < campaign.bounceProtectOffUntilMs) return;
  if (lastBounces.length < BOUNCE_SAMPLE) return;
  if (lastBounces.filter(Boolean).length < BOUNCES_TO_STOP) return;
  campaign.status = -2;
  campaign.updatedMs = world.nowMs;
}

/** Puts a campaign's next batch on the clock; every batch planned before is void. */
export function planBatch(world: WorldState, campaign: CampaignState, atMs: WorldMs): void {
  campaign.generation++;
  campaign.nextBatchAtMs = atMs;
  world.queue.add(atMs, { kind: 'batch', campaign, generation: campaign.generation });
}

function sendBatch(world: WorldState, campaign: CampaignState): number {
  const { senders } = campaign;
  let sent = 0;
  for (let i = 0; i < senders.length && !isAtCampaignLimit(campaign); i++) {
    const inbox = senders[(campaign.turn + i) % senders.length];
    if (inbox === undefined || hindranceOf(world, inbox) !== null) continue;
    const choice = chooseMail(world, campaign, inbox);
    if (choice === null) continue;
    send(world, campaign, inbox, choice);
    sent++;
    if (campaign.settings.isOneByOne) {
      campaign.turn += i;
      break;
    }
  }
  campaign.turn = (campaign.turn + 1) % Math.max(1, senders.length);
  return sent;
}

/** Lets a campaign send what it may at this instant and plans its next try: after its gap when it sent, a minute later when it could not. */
export function runBatch(world: WorldState, campaign: CampaignState): void {
  const now = world.nowMs;
  campaign.nextBatchAtMs = null;
  if (campaign.status !== 1) return;
  if (campaign.calendar.windowAt(now) === null) {
    const opensMs = campaign.calendar.nextOpening(now);
    if (opensMs !== null) {
      planBatch(world, campaign, opensMs + campaign.random.int(5, 240) * SECOND_MS);
    }
    return;
  }
  rollCampaignDay(campaign, now);
  if (isAtCampaignLimit(campaign)) {
    planBatch(world, campaign, nextCampaignReset(campaign, now));
    return;
  }
  const sent = campaign.isSilent || campaign.hasInstantlyError ? 0 : sendBatch(world, campaign);
  protectFromBounces(world, campaign);
  const { gapMinutes, randomGapMinutes } = campaign.settings;
  const gapMs = (gapMinutes + campaign.random.next() * randomGapMinutes) * MINUTE_MS;
  planBatch(world, campaign, now + (sent > 0 ? Math.max(SECOND_MS, Math.round(gapMs)) : RETRY_MS));
}
