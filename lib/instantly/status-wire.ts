import * as z from 'zod/mini';
import { parseSubsequenceId } from '#model';
import { parseInstant } from './moment.ts';
import { sendingCode } from './sending-code.ts';
import {
  always,
  alwaysOrNull,
  clippedText,
  flag,
  list,
  maybeNull,
  number,
  textAs,
  waitSeconds,
} from './wire.ts';

const instantOrNull = alwaysOrNull(textAs(parseInstant));
const count = always(number);
const isSet = always(flag);

// Only the first four are documented to be there outside the schedule.
const Diagnostics = z.lazy(() =>
  z.object({
    campaign_id: always(z.string()),
    last_updated: always(textAs(parseInstant)),
    status: alwaysOrNull(sendingCode),
    issue_tracking: always(
      z.object({
        current_status_code: alwaysOrNull(sendingCode),
        issue_first_seen_at: instantOrNull,
        consecutive_loops_with_issue: count,
        last_healthy_send_at: instantOrNull,
      }),
    ),
    subsequence_id: maybeNull(textAs(parseSubsequenceId)),
    accounts_summary: maybeNull(
      z.object({
        total_connected: count,
        available: count,
        unavailable: always(
          z.object({
            daily_limit_hit: count,
            slow_ramp_limit_hit: count,
            disconnected: count,
            global_gap_not_met: count,
          }),
        ),
      }),
    ),
    campaign_daily_limit: maybeNull(
      z.object({ limit: maybeNull(number), sent: count, limit_hit: isSet }),
    ),
    new_lead_limit: maybeNull(
      z.object({ enabled: isSet, limit: maybeNull(number), contacted: count, limit_hit: isSet }),
    ),
    schedule_status: maybeNull(z.object({ in_schedule: isSet })),
    send_one_by_one: maybeNull(z.object({ enabled: isSet, single_account_per_wait_gap: isSet })),
    follow_ups_waiting: maybeNull(
      z.object({ count, earliest_wait_time_seconds: alwaysOrNull(waitSeconds) }),
    ),
    esp_routing_status: maybeNull(
      z.object({ enabled: isSet, waiting_for_match: isSet, connected_esps: always(list) }),
    ),
    domain_limiter: maybeNull(z.object({ active: isSet, domains_at_limit: count })),
    leads_status: maybeNull(
      z.object({
        no_leads_ready: isSet,
        account_unavailable_skips: count,
        delay_not_met_skips: count,
      }),
    ),
  }),
);

const Summary = z.lazy(() =>
  z.object({
    status: alwaysOrNull(sendingCode),
    status_message: maybeNull(clippedText(2_000)),
    issue_started_at: maybeNull(textAs(parseInstant)),
    last_healthy_send_at: maybeNull(textAs(parseInstant)),
    ai_summary: maybeNull(clippedText(4_000)),
  }),
);

/** The body of a sending status (INSTANTLY.md 2.4). */
export const statusBody = z.lazy(() =>
  z.object({
    diagnostics: alwaysOrNull(Diagnostics),
    summary: alwaysOrNull(Summary),
  }),
);

export type WireDiagnostics = z.infer<typeof Diagnostics>;
export type WireSummary = z.infer<typeof Summary>;
