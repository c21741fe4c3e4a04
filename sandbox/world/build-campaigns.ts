import { nextCampaignReset } from './availability.ts';
import { createCalendar, type Schedule } from './calendar.ts';
import { uuidFrom } from './ids.ts';
import { dateOfDay } from './inbox-days.ts';
import { addFollowUp, drawLeads } from './leads.ts';
import type { CampaignPlan, SubsequencePlan } from './plan.ts';
import { createRandom } from './random.ts';
import type { CampaignState, DayCount, InboxState, Tag } from './state.ts';
import { DAY_MS, type WorldMs } from './time.ts';

/** Weekdays from nine to five on the American east coast: what a plan without a schedule gets. */
export const DEFAULT_SCHEDULE: Schedule = {
  startDate: null,
  endDate: null,
  entries: [
    {
      name: 'Business hours',
      from: '09:00',
      to: '17:00',
      days: [1, 2, 3, 4, 5],
      timezone: 'America/Detroit',
    },
  ],
};

/** The inboxes that send for a campaign: those listed and those that carry one of its tags. */
export function sendersOf(
  campaign: { readonly inboxes: readonly string[]; readonly tagIds: readonly string[] },
  inboxes: ReadonlyMap<string, InboxState>,
): readonly InboxState[] {
  const listed = new Set(campaign.inboxes);
  const tags = new Set(campaign.tagIds);
  return [...inboxes.values()].filter(
    ({ address, tagIds }) => listed.has(address) || tagIds.some((id) => tags.has(id)),
  );
}

function spreadFollowUps(campaign: CampaignState, plan: CampaignPlan): void {
  const { followUps } = plan;
  if (followUps === undefined || campaign.senders.length === 0) return;
  const stepMs = (followUps.lastDueMs - followUps.firstDueMs) / Math.max(1, followUps.count - 1);
  for (let i = 0; i < followUps.count; i++) {
    const inbox = campaign.senders[i % campaign.senders.length];
    if (inbox === undefined) continue;
    const dueMs = Math.round(followUps.firstDueMs + i * stepMs);
    addFollowUp(campaign.pool, inbox.address, { dueMs, step: 1 });
  }
}

/** How much of a week's mails goes out on each day from Sunday on: nobody sends alike on all of them. */
const SHARES = [0, 0.86, 1.06, 1.12, 1.04, 0.92, 0] as const;

const shareOf = (day: number): number => SHARES[new Date(day * DAY_MS).getUTCDay()] ?? 0;

/** Spreads what was sent before the simulation over the weekdays of the four weeks before it; no day is over the limit. */
function recordPast(campaign: CampaignState, { firstDay, movedDays }: Surroundings): void {
  const past = Array.from({ length: 28 }, (_, i) => firstDay - (i + 1)).filter(
    (day) => shareOf(day - movedDays) > 0,
  );
  let before = 0;
  past.forEach((day) => {
    const date = dateOfDay(day);
    const from = before;
    before += shareOf(day - movedDays) / past.length;
    const share = (n: number): number => Math.floor(before * n) - Math.floor(from * n);
    const { limitPerDay: most } = campaign.settings;
    addPastDay(campaign.days, date, Math.min(share(campaign.sentBefore), most ?? Infinity));
    campaign.senders.forEach(({ days, limitPerDay }, at) => {
      const mine = share(Math.floor((campaign.sentBefore + at) / campaign.senders.length));
      const already = days.get(date)?.sent ?? 0;
      addPastDay(days, date, Math.min(mine, Math.max(0, (limitPerDay ?? mine) - already)));
    });
  });
}

function addPastDay(days: Map<string, DayCount>, date: string, sent: number): void {
  if (sent === 0) return;
  const before = days.get(date) ?? { sent: 0, newLeads: 0, bounced: 0, replies: 0 };
  days.set(date, {
    ...before,
    sent: before.sent + sent,
    newLeads: before.newLeads + Math.round(sent / 2),
  });
}

/** Where a campaign is put: what it shares with the rest of the world. */
export interface Surroundings {
  readonly seed: string;
  readonly beginMs: WorldMs;
  /** The numbered day on which it begins. */
  readonly firstDay: number;
  /** By how many days that is another than the plan was made for. */
  readonly movedDays: number;
  readonly inboxes: ReadonlyMap<string, InboxState>;
  readonly tags: ReadonlyMap<string, Tag>;
}

