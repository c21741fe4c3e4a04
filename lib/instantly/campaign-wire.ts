import * as z from 'zod/mini';
import type { CampaignFacts, WorkspaceId } from '#model';
import { parseCampaignId, parseInboxAddress, parseWorkspaceId } from '#model';
import { lifecycle, notSendingReason } from './enums.ts';
import { parseInstant } from './moment.ts';
import { readSchedule, scheduleBody } from './schedule-wire.ts';
import { parseTagId } from './tag-id.ts';
import {
  always,
  clippedText,
  flag,
  list,
  maybeNull,
  number,
  type Oddities,
  takeEntries,
  textAs,
  waitMinutes,
} from './wire.ts';

// Only what is used: the e-mail copy in `sequences` is most of a page and goes at once.
const Campaign = z.lazy(() =>
  z.object({
    id: textAs(parseCampaignId),
    organization: maybeNull(textAs(parseWorkspaceId)),
    name: always(clippedText(300)),
    status: always(lifecycle),
    not_sending_status: maybeNull(notSendingReason),
    campaign_schedule: always(scheduleBody),
    email_list: maybeNull(list),
    email_tag_list: maybeNull(list),
    daily_limit: maybeNull(number),
    daily_max_leads: maybeNull(number),
    email_gap: maybeNull(waitMinutes),
    random_wait_max: maybeNull(waitMinutes),
    prioritize_new_leads: maybeNull(flag),
    match_lead_esp: maybeNull(flag),
    disable_bounce_protect: maybeNull(flag),
    is_evergreen: maybeNull(flag),
    timestamp_created: always(textAs(parseInstant)),
    timestamp_updated: always(textAs(parseInstant)),
  }),
);

/**
 * A campaign in our words (INSTANTLY.md 2.2), filed under `workspaceId`, else under its own `organization`.
 * Undefined without a valid id or any workspace.
 */
export const readCampaign = (
  raw: unknown,
  workspaceId: WorkspaceId | undefined,
  odd: Oddities,
): CampaignFacts | undefined => {
  const parsed = Campaign.safeParse(raw);
  if (!parsed.success) return undefined;
  const row = parsed.data;
  const owner = workspaceId ?? odd.take(row.organization);
  if (owner == null) return undefined;
  return {
    id: row.id,
    workspaceId: owner,
    name: odd.take(row.name) ?? '',
    lifecycle: odd.take(row.status),
    notSendingReason: odd.take(row.not_sending_status),
    schedule: readSchedule(odd.take(row.campaign_schedule), odd),
    inboxes: takeEntries(odd.take(row.email_list), parseInboxAddress, odd),
    tagIds: takeEntries(odd.take(row.email_tag_list), parseTagId, odd),
    limitPerDay: odd.take(row.daily_limit),
    newLeadsPerDay: odd.take(row.daily_max_leads),
    gapMinutes: odd.take(row.email_gap),
    randomGapMinutes: odd.take(row.random_wait_max),
    isPrioritizingNewLeads: odd.take(row.prioritize_new_leads) ?? undefined,
    isEspMatching: odd.take(row.match_lead_esp) ?? undefined,
    isBounceProtectOff: odd.take(row.disable_bounce_protect) ?? undefined,
    isEvergreen: odd.take(row.is_evergreen) ?? undefined,
    createdAt: odd.take(row.timestamp_created),
    updatedAt: odd.take(row.timestamp_updated),
  };
};
