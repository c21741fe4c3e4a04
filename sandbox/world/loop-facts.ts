import {
  type Hindrance,
  hindranceOf,
  isAtCampaignLimit,
  isAtNewLeadLimit,
  rollCampaignDay,
} from './availability.ts';
import { isCompanyAtLimit, mayContact } from './lead-rules.ts';
import { countFollowUps } from './leads.ts';
import type { LoopFacts } from './snapshot.ts';
import type { CampaignState, WorldState } from './state.ts';
import { MINUTE_MS } from './time.ts';

function countHindrances(world: WorldState, campaign: CampaignState): Map<Hindrance, number> {
  const counts = new Map<Hindrance, number>();
  for (const inbox of campaign.senders) {
    const hindrance = hindranceOf(world, inbox);
    counts.set(hindrance, (counts.get(hindrance) ?? 0) + 1);
  }
  return counts;
}

function dueFollowUps(
  world: WorldState,
  campaign: CampaignState,
): { ready: number; stranded: number } {
  const due = { ready: 0, stranded: 0 };
  const senders = new Map(campaign.senders.map((inbox) => [inbox.address, inbox]));
  for (const [address, queue] of campaign.pool.followUps) {
    const count = queue.findIndex(({ dueMs }) => dueMs > world.nowMs);
    const inbox = senders.get(address);
    const hindrance = inbox === undefined ? 'disconnected' : hindranceOf(world, inbox);
    const isAble = hindrance === null || hindrance === 'gap';
    due[isAble ? 'ready' : 'stranded'] += count < 0 ? queue.length : count;
  }
  return due;
}

function newLeadState(
  world: WorldState,
  campaign: CampaignState,
): { isReady: boolean; isWaitingForEsp: boolean; companiesAtLimit: number } {
  const { uncontacted } = campaign.pool;
  const atLimit = [...campaign.companiesToday.keys()].filter((company) =>
    isCompanyAtLimit(world, campaign, company),
  );
  const open = uncontacted.some(({ company }) => !isCompanyAtLimit(world, campaign, company));
  const able = campaign.senders.filter((inbox) => {
    const hindrance = hindranceOf(world, inbox);
    return hindrance === null || hindrance === 'gap';
  });
  const isReady = able.some((inbox) => uncontacted.some(mayContact(world, campaign, inbox)));
  return {
    isReady,
    isWaitingForEsp: campaign.settings.isEspMatching && open && able.length > 0 && !isReady,
    companiesAtLimit: atLimit.length,
  };
}

function isBetweenBatches({ lastSentMs, settings }: CampaignState, now: number): boolean {
  const longestGapMs = (settings.gapMinutes + settings.randomGapMinutes) * MINUTE_MS;
  return lastSentMs !== null && now - lastSentMs < longestGapMs;
}

/** Looks at a campaign as the scheduler does in one loop. */
export function gatherLoopFacts(world: WorldState, campaign: CampaignState): LoopFacts {
  const now = world.nowMs;
  rollCampaignDay(campaign, now);
  const hindrances = countHindrances(world, campaign);
  const due = dueFollowUps(world, campaign);
  const followUps = countFollowUps(campaign.pool, now);
  const fresh = newLeadState(world, campaign);
  const newLeadLimitHit = isAtNewLeadLimit(campaign);
  return {
    isInSchedule: campaign.calendar.windowAt(now) !== null,
    connected: campaign.senders.length,
    available: hindrances.get(null) ?? 0,
    atDailyLimit: hindrances.get('daily_limit') ?? 0,
    atSlowRampLimit: hindrances.get('slow_ramp') ?? 0,
    disconnected: hindrances.get('disconnected') ?? 0,
    inGap: hindrances.get('gap') ?? 0,
    isBetweenBatches: isBetweenBatches(campaign, now),
    providers: [...new Set(campaign.senders.map(({ provider }) => provider))].sort(),
    limitPerDay: campaign.settings.limitPerDay,
    sentToday: campaign.sentToday,
    isAtLimit: isAtCampaignLimit(campaign),
    newLeadsPerDay: campaign.settings.newLeadsPerDay,
    newLeadsToday: campaign.newLeadsToday,
    isAtNewLeadLimit: newLeadLimitHit,
    isOneByOne: campaign.settings.isOneByOne,
    followUpsWaiting: followUps.waiting,
    nextFollowUpMs: followUps.nextDueMs,
    isEspMatching: campaign.settings.isEspMatching,
    isWaitingForEsp: fresh.isWaitingForEsp && due.ready === 0 && !newLeadLimitHit,
    companiesAtLimit: fresh.companiesAtLimit,
    isNoLeadReady: due.ready === 0 && (newLeadLimitHit || !fresh.isReady),
    stranded: due.stranded,
    delaySkips: followUps.waiting,
  };
}