function settingsOf(plan: CampaignPlan, tags: ReadonlyMap<string, Tag>): CampaignState['settings'] {
  return {
    name: plan.name,
    schedule: plan.schedule ?? DEFAULT_SCHEDULE,
    inboxes: plan.inboxes ?? [],
    tagIds: (plan.tags ?? []).flatMap((label) => tags.get(label)?.id ?? []),
    limitPerDay: plan.limitPerDay === undefined ? 100 : plan.limitPerDay,
    newLeadsPerDay: plan.newLeadsPerDay ?? null,
    gapMinutes: plan.gapMinutes ?? 10,
    randomGapMinutes: plan.randomGapMinutes ?? 10,
    isOneByOne: plan.isOneByOne ?? false,
    isPrioritizingNewLeads: plan.isPrioritizingNewLeads ?? false,
    isEspMatching: plan.isEspMatching ?? false,
    isBounceProtectOff: plan.isBounceProtectOff ?? false,
    isEvergreen: plan.isEvergreen ?? false,
  };
}

/** A campaign as it stands when the simulation begins. `label` tells apart campaigns of one name. */
export function buildCampaign(
  plan: CampaignPlan,
  label: string,
  around: Surroundings,
  parentId: string | null = null,
): CampaignState {
  const { seed, beginMs } = around;
  const random = createRandom(seed, label);
  const age = random.int(8, 160) * DAY_MS + random.int(0, 86_399) * 1_000;
  const createdMs = plan.createdMs ?? beginMs - age;
  const settings = settingsOf(plan, around.tags);
  const leads = plan.leads ?? 2_000;
  const companies = Math.max(1, plan.companies ?? leads);
  const sentBefore = plan.sentBefore ?? Math.round(leads * 0.6);
  const campaign: CampaignState = {
    id: uuidFrom(seed, label, createdMs),
    parentId,
    settings,
    calendar: createCalendar(settings.schedule),
    senders: sendersOf(settings, around.inboxes),
    status: plan.status ?? 1,
    createdMs,
    updatedMs: Math.max(createdMs, beginMs - random.int(1, 6) * DAY_MS),
    delaysDays: plan.followUpDelaysDays ?? [3, 4],
    pool: {
      total: leads + Math.round(sentBefore / 2),
      uncontacted: drawLeads(leads, companies, plan.googleLeadShare ?? 0.6, random),
      followUps: new Map(),
    },
    bounceRate: plan.bounceRate ?? 0.012,
    replyRate: plan.replyRate ?? 0.04,
    sentBefore,
    random,
    statusShape: plan.statusShape ?? 'full',
    frozenAtMs: plan.snapshotFrozenAtMs ?? null,
    plannedEvents: plan.events ?? [],
    isSilent: false,
    hasInstantlyError: false,
    generation: 0,
    nextBatchAtMs: null,
    turn: 0,
    nextResetAtMs: 0,
    sentToday: 0,
    newLeadsToday: 0,
    companiesToday: new Map(),
    lastSentMs: null,
    lastBounces: [],
    bounceProtectOffUntilMs: 0,
    sentInAll: 0,
    bouncedInAll: 0,
    repliedInAll: 0,
    days: new Map(),
    snapshot: null,
    kept: {},
  };
  campaign.nextResetAtMs = nextCampaignReset(campaign, beginMs);
  spreadFollowUps(campaign, plan);
  recordPast(campaign, around);
  return campaign;
}

/** A subsequence: the same machine with its parent's senders and window. */
export function buildSubsequence(
  plan: SubsequencePlan,
  parent: CampaignState,
  around: Surroundings,
): CampaignState {
  return buildCampaign(
    {
      name: plan.name,
      status: plan.status ?? 1,
      schedule: parent.settings.schedule,
      inboxes: parent.senders.map(({ address }) => address),
      limitPerDay: null,
      followUpDelaysDays: [2],
      leads: plan.leads,
      sentBefore: 0,
      isEvergreen: true,
    },
    `subsequence:${parent.id}:${plan.name}`,
    around,
    parent.id,
  );
}
