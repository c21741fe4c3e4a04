import { type CampaignState, isoOf, type LoopFacts, type Snapshot } from '../world/index.ts';

const MESSAGES: Readonly<Record<string, string>> = {
  healthy: 'Campaign is sending normally',
  campaign_draft: 'Campaign is a draft',
  campaign_paused: 'Campaign is paused',
  campaign_completed: 'Campaign has completed',
  campaign_running_subsequences: 'Campaign is running subsequences',
  out_of_schedule: 'Campaign is outside of its sending schedule',
  follow_up_delay_not_met: 'Follow-up delays have not been met yet',
  waiting_for_leads: 'Waiting for leads to become available',
  new_lead_limit_met: 'Daily new lead limit has been reached',
  daily_limit_met: 'Campaign daily limit has been reached',
  account_daily_limit_met: 'All sending accounts have reached their daily limit',
  domain_limit_reached: 'Company sending limit has been reached',
  waiting_for_esp_match: 'Waiting for a sending account with a matching provider',
  no_accounts_available: 'No sending accounts are available',
  all_accounts_unhealthy: 'All sending accounts have errors',
  campaign_accounts_unhealthy: 'Campaign was stopped because its sending accounts have errors',
  campaign_bounce_protect: 'Campaign was paused because of a high bounce rate',
  campaign_account_suspended: 'Account is suspended',
};

const isoOrNull = (ms: number | null): string | null => (ms === null ? null : isoOf(ms));

function waitSeconds(facts: LoopFacts, takenAtMs: number): number | null {
  if (facts.nextFollowUpMs === null) return null;
  return Math.ceil((facts.nextFollowUpMs - takenAtMs) / 1_000);
}

function factsJson(facts: LoopFacts, takenAtMs: number, hasTimes: boolean): object {
  return {
    accounts_summary: {
      total_connected: facts.connected,
      available: facts.available,
      unavailable: {
        daily_limit_hit: facts.atDailyLimit,
        slow_ramp_limit_hit: facts.atSlowRampLimit,
        disconnected: facts.disconnected,
        global_gap_not_met: facts.inGap,
      },
    },
    campaign_daily_limit: {
      limit: facts.limitPerDay,
      sent: facts.sentToday,
      limit_hit: facts.isAtLimit,
    },
    new_lead_limit: {
      enabled: facts.newLeadsPerDay !== null,
      limit: facts.newLeadsPerDay,
      contacted: facts.newLeadsToday,
      limit_hit: facts.isAtNewLeadLimit,
    },
    schedule_status: { in_schedule: facts.isInSchedule },
    send_one_by_one: {
      enabled: facts.isOneByOne,
      single_account_per_wait_gap: facts.isOneByOne,
    },
    follow_ups_waiting: {
      count: facts.followUpsWaiting,
      earliest_wait_time_seconds: hasTimes ? waitSeconds(facts, takenAtMs) : null,
    },
    esp_routing_status: {
      enabled: facts.isEspMatching,
      waiting_for_match: facts.isWaitingForEsp,
      connected_esps: facts.providers,
    },
    domain_limiter: {
      active: facts.companiesAtLimit > 0,
      domains_at_limit: facts.companiesAtLimit,
    },
    leads_status: {
      no_leads_ready: facts.isNoLeadReady,
      account_unavailable_skips: facts.stranded,
      delay_not_met_skips: facts.delaySkips,
    },
  };
}

function diagnosticsJson(campaign: CampaignState, snapshot: Snapshot): object {
  const { statusShape: shape, parentId } = campaign;
  const hasTimes = shape !== 'nulls_for_times';
  const { facts } = snapshot;
  const isBare = shape === 'bare_out_of_schedule' && snapshot.code === 'out_of_schedule';
  return {
    campaign_id: parentId ?? campaign.id,
    ...(parentId === null ? {} : { subsequence_id: campaign.id }),
    last_updated: isoOf(snapshot.takenAtMs),
    status: snapshot.code,
    issue_tracking: {
      current_status_code: snapshot.loopCode,
      issue_first_seen_at: isoOf(snapshot.issueSinceMs),
      consecutive_loops_with_issue: snapshot.loopsWithIssue,
      last_healthy_send_at: hasTimes ? isoOrNull(snapshot.lastHealthySendMs) : null,
    },
    ...(isBare || facts === null ? {} : factsJson(facts, snapshot.takenAtMs, hasTimes)),
  };
}

function aiSummary(campaign: CampaignState, snapshot: Snapshot): string {
  const message = MESSAGES[snapshot.code] ?? snapshot.code;
  return `${message}. ${campaign.sentToday} emails have been sent today by ${campaign.senders.length} connected accounts.`;
}

function summaryJson(campaign: CampaignState, snapshot: Snapshot, withAi: boolean): object {
  const hasTimes = campaign.statusShape !== 'nulls_for_times';
  return {
    status: snapshot.code,
    status_message: MESSAGES[snapshot.code] ?? null,
    issue_started_at: isoOf(snapshot.issueSinceMs),
    last_healthy_send_at: hasTimes ? isoOrNull(snapshot.lastHealthySendMs) : null,
    ...(withAi ? { ai_summary: aiSummary(campaign, snapshot) } : {}),
  };
}

/** The sending status of a campaign or subsequence: what its last scheduler loop stored, in one of the shapes that occur (INSTANTLY.md 2.4). */
export function sendingStatusJson(
  campaign: CampaignState,
  withAi: boolean,
): { readonly diagnostics: object | null; readonly summary: object | null } {
  const { snapshot, statusShape: shape } = campaign;
  if (snapshot === null || shape === 'empty') return { diagnostics: null, summary: null };
  return {
    diagnostics: shape === 'summary_only' ? null : diagnosticsJson(campaign, snapshot),
    summary: shape === 'diagnostics_only' ? null : summaryJson(campaign, snapshot, withAi),
  };
}
