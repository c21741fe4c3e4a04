import {
  type CampaignState,
  DAY_MS,
  isoOf,
  notSendingStatusOf,
  type WorldState,
} from '../world/index.ts';

const DAYS = ['0', '1', '2', '3', '4', '5', '6'];

/** A schedule in Instantly's spelling; only some campaigns name the days that are off. */
export function scheduleJson({ settings, id }: CampaignState): unknown {
  const { startDate, endDate, entries } = settings.schedule;
  const isNamingAll = id.charCodeAt(id.length - 1) % 2 === 0;
  return {
    start_date: startDate,
    end_date: endDate,
    schedules: entries.map(({ name, from, to, days, timezone }) => ({
      name,
      timing: { from, to },
      days: Object.fromEntries(
        DAYS.map((day) => [day, days.includes(Number(day))] as const).filter(
          ([, isOn]) => isOn || isNamingAll,
        ),
      ),
      timezone,
    })),
  };
}

const BODY =
  'Hey {{firstName}},\n\nI noticed that {{companyName}} is growing its team, and thought this might be of use.\n\nWorth a short call next week?\n\n{{sendingAccountFirstName}}';

/** The mails of a campaign: subject and body of each step. */
export function sequencesJson({ delaysDays, parentId }: CampaignState): unknown {
  const steps = [...delaysDays, 0].map((delay, index) => ({
    type: 'email',
    delay,
    delay_unit: 'days',
    ...(parentId !== null && index === 0 ? { pre_delay: 1, pre_delay_unit: 'days' } : {}),
    variants: [
      { subject: index === 0 ? 'Question about {{companyName}}' : '', body: BODY },
      ...(index === 0 ? [{ subject: '{{firstName}}, quick one', body: BODY }] : []),
    ],
  }));
  return [{ steps }];
}

/** A campaign in full (INSTANTLY.md 2.2). A campaign with nothing wrong has `not_sending_status` null or lacks it. */
export function campaignJson(world: WorldState, campaign: CampaignState): Record<string, unknown> {
  const { settings, id } = campaign;
  const reason = notSendingStatusOf(campaign);
  const hasNull = id.charCodeAt(id.length - 2) % 2 === 0;
  return {
    id,
    name: settings.name,
    status: campaign.status,
    ...(reason !== null || hasNull ? { not_sending_status: reason } : {}),
    campaign_schedule: scheduleJson(campaign),
    timestamp_created: isoOf(campaign.createdMs),
    timestamp_updated: isoOf(campaign.updatedMs),
    pl_value: 100,
    is_evergreen: settings.isEvergreen,
    sequences: sequencesJson(campaign),
    email_gap: settings.gapMinutes,
    random_wait_max: settings.randomGapMinutes,
    text_only: false,
    first_email_text_only: false,
    email_list: settings.inboxes,
    email_tag_list: settings.tagIds,
    daily_limit: settings.limitPerDay,
    daily_max_leads: settings.newLeadsPerDay,
    prioritize_new_leads: settings.isPrioritizingNewLeads,
    match_lead_esp: settings.isEspMatching,
    stop_on_reply: true,
    stop_on_auto_reply: false,
    stop_for_company: false,
    link_tracking: false,
    open_tracking: false,
    insert_unsubscribe_header: true,
    allow_risky_contacts: false,
    disable_bounce_protect: settings.isBounceProtectOff,
    limit_emails_per_company_override: null,
    auto_variant_select: null,
    cc_list: [],
    bcc_list: [],
    provider_routing_rules: [],
    core_variables: {},
    custom_variables: {},
    organization: world.workspaceId,
    owned_by: world.ownerId,
    ai_sdr_id: null,
    ...campaign.kept,
  };
}

/** A subsequence (INSTANTLY.md 2.5). */
export function subsequenceJson(world: WorldState, subsequence: CampaignState): unknown {
  return {
    id: subsequence.id,
    timestamp_created: isoOf(subsequence.createdMs),
    timestamp_leads_updated: isoOf(subsequence.lastSentMs ?? subsequence.createdMs + DAY_MS),
    parent_campaign: subsequence.parentId,
    workspace: world.workspaceId,
    status: subsequence.status,
    name: subsequence.settings.name,
    conditions: { crm_status: [], lead_activity: [2], reply_contains: '' },
    subsequence_schedule: scheduleJson(subsequence),
    sequences: sequencesJson(subsequence),
    daily_limit_mode: 'inherit',
    daily_limit: null,
    ignore_account_daily_limit: false,
  };
}
