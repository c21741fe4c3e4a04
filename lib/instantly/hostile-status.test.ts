import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampaignId } from '#model';
import { InstantlyError } from './error.ts';
import { differences, hostileValue, mutated, pathsOf } from './fixtures/mutations.ts';
import { CAMPAIGN_ID, healthyStatusBody, liveStatusBody } from './fixtures/payloads.ts';
import { readStatus } from './read-status.ts';

const SUBJECT = { campaignId: CAMPAIGN_ID as CampaignId };

const read = (body: unknown) => readStatus(body, SUBJECT, 0);

const snapshotOf = (body: unknown) => {
  const { value } = read(body);
  if (value.kind !== 'read') throw new Error('Nothing read');
  return value.snapshot;
};

/** Which of our fields each of Instantly's feeds. A field that is fed by two shows the other one's value. */
const FEEDS: Readonly<Record<string, readonly string[]>> = {
  'diagnostics.campaign_id': [],
  'diagnostics.subsequence_id': ['subsequenceId'],
  'diagnostics.last_updated': ['takenAt'],
  'diagnostics.status': ['code', 'summaryCode'],
  'diagnostics.issue_tracking.current_status_code': ['loopCode'],
  'diagnostics.issue_tracking.issue_first_seen_at': ['issueSince'],
  'diagnostics.issue_tracking.consecutive_loops_with_issue': ['loopsWithIssue'],
  'diagnostics.issue_tracking.last_healthy_send_at': ['lastHealthySendAt'],
  'diagnostics.accounts_summary.total_connected': ['inboxCounts.total'],
  'diagnostics.accounts_summary.available': ['inboxCounts.available'],
  'diagnostics.accounts_summary.unavailable.daily_limit_hit': ['inboxCounts.atDailyLimit'],
  'diagnostics.accounts_summary.unavailable.slow_ramp_limit_hit': ['inboxCounts.atSlowRampLimit'],
  'diagnostics.accounts_summary.unavailable.disconnected': ['inboxCounts.disconnected'],
  'diagnostics.accounts_summary.unavailable.global_gap_not_met': ['inboxCounts.inGap'],
  'diagnostics.accounts_summary': ['inboxCounts'],
  'diagnostics.campaign_daily_limit.limit': ['campaignLimit.limit'],
  'diagnostics.campaign_daily_limit.sent': ['campaignLimit.sent'],
  'diagnostics.campaign_daily_limit.limit_hit': ['campaignLimit.isHit'],
  'diagnostics.campaign_daily_limit': ['campaignLimit'],
  'diagnostics.new_lead_limit.enabled': ['newLeadLimit.isEnabled'],
  'diagnostics.new_lead_limit.limit': ['newLeadLimit.limit'],
  'diagnostics.new_lead_limit.contacted': ['newLeadLimit.contacted'],
  'diagnostics.new_lead_limit.limit_hit': ['newLeadLimit.isHit'],
  'diagnostics.new_lead_limit': ['newLeadLimit'],
  'diagnostics.schedule_status': ['isInSchedule'],
  'diagnostics.send_one_by_one.enabled': ['oneByOne.isEnabled'],
  'diagnostics.send_one_by_one.single_account_per_wait_gap': ['oneByOne.isSingleInboxPerGap'],
  'diagnostics.send_one_by_one': ['oneByOne'],
  'diagnostics.follow_ups_waiting.count': ['followUps.count'],
  'diagnostics.follow_ups_waiting.earliest_wait_time_seconds': ['followUps.earliestWaitSeconds'],
  'diagnostics.follow_ups_waiting': ['followUps'],
  'diagnostics.esp_routing_status.enabled': ['espRouting.isEnabled'],
  'diagnostics.esp_routing_status.waiting_for_match': ['espRouting.isWaitingForMatch'],
  'diagnostics.esp_routing_status.connected_esps': ['espRouting.connectedEsps'],
  'diagnostics.esp_routing_status': ['espRouting'],
  'diagnostics.domain_limiter.active': ['domainLimiter.isActive'],
  'diagnostics.domain_limiter.domains_at_limit': ['domainLimiter.domainsAtLimit'],
  'diagnostics.domain_limiter': ['domainLimiter'],
  'diagnostics.leads_status.no_leads_ready': ['leads.isNoneReady'],
  'diagnostics.leads_status.account_unavailable_skips': ['leads.inboxUnavailableSkips'],
  'diagnostics.leads_status.delay_not_met_skips': ['leads.delaySkips'],
  'diagnostics.leads_status': ['leads'],
  'summary.status': ['summaryCode'],
  'summary.status_message': ['message'],
  'summary.issue_started_at': [],
  'summary.last_healthy_send_at': [],
  'summary.ai_summary': ['aiSummary'],
};

const ISSUE = ['loopCode', 'issueSince', 'loopsWithIssue', 'lastHealthySendAt'];

/** Our fields that a change at a place of Instantly's may reach; undefined when it may reach all of them. */
const reachOf = (path: string): readonly string[] | undefined => {
  if (path === 'diagnostics') return undefined;
  if (path === 'summary') return ['summaryCode', 'message', 'aiSummary'];
  if (path === 'diagnostics.issue_tracking') return ISSUE;
  if (path === 'diagnostics.accounts_summary.unavailable') return ['inboxCounts'];
  const known = Object.keys(FEEDS)
    .filter((key) => path === key || path.startsWith(`${key}.`))
    .toSorted((a, b) => b.length - a.length)[0];
  if (known === undefined) throw new Error(`No entry for ${path}`);
  return FEEDS[known];
};

describe.each([
  ['the documented answer', healthyStatusBody],
  ['a real answer', liveStatusBody],
])('%s with any field changed', (_, body) => {
  const before = snapshotOf(body);

  test('never throws, and only the field that was changed differs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(body)), hostileValue, (path, value) => {
        const place = path.join('.');
        const changed = mutated(body, path, value);
        if (place === 'diagnostics.campaign_id' && typeof value === 'string') {
          expect(() => read(changed)).toThrow('bad_body');
          return;
        }
        const reach = reachOf(place);
        for (const difference of differences(before, snapshotOf(changed))) {
          const isReached =
            reach?.some((field) => difference === field || difference.startsWith(`${field}.`)) ??
            true;
          expect(isReached, `${place} reached ${difference}`).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('many at once: an answer or a bad body, nothing else', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...pathsOf(body)), hostileValue), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(changes, (all) => {
        const changed = all.reduce<unknown>((so, [path, to]) => mutated(so, path, to), body);
        try {
          const { value, oddities } = read(changed);
          expect(oddities).toBeGreaterThanOrEqual(0);
          expect(JSON.stringify(value).length).toBeLessThan(50_000);
        } catch (error) {
          expect(error).toBeInstanceOf(InstantlyError);
          expect(error).toMatchObject({ kind: 'bad_body' });
        }
      }),
    );
  });

  test('each wrong type is counted once and read as undefined', () => {
    for (const place of pathsOf(body).map((path) => path.join('.'))) {
      const target = FEEDS[place]?.[0];
      if (!target || /\.status$|_code$/.test(place)) continue;
      const changed = mutated(body, place.split('.'), ['wrong']);
      expect(read(changed).oddities, place).toBe(1);
    }
  });
});
