import { gatherLoopFacts } from './loop-facts.ts';
import type { CampaignStatus } from './plan.ts';
import type { LoopFacts, Snapshot } from './snapshot.ts';
import type { CampaignState, WorldState } from './state.ts';

/** An hour of loops with every inbox in error, and Instantly stops the campaign (assumed; not published). */
const LOOPS_TO_STOP = 12;

const LIFECYCLE_CODES: Readonly<Record<Exclude<CampaignStatus, 1>, string>> = {
  0: 'campaign_draft',
  2: 'campaign_paused',
  3: 'campaign_completed',
  4: 'campaign_running_subsequences',
  [-1]: 'campaign_accounts_unhealthy',
  [-2]: 'campaign_bounce_protect',
  [-99]: 'campaign_account_suspended',
};

function inboxCode(facts: LoopFacts): string | null {
  const able = facts.available + facts.inGap;
  if (facts.connected > 0 && facts.disconnected === facts.connected)
    return 'all_accounts_unhealthy';
  if (able > 0) return null;
  const full = facts.atDailyLimit + facts.atSlowRampLimit;
  return full > 0 ? 'account_daily_limit_met' : 'no_accounts_available';
}

function leadCode(facts: LoopFacts, uncontacted: number): string {
  if (facts.isAtNewLeadLimit && uncontacted > 0) return 'new_lead_limit_met';
  if (facts.isWaitingForEsp) return 'waiting_for_esp_match';
  if (uncontacted > 0 && facts.companiesAtLimit > 0) return 'domain_limit_reached';
  return facts.followUpsWaiting > 0 ? 'follow_up_delay_not_met' : 'waiting_for_leads';
}

function loopCodeOf(facts: LoopFacts, uncontacted: number): string {
  if (!facts.isInSchedule) return 'out_of_schedule';
  const inboxes = inboxCode(facts);
  if (inboxes === 'all_accounts_unhealthy') return inboxes;
  if (facts.isAtLimit) return 'daily_limit_met';
  if (inboxes !== null) return inboxes;
  if (facts.isNoLeadReady) return leadCode(facts, uncontacted);
  return facts.available > 0 || facts.isBetweenBatches ? 'healthy' : 'no_accounts_available';
}

function follow(
  world: WorldState,
  campaign: CampaignState,
  loopCode: string,
  facts: LoopFacts,
): Snapshot {
  const before = campaign.snapshot;
  const isSame = before !== null && before.loopCode === loopCode;
  const isIssue = loopCode !== 'healthy';
  return {
    takenAtMs: world.nowMs,
    code: loopCode,
    loopCode,
    issueSinceMs: isSame ? before.issueSinceMs : world.nowMs,
    loopsWithIssue: isIssue ? (isSame ? before.loopsWithIssue : 0) + 1 : 0,
    lastHealthySendMs: campaign.lastSentMs,
    facts,
  };
}

function stopIfNeeded(world: WorldState, campaign: CampaignState, snapshot: Snapshot): void {
  const { pool, settings } = campaign;
  if (snapshot.loopCode === 'all_accounts_unhealthy' && snapshot.loopsWithIssue >= LOOPS_TO_STOP) {
    campaign.status = -1;
  } else if (
    snapshot.loopCode === 'waiting_for_leads' &&
    !settings.isEvergreen &&
    pool.uncontacted.length === 0 &&
    snapshot.facts?.stranded === 0
  ) {
    const hasSubsequences = [...world.subsequences.values()].some(
      ({ parentId, status }) => parentId === campaign.id && status === 1,
    );
    campaign.status = hasSubsequences ? 4 : 3;
  } else return;
  campaign.updatedMs = world.nowMs;
}

/** One turn of the scheduler over one campaign: looks, stops what must stop, stores what it saw. A stopped campaign keeps the snapshot of the loop that found it stopped. */
export function runLoop(world: WorldState, campaign: CampaignState): void {
  if (campaign.frozenAtMs !== null && world.nowMs >= campaign.frozenAtMs) return;
  if (campaign.status === 1) {
    const facts = gatherLoopFacts(world, campaign);
    const loopCode = loopCodeOf(facts, campaign.pool.uncontacted.length);
    campaign.snapshot = follow(world, campaign, loopCode, facts);
    stopIfNeeded(world, campaign, campaign.snapshot);
  }
  if (campaign.status === 1) return;
  storeStopped(world, campaign, LIFECYCLE_CODES[campaign.status]);
}

function storeStopped(world: WorldState, campaign: CampaignState, code: string): void {
  const before = campaign.snapshot;
  const isSame = before?.code === code;
  if (isSame && campaign.status !== 4) return;
  campaign.snapshot = {
    takenAtMs: world.nowMs,
    code,
    // Seen live: a completed campaign keeps the code of its last loop (INSTANTLY.md 2.4, note 2).
    loopCode: campaign.status === 3 && before !== null ? before.loopCode : code,
    issueSinceMs: isSame ? before.issueSinceMs : world.nowMs,
    loopsWithIssue: isSame ? before.loopsWithIssue + 1 : 1,
    lastHealthySendMs: campaign.lastSentMs,
    facts: gatherLoopFacts(world, campaign),
  };
}

const REASONS: Readonly<Record<string, number>> = {
  out_of_schedule: 1,
  waiting_for_leads: 2,
  follow_up_delay_not_met: 2,
  new_lead_limit_met: 2,
  domain_limit_reached: 2,
  waiting_for_esp_match: 2,
  daily_limit_met: 3,
  account_daily_limit_met: 4,
  all_accounts_unhealthy: 99,
};

/** The coarse number of the list call (INSTANTLY.md 3.2); null is nothing wrong or not told. */
export function notSendingStatusOf(campaign: CampaignState): number | null {
  if (campaign.status !== 1 || campaign.snapshot === null) return null;
  return campaign.hasInstantlyError ? 99 : (REASONS[campaign.snapshot.loopCode] ?? null);
}
