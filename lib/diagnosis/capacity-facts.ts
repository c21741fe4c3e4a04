import {
  type CapacityInput,
  type InboxRoom,
  type InboxSupply,
  nextInboxReset,
  scheduleAt,
  scheduleMinutesBetween,
  type Today,
} from '#forecast';
import type {
  CampaignFacts,
  InboxCounts,
  InstantMs,
  LeadFacts,
  SendingCode,
  SendingSnapshot,
  SentSample,
} from '#model';
import { DAY_MS, SECOND_MS } from '#model';
import type { CampaignInboxes, InboxCondition } from './campaign-inboxes.ts';

/** What a campaign's capacity input is gathered from. */
export interface CapacityFacts {
  readonly campaign: CampaignFacts;
  readonly snapshot: SendingSnapshot | undefined;
  /** When the snapshot was taken; undefined without a believable one. */
  readonly takenAt: InstantMs | undefined;
  readonly counts: InboxCounts | undefined;
  readonly inboxes: CampaignInboxes;
  readonly leads: LeadFacts | undefined;
  readonly series: readonly SentSample[];
  readonly today: Today | null;
  readonly now: InstantMs;
  /** The code that decides, where it is one of the 18: what it says of limits and inboxes holds for all of them. */
  readonly code: SendingCode | undefined;
}

/** Whether something counted at `at` still counts in the campaign's today. */
const isToday = (at: InstantMs | undefined, today: Today | null): boolean =>
  at !== undefined && (today === null || at >= today.startsAt);

const roomOf = ({ facts, triage, sentToday }: InboxCondition): InboxRoom => ({
  address: facts.address,
  limitPerDay: facts.limitPerDay,
  rampLimitPerDay: facts.isSlowRamp === true || facts.isSlowRamp === undefined ? undefined : null,
  sentToday,
  gapMinutes: facts.gapMinutes,
  isUp: triage.canSend,
});

/** Instantly's counts know what single facts may not: so many more are down, so many are at their limit. */
const withCounts = (
  rooms: readonly InboxRoom[],
  counts: InboxCounts | undefined,
  isSameDay: boolean,
): InboxRoom[] => {
  const isKnownDown = rooms.filter(({ isUp }) => isUp === false).length;
  let moreDown = Math.max(0, (counts?.disconnected ?? 0) - isKnownDown);
  let full = isSameDay ? (counts?.atDailyLimit ?? 0) : 0;
  for (const { isUp, sentToday, limitPerDay } of rooms) {
    if (isUp !== false && sentToday !== undefined && sentToday >= (limitPerDay ?? Infinity))
      full -= 1;
  }
  return rooms.map((room) => {
    if (room.isUp === false) return room;
    if (moreDown > 0) {
      moreDown -= 1;
      return { ...room, isUp: false };
    }
    if (full > 0 && room.sentToday === undefined && typeof room.limitPerDay === 'number') {
      full -= 1;
      return { ...room, sentToday: room.limitPerDay };
    }
    return room;
  });
};

/** Inboxes as the code has them all: at their limit, or broken. */
const asCodeSays = (supply: InboxSupply, code: SendingCode | undefined): InboxSupply => {
  const isFull = code === 'account_daily_limit_met';
  const isBroken = code === 'all_accounts_unhealthy' || code === 'campaign_accounts_unhealthy';
  if (!isFull && !isBroken) return supply;
  if (supply.kind === 'each') {
    const rooms = supply.rooms.map((room) =>
      isBroken
        ? { ...room, isUp: false }
        : { ...room, sentToday: room.limitPerDay ?? room.sentToday },
    );
    return { kind: 'each', rooms };
  }
  const { total } = supply.counts;
  const held = isFull ? { atDailyLimit: total } : { disconnected: total, atDailyLimit: 0 };
  return { kind: 'counts', counts: { ...supply.counts, available: 0, ...held } };
};

const supplyOf = (facts: CapacityFacts): InboxSupply | undefined => {
  const { inboxes, counts, takenAt, now, campaign, code } = facts;
  const isSameDay = takenAt === undefined || takenAt >= nextInboxReset(now) - DAY_MS;
  if (inboxes.isComplete && inboxes.each.length > 0) {
    const rooms = withCounts(inboxes.each.map(roomOf), counts, isSameDay);
    return asCodeSays({ kind: 'each', rooms }, code);
  }
  const total = counts?.total ?? (campaign.tagIds.length === 0 ? campaign.inboxes.length : 0);
  if (!counts && total === 0) return undefined;
  const known = counts ?? { ...NO_COUNTS, total };
  return asCodeSays(
    {
      kind: 'counts',
      counts: isSameDay ? known : { ...known, atDailyLimit: 0, atSlowRampLimit: 0 },
    },
    code,
  );
};

const NO_COUNTS: InboxCounts = {
  total: undefined,
  available: undefined,
  atDailyLimit: undefined,
  atSlowRampLimit: undefined,
  disconnected: undefined,
  inGap: undefined,
};

const FEWEST_SAMPLES = 3;

