import type { InboxCounts, SendingSnapshot } from '#model';
import type { WireDiagnostics, WireSummary } from './status-wire.ts';
import { type Oddities, takeEntries } from './wire.ts';

const parseEsp = (raw: unknown): number | undefined =>
  typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined;

const readInboxCounts = (diagnostics: WireDiagnostics, odd: Oddities): InboxCounts | undefined => {
  const body = odd.take(diagnostics.accounts_summary);
  if (!body) return undefined;
  const held = odd.take(body.unavailable);
  return {
    total: odd.take(body.total_connected),
    available: odd.take(body.available),
    atDailyLimit: held && odd.take(held.daily_limit_hit),
    atSlowRampLimit: held && odd.take(held.slow_ramp_limit_hit),
    disconnected: held && odd.take(held.disconnected),
    inGap: held && odd.take(held.global_gap_not_met),
  };
};

const readLimits = (diagnostics: WireDiagnostics, odd: Oddities) => {
  const campaign = odd.take(diagnostics.campaign_daily_limit);
  const newLeads = odd.take(diagnostics.new_lead_limit);
  return {
    campaignLimit: campaign
      ? {
          limit: odd.take(campaign.limit),
          sent: odd.take(campaign.sent),
          isHit: odd.take(campaign.limit_hit),
        }
      : undefined,
    newLeadLimit: newLeads
      ? {
          isEnabled: odd.take(newLeads.enabled),
          limit: odd.take(newLeads.limit),
          contacted: odd.take(newLeads.contacted),
          isHit: odd.take(newLeads.limit_hit),
        }
      : undefined,
  };
};

const readPace = (diagnostics: WireDiagnostics, odd: Oddities) => {
  const schedule = odd.take(diagnostics.schedule_status);
  const oneByOne = odd.take(diagnostics.send_one_by_one);
  const followUps = odd.take(diagnostics.follow_ups_waiting);
  return {
    isInSchedule: schedule ? odd.take(schedule.in_schedule) : undefined,
    oneByOne: oneByOne
      ? {
          isEnabled: odd.take(oneByOne.enabled),
          isSingleInboxPerGap: odd.take(oneByOne.single_account_per_wait_gap),
        }
      : undefined,
    followUps: followUps
      ? {
          count: odd.take(followUps.count),
          earliestWaitSeconds: odd.take(followUps.earliest_wait_time_seconds),
        }
      : undefined,
  };
};

const readLeads = (diagnostics: WireDiagnostics, odd: Oddities) => {
  const esp = odd.take(diagnostics.esp_routing_status);
  const domains = odd.take(diagnostics.domain_limiter);
  const leads = odd.take(diagnostics.leads_status);
  return {
    espRouting: esp
      ? {
          isEnabled: odd.take(esp.enabled),
          isWaitingForMatch: odd.take(esp.waiting_for_match),
          connectedEsps: takeEntries(odd.take(esp.connected_esps), parseEsp, odd),
        }
      : undefined,
    domainLimiter: domains
      ? {
          isActive: odd.take(domains.active),
          domainsAtLimit: odd.take(domains.domains_at_limit),
        }
      : undefined,
    leads: leads
      ? {
          isNoneReady: odd.take(leads.no_leads_ready),
          inboxUnavailableSkips: odd.take(leads.account_unavailable_skips),
          delaySkips: odd.take(leads.delay_not_met_skips),
        }
      : undefined,
  };
};

const NOTHING = {
  loopCode: null,
  takenAt: undefined,
  loopsWithIssue: undefined,
  subsequenceId: undefined,
  inboxCounts: undefined,
  campaignLimit: undefined,
  newLeadLimit: undefined,
  isInSchedule: undefined,
  oneByOne: undefined,
  followUps: undefined,
  espRouting: undefined,
  domainLimiter: undefined,
  leads: undefined,
} as const;

const readDiagnostics = (diagnostics: WireDiagnostics, odd: Oddities) => {
  const issue = odd.take(diagnostics.issue_tracking);
  return {
    code: odd.take(diagnostics.status) ?? null,
    issueSince: issue && odd.take(issue.issue_first_seen_at),
    lastHealthySendAt: issue && odd.take(issue.last_healthy_send_at),
    rest: {
      loopCode: (issue && odd.take(issue.current_status_code)) ?? null,
      takenAt: odd.take(diagnostics.last_updated),
      loopsWithIssue: issue && odd.take(issue.consecutive_loops_with_issue),
      subsequenceId: odd.take(diagnostics.subsequence_id) ?? undefined,
      inboxCounts: readInboxCounts(diagnostics, odd),
      ...readLimits(diagnostics, odd),
      ...readPace(diagnostics, odd),
      ...readLeads(diagnostics, odd),
    },
  };
};

/** A snapshot in our words, from either half of a sending status or both (INSTANTLY.md 2.4). */
export const readSnapshot = (
  diagnostics: WireDiagnostics | null | undefined,
  summary: WireSummary | null | undefined,
  odd: Oddities,
): SendingSnapshot => {
  const own = diagnostics && readDiagnostics(diagnostics, odd);
  const summaryCode = (summary && odd.take(summary.status)) ?? null;
  const summaryIssue = summary && odd.take(summary.issue_started_at);
  const summarySend = summary && odd.take(summary.last_healthy_send_at);
  return {
    ...(own?.rest ?? NOTHING),
    code: own?.code ?? summaryCode,
    summaryCode: own?.code ? summaryCode : null,
    issueSince: own?.issueSince ?? summaryIssue ?? undefined,
    lastHealthySendAt: own?.lastHealthySendAt ?? summarySend ?? undefined,
    message: (summary && odd.take(summary.status_message)) ?? undefined,
    aiSummary: (summary && odd.take(summary.ai_summary)) ?? undefined,
  };
};
