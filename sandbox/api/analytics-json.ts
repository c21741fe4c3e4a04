import type { CampaignState, DayCount } from '../world/index.ts';

const sumOf = (days: readonly DayCount[], pick: (day: DayCount) => number): number =>
  days.reduce((sum, day) => sum + pick(day), 0);

/** The totals of a campaign; over its whole life, history before the simulation included, when `days` is null (INSTANTLY.md 2.6). */
export function campaignTotalsJson(
  campaign: CampaignState,
  days: readonly DayCount[] | null,
  hasLeads: boolean,
): object {
  const { pool, sentBefore } = campaign;
  const contacted = pool.total - pool.uncontacted.length;
  const before = days === null ? sentBefore : 0;
  const sent = days === null ? campaign.sentInAll : sumOf(days, (day) => day.sent);
  const bounced = days === null ? campaign.bouncedInAll : sumOf(days, (day) => day.bounced);
  const replies = days === null ? campaign.repliedInAll : sumOf(days, (day) => day.replies);
  const newLeads = days === null ? contacted : sumOf(days, (day) => day.newLeads);
  const replyCount = replies + Math.round(before * 0.04);
  return {
    campaign_name: campaign.settings.name,
    campaign_id: campaign.id,
    campaign_status: campaign.status,
    campaign_is_evergreen: campaign.settings.isEvergreen,
    leads_count: hasLeads ? pool.total : 0,
    contacted_count: newLeads,
    open_count: 0,
    reply_count: replyCount,
    reply_count_unique: replyCount,
    link_click_count: 0,
    bounced_count: bounced + Math.round(before * 0.01),
    unsubscribed_count: 0,
    completed_count: Math.round(newLeads * 0.4),
    emails_sent_count: sent + before,
    new_leads_contacted_count: newLeads,
    total_opportunities: Math.round(replyCount / 10),
    total_opportunity_value: Math.round(replyCount / 10) * 100,
  };
}

const dayJson = (date: string, counts: DayCount): object => ({
  date,
  sent: counts.sent,
  contacted: counts.sent,
  new_leads_contacted: counts.newLeads,
  opened: 0,
  unique_opened: 0,
  replies: counts.replies,
  unique_replies: counts.replies,
  replies_automatic: 0,
  unique_replies_automatic: 0,
  clicks: 0,
  unique_clicks: 0,
});

/** One UTC day of campaigns; there is no column for bounces. */
export const campaignDayJson = (date: string, counts: DayCount): object => ({
  ...dayJson(date, counts),
  opportunities: 0,
  unique_opportunities: 0,
});

/** One UTC day of one inbox. */
export const accountDayJson = (email: string, date: string, counts: DayCount): object => ({
  ...dayJson(date, counts),
  email_account: email,
  bounced: counts.bounced,
});