/** Mails per window hour since the first look of today, from at least three looks; undefined otherwise. */
const observedPerHour = ({ series, today, campaign }: CapacityFacts): number | undefined => {
  const samples = today ? series.filter(({ at }) => at >= today.startsAt) : [];
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || samples.length < FEWEST_SAMPLES) return undefined;
  const minutes = scheduleMinutesBetween(campaign.schedule, first.at, last.at) ?? 0;
  return minutes >= 30 && last.sent > first.sent
    ? ((last.sent - first.sent) * 60) / minutes
    : undefined;
};

const NOTHING_READY: ReadonlySet<SendingCode | undefined> = new Set([
  'waiting_for_leads',
  'follow_up_delay_not_met',
]);

const isNothingReady = ({ snapshot, code }: CapacityFacts): boolean =>
  snapshot?.leads?.isNoneReady === true || NOTHING_READY.has(code);

const followUpsDue = (facts: CapacityFacts): number | undefined => {
  const { snapshot, takenAt, today, code } = facts;
  // Those that wait are not due yet; only where nothing is ready do they bound what today can still bring.
  if (!isNothingReady(facts)) return undefined;
  const { count, earliestWaitSeconds } = snapshot?.followUps ?? {};
  if (count === undefined) return code === 'waiting_for_leads' ? 0 : undefined;
  // Due after the last window of the day has closed is due tomorrow.
  const lastClose = today?.windowsLeft.at(-1)?.closesAt ?? today?.endsAt;
  const isLater =
    takenAt !== undefined &&
    lastClose !== undefined &&
    typeof earliestWaitSeconds === 'number' &&
    takenAt + earliestWaitSeconds * SECOND_MS >= lastClose;
  return isLater ? 0 : Math.max(0, count);
};

/** Codes under which leads are left, and none of them may be written to today. */
const LEADS_HELD: ReadonlySet<SendingCode | undefined> = new Set([
  'domain_limit_reached',
  'waiting_for_esp_match',
]);

const uncontactedToday = (facts: CapacityFacts): number | undefined => {
  const { code, takenAt, today, leads } = facts;
  if (LEADS_HELD.has(code) && isToday(takenAt, today)) return 0;
  // Without figures Instantly's word that no lead is ready is the best there is.
  return uncontactedOf(leads) ?? (isNothingReady(facts) ? 0 : undefined);
};

/** Leads that no mail went to yet; undefined unless both counts are known. */
export const uncontactedOf = (leads: LeadFacts | undefined): number | undefined =>
  leads?.leads === undefined || leads.contacted === undefined
    ? undefined
    : Math.max(0, leads.leads - leads.contacted);

/** Instantly's word on the schedule where it differs from ours at the time of its snapshot; else ours goes on. */
const disagreement = ({ campaign, snapshot, takenAt }: CapacityFacts): boolean | undefined => {
  const theirs = snapshot?.isInSchedule;
  if (theirs === undefined || takenAt === undefined) return undefined;
  return (scheduleAt(campaign.schedule, takenAt).kind === 'inside') === theirs ? undefined : theirs;
};

const newLeadsPerDay = ({ campaign, snapshot }: CapacityFacts): number | null | undefined => {
  if (campaign.newLeadsPerDay !== undefined) return campaign.newLeadsPerDay;
  const said = snapshot?.newLeadLimit;
  return said?.isEnabled === false ? null : said?.limit;
};

const oneByOne = ({ snapshot }: CapacityFacts): boolean | undefined =>
  snapshot?.oneByOne &&
  snapshot.oneByOne.isEnabled !== false &&
  snapshot.oneByOne.isSingleInboxPerGap === true;

/** Everything the forecast needs of one campaign. What is unknown stays undefined and shows up in `assumed`. */
export const capacityInputOf = (facts: CapacityFacts): CapacityInput => {
  const { campaign, snapshot, takenAt, today, now, code } = facts;
  const isSameDay = isToday(takenAt, today);
  const said =
    campaign.limitPerDay === undefined ? snapshot?.campaignLimit?.limit : campaign.limitPerDay;
  // Below 0 nobody knows what is meant: it bounds nothing.
  const limitPerDay = said != null && said < 0 ? undefined : said;
  const counted = (value: number | undefined): number | undefined =>
    isSameDay || takenAt === undefined ? value && Math.max(0, value) : 0;
  return {
    now,
    schedule: campaign.schedule,
    isInScheduleAtInstantly: disagreement(facts),
    sentToday:
      counted(snapshot?.campaignLimit?.sent) ??
      (code === 'daily_limit_met' ? (limitPerDay ?? undefined) : undefined),
    limitPerDay,
    newLeadsPerDay: newLeadsPerDay(facts),
    newLeadsToday: counted(snapshot?.newLeadLimit?.contacted),
    gapMinutes: campaign.gapMinutes,
    randomGapMinutes: campaign.randomGapMinutes,
    isOneByOne: oneByOne(facts),
    inboxes: supplyOf(facts),
    uncontactedLeads: uncontactedToday(facts),
    followUpsDue: followUpsDue(facts),
    observedPerHour: observedPerHour(facts),
  };
};
