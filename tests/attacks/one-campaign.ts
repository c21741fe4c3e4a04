import type { CampaignId, Health, Observation, Verdict, WorkspaceId } from '#model';
import { mutated } from '../../lib/instantly/fixtures/mutations.ts';
import {
  CAMPAIGN_ID,
  campaignBody,
  healthyStatusBody,
  WORKSPACE_ID,
} from '../../lib/instantly/fixtures/payloads.ts';

// One campaign from what Instantly answers to what we say of it.

export const NOW = Date.parse('2026-03-06T15:00:00Z');
export const FRESH = '2026-03-06T14:58:00.000Z';

export const load = async () => {
  const [{ createClient }, { diagnoseFleet }] = await Promise.all([
    import('#instantly'),
    import('#diagnosis'),
  ]);
  const diagnose = (observation: Observation): Verdict | undefined =>
    diagnoseFleet({
      workspaceId: WORKSPACE_ID as WorkspaceId,
      observations: [observation],
      inboxes: [],
      inboxDays: [],
      leads: new Map(),
      subsequences: new Map(),
      sentSeries: new Map(),
      previous: new Map(),
      isInboxReadingAllowed: false,
      now: NOW,
    })[0];
  return { createClient, diagnose };
};

const changed = (body: unknown, ...changes: readonly [string, unknown][]): unknown =>
  changes.reduce((so, [path, value]) => mutated(so, path.split('.'), value), body);

/** Inside its hours, just looked at, and everything in order. */
export const STATUS = changed(
  healthyStatusBody,
  ['diagnostics.last_updated', FRESH],
  ['diagnostics.issue_tracking.last_healthy_send_at', FRESH],
  ['diagnostics.accounts_summary.available', 5],
  [
    'diagnostics.accounts_summary.unavailable',
    { daily_limit_hit: 0, slow_ramp_limit_hit: 0, disconnected: 0, global_gap_not_met: 0 },
  ],
  ['diagnostics.domain_limiter.domains_at_limit', 0],
  ['diagnostics.leads_status.account_unavailable_skips', 0],
);
export const CAMPAIGN = mutated(
  mutated(campaignBody, ['not_sending_status'], null),
  ['campaign_schedule', 'end_date'],
  null,
);

/** The health that follows from what Instantly answers about one campaign. */
export const healthFrom = async (
  { createClient, diagnose }: Awaited<ReturnType<typeof load>>,
  campaign: unknown,
  status: unknown,
): Promise<Health | undefined> => {
  const client = createClient({
    key: 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=',
    now: () => NOW,
    workspaceId: WORKSPACE_ID as WorkspaceId,
    fetch: async (url) => Response.json(url.includes('sending-status') ? status : campaign),
  });
  const facts = (await client.campaign(CAMPAIGN_ID as CampaignId)).value;
  const reading = (await client.sendingStatus(CAMPAIGN_ID as CampaignId)).value;
  return diagnose({ campaign: facts, listedAt: NOW, reading })?.health;
};

export const codeOf = (diagnostics: unknown, summary: unknown): unknown =>
  mutated(mutated(STATUS, ['diagnostics', 'status'], diagnostics), ['summary', 'status'], summary);
