import { DAY_MS, MINUTE_MS } from '#model';
import type { Situation } from './situations.ts';

/** One campaign at Instantly. */
export interface ModelCampaign {
  readonly id: string;
  readonly situation: Situation;
  readonly changedAt: number;
}

/** One workspace at Instantly. */
export interface ModelWorkspace {
  readonly id: string;
  readonly campaigns: Map<string, ModelCampaign>;
  readonly inboxes: readonly string[];
  /** Inboxes that cannot send now. */
  readonly brokenInboxes: Set<string>;
  /** Instantly looks at every campaign once in this time. */
  readonly loopMs: number;
  /** Whether its key may read tags. */
  readonly mayReadTags: boolean;
}

/** Status and body of an answer. */
export interface ModelAnswer {
  readonly status: number;
  readonly body: string;
  /** Whole, but about something that was not asked for. */
  readonly isOfAnother?: boolean;
}

const API = 'https://api.instantly.ai/api/v2/';
const PAGE = 100;
const iso = (time: number): string => new Date(time).toISOString();
const ok = (body: unknown): ModelAnswer => ({ status: 200, body: JSON.stringify(body) });
const NOT_FOUND: ModelAnswer = { status: 404, body: '{"message":"Not found"}' };
const NO_SCOPE: ModelAnswer = {
  status: 401,
  body: '{"message":"Invalid scope. Required: custom_tags:read."}',
};

/** The id of the n-th thing of a kind: a UUID, as Instantly's are. */
export const modelId = (kind: number, owner: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-${String(owner).padStart(4, '0')}-4000-8000-${String(n).padStart(12, '0')}`;

const subsequenceOf = (campaignId: string): string => `9${campaignId.slice(1)}`;

const listRow = (workspace: ModelWorkspace, { id, situation, changedAt }: ModelCampaign) => ({
  id,
  organization: workspace.id,
  name: `Campaign ${Number(id.slice(-12))}`,
  status: situation.status,
  not_sending_status: situation.reason,
  campaign_schedule: {},
  email_list: workspace.inboxes.slice(0, 1),
  daily_limit: 100,
  timestamp_created: iso(Date.UTC(2026, 0, 1)),
  timestamp_updated: iso(changedAt),
});

const lists = (workspace: ModelWorkspace, after: string | null): ModelAnswer => {
  const all = [...workspace.campaigns.values()];
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const page = all.slice(start, start + PAGE);
  const isLast = start + PAGE >= all.length;
  return ok({
    items: page.map((campaign) => listRow(workspace, campaign)),
    ...(isLast ? {} : { next_starting_after: page.at(-1)?.id }),
  });
};

const statusOf = (
  { loopMs }: ModelWorkspace,
  { id, situation }: ModelCampaign,
  now: number,
): ModelAnswer => {
  const { code, answer } = situation;
  if (answer === 'not_found') return NOT_FOUND;
  if (answer === 'empty') return ok({ diagnostics: null, summary: null });
  const lookedAt = Math.floor(now / loopMs) * loopMs;
  const body = ok({
    diagnostics: {
      campaign_id: answer === 'of_another' ? modelId(8, 0, 0) : id,
      last_updated: iso(lookedAt),
      status: code,
      issue_tracking: { current_status_code: code, consecutive_loops_with_issue: 0 },
      schedule_status: { in_schedule: code !== 'out_of_schedule' },
      campaign_daily_limit: {
        limit: 100,
        sent: Math.floor((now % DAY_MS) / (20 * MINUTE_MS)),
        limit_hit: code === 'daily_limit_met',
      },
    },
    summary: { status: code },
  });
  return { ...body, isOfAnother: answer === 'of_another' };
};

const inboxRows = (workspace: ModelWorkspace, isOnlyErrors: boolean): ModelAnswer =>
  ok({
    items: workspace.inboxes
      .filter((email) => !isOnlyErrors || workspace.brokenInboxes.has(email))
      .map((email) => ({
        email,
        organization: workspace.id,
        status: workspace.brokenInboxes.has(email) ? -1 : 1,
        warmup_status: 1,
        provider_code: 2,
        setup_pending: false,
        daily_limit: 100,
      })),
  });

const totals = (campaignIds: readonly string[]): ModelAnswer =>
  ok(
    campaignIds.map((campaign_id) => ({
      campaign_id,
      leads_count: 5_000,
      contacted_count: 100,
      new_leads_contacted_count: 100,
      completed_count: 10,
      bounced_count: 0,
      unsubscribed_count: 0,
      emails_sent_count: 100,
    })),
  );

const subsequenceRow = (campaignId: string) => ({
  id: subsequenceOf(campaignId),
  parent_campaign: campaignId,
  name: 'Follow-up',
  status: 1,
  subsequence_schedule: {},
});

const subsequenceStatus = ({ loopMs }: ModelWorkspace, id: string, now: number): ModelAnswer =>
  ok({
    diagnostics: {
      campaign_id: `0${id.slice(1)}`,
      subsequence_id: id,
      last_updated: iso(Math.floor(now / loopMs) * loopMs),
      status: 'healthy',
      issue_tracking: { current_status_code: 'healthy' },
    },
    summary: { status: 'healthy' },
  });

/** What a workspace answers to an address. `now` is true time. */
export const answerOf = (workspace: ModelWorkspace, url: string, now: number): ModelAnswer => {
  const [path = '', query = ''] = url.slice(API.length).split('?');
  const parameters = new URLSearchParams(query);
  const [first, second, third] = path.split('/');
  if (path === 'campaigns') return lists(workspace, parameters.get('starting_after'));
  if (path === 'campaigns/analytics') return totals(parameters.getAll('ids'));
  if (path === 'accounts') return inboxRows(workspace, parameters.has('filter'));
  if (path === 'accounts/analytics/daily') return ok([]);
  if (path === 'custom-tags') return workspace.mayReadTags ? ok({ items: [] }) : NO_SCOPE;
  if (path === 'subsequences') {
    return ok({ items: [subsequenceRow(parameters.get('parent_campaign') ?? '')] });
  }
  if (first === 'subsequences') return subsequenceStatus(workspace, second ?? '', now);
  const campaign = workspace.campaigns.get(second ?? '');
  if (first === 'campaigns' && third === 'sending-status' && campaign) {
    return statusOf(workspace, campaign, now);
  }
  return NOT_FOUND;
};
