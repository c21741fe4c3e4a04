import { type CampaignState, DAY_MS, type DayCount, utcDateOf } from '../world/index.ts';
import { accountDayJson, campaignDayJson, campaignTotalsJson } from './analytics-json.ts';
import { ApiError } from './request.ts';
import type { Call, Route } from './route.ts';

const DEFAULT_SPAN_DAYS = 30;
const MAX_SPAN_DAYS = 31;
const MAX_EMAILS = 200;

interface Range {
  /** First and last UTC date, both included. */
  readonly from: string;
  readonly to: string;
}

function rangeOf({ world, request: { query } }: Call): Range {
  const from = query.get('start_date')?.slice(0, 10);
  const to = query.get('end_date')?.slice(0, 10);
  const range = {
    from: from ?? utcDateOf(world.nowMs - DEFAULT_SPAN_DAYS * DAY_MS),
    to: to ?? utcDateOf(world.nowMs),
  };
  if (range.from > range.to) {
    throw new ApiError(400, 'dates', { message: 'Start Date must be earlier than End Date' });
  }
  return range;
}

const daysIn = (days: ReadonlyMap<string, DayCount>, { from, to }: Range): [string, DayCount][] =>
  [...days].filter(([date]) => date >= from && date <= to).sort(([a], [b]) => (a < b ? -1 : 1));

function chosen({ world, request: { query } }: Call): CampaignState[] {
  const ids = [...query.getAll('id'), ...query.getAll('ids'), ...query.getAll('campaign_id')];
  const status = query.get('campaign_status');
  return [...world.state.campaigns.values()].filter(
    (campaign) =>
      (ids.length === 0 || ids.includes(campaign.id)) &&
      (status === null || campaign.status === Number(status)),
  );
}

function totals(call: Call): unknown {
  const range = rangeOf(call);
  const { query } = call.request;
  const isWhole = query.get('start_date') === null && query.get('end_date') === null;
  const hasLeads = query.get('exclude_total_leads_count') !== 'true';
  return chosen(call)
    .filter(({ sentInAll, sentBefore }) => sentInAll + sentBefore > 0)
    .map((campaign) =>
      campaignTotalsJson(
        campaign,
        isWhole ? null : daysIn(campaign.days, range).map(([, counts]) => counts),
        hasLeads,
      ),
    );
}

function daily(call: Call): unknown {
  const range = rangeOf(call);
  const byDate = new Map<string, DayCount>();
  for (const campaign of chosen(call)) {
    for (const [date, counts] of daysIn(campaign.days, range)) {
      const sum = byDate.get(date) ?? { sent: 0, newLeads: 0, bounced: 0, replies: 0 };
      byDate.set(date, {
        sent: sum.sent + counts.sent,
        newLeads: sum.newLeads + counts.newLeads,
        bounced: sum.bounced + counts.bounced,
        replies: sum.replies + counts.replies,
      });
    }
  }
  return daysIn(byDate, range).map(([date, counts]) => campaignDayJson(date, counts));
}

function accountsDaily(call: Call): unknown {
  const emails = call.request.query.getAll('emails').flatMap((value) => value.split(','));
  if (emails.length === 0) {
    throw new ApiError(413, 'Analytics request is too large for this workspace');
  }
  if (emails.length > MAX_EMAILS) {
    throw new ApiError(400, 'querystring/emails must NOT have more than 200 items');
  }
  const range = rangeOf(call);
  if (Date.parse(range.to) - Date.parse(range.from) > MAX_SPAN_DAYS * DAY_MS) {
    throw new ApiError(400, 'Date range must not exceed 31 days');
  }
  return emails.flatMap((email) => {
    const inbox = call.world.state.inboxes.get(email);
    if (inbox === undefined) return [];
    return daysIn(inbox.days, range).map(([date, counts]) => accountDayJson(email, date, counts));
  });
}

/** Analytics: no scope is documented for these (INSTANTLY.md 1.2). */
export const ANALYTICS_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/campaigns/analytics', scope: null, handle: totals },
  { method: 'GET', path: '/campaigns/analytics/daily', scope: null, handle: daily },
  { method: 'GET', path: '/accounts/analytics/daily', scope: null, handle: accountsDaily },
];
