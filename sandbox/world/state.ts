import type { Calendar, Schedule } from './calendar.ts';
import type { EventQueue } from './event-queue.ts';
import type { InboxDays } from './inbox-days.ts';
import type { LeadPool } from './leads.ts';
import type { CampaignEvent, CampaignStatus, InboxFault, StatusShape } from './plan.ts';
import type { Random } from './random.ts';
import type { Snapshot } from './snapshot.ts';
import type { WorldMs } from './time.ts';

/** Mails of one UTC day. */
export interface DayCount {
  sent: number;
  newLeads: number;
  bounced: number;
  replies: number;
}

/** One mail that left. */
export interface Mail {
  readonly atMs: WorldMs;
  /** Of the subsequence, when one sent it. */
  readonly campaignId: string;
  readonly inbox: string;
  readonly kind: 'new_lead' | 'follow_up' | 'subsequence';
  /** Company of a new lead within its campaign. */
  readonly company: number | null;
  readonly hasBounced: boolean;
}

/** What the mail server answered last, in Instantly's spelling. */
export interface StatusMessage {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly e_message?: string;
  readonly responseCode?: number;
}

/** A sending inbox as it is now. */
export interface InboxState {
  readonly address: string;
  firstName: string;
  lastName: string;
  readonly provider: number;
  readonly createdMs: WorldMs;
  updatedMs: WorldMs;
  lastUsedMs: WorldMs | null;
  /** `Account.status` (INSTANTLY.md 3.4). */
  status: number;
  statusMessage: StatusMessage | null;
  /** What is really wrong: a lost login comes back after a mere resume. */
  fault: InboxFault | null;
  warmupStatus: number;
  warmupScore: number | null;
  readonly isSetupPending: boolean;
  limitPerDay: number | null;
  gapMinutes: number;
  isSlowRamp: boolean;
  readonly rampFrom: number;
  readonly rampStartDay: number;
  readonly tagIds: string[];
  /** Number of the day (`inbox-days.ts`) to which `sentToday` belongs. */
  day: number;
  sentToday: number;
  readonly days: Map<string, DayCount>;
  /** Fields that the API keeps and the simulation does not use. */
  readonly kept: Record<string, unknown>;
}

/** What a campaign's owner can change. */
export interface CampaignSettings {
  name: string;
  schedule: Schedule;
  inboxes: readonly string[];
  tagIds: readonly string[];
  limitPerDay: number | null;
  newLeadsPerDay: number | null;
  gapMinutes: number;
  randomGapMinutes: number;
  isOneByOne: boolean;
  isPrioritizingNewLeads: boolean;
  isEspMatching: boolean;
  isBounceProtectOff: boolean;
  isEvergreen: boolean;
}

/** A campaign, or a subsequence of one, as it is now. */
export interface CampaignState {
  readonly id: string;
  readonly parentId: string | null;
  readonly settings: CampaignSettings;
  calendar: Calendar;
  senders: readonly InboxState[];
  status: CampaignStatus;
  readonly createdMs: WorldMs;
  updatedMs: WorldMs;
  readonly delaysDays: readonly number[];
  readonly pool: LeadPool;
  readonly bounceRate: number;
  readonly replyRate: number;
  readonly sentBefore: number;
  readonly random: Random;
  readonly statusShape: StatusShape;
  readonly frozenAtMs: WorldMs | null;
  readonly plannedEvents: readonly CampaignEvent[];
  isSilent: boolean;
  hasInstantlyError: boolean;
  /** Batches planned before the last change carry an older number and are void. */
  generation: number;
  nextBatchAtMs: WorldMs | null;
  turn: number;
  nextResetAtMs: WorldMs;
  sentToday: number;
  newLeadsToday: number;
  readonly companiesToday: Map<number, number>;
  lastSentMs: WorldMs | null;
  lastBounces: boolean[];
  bounceProtectOffUntilMs: WorldMs;
  sentInAll: number;
  bouncedInAll: number;
  repliedInAll: number;
  readonly days: Map<string, DayCount>;
  snapshot: Snapshot | null;
  /** Fields that the API keeps and the simulation does not use. */
  readonly kept: Record<string, unknown>;
}

/** A tag on inboxes or campaigns. */
export interface Tag {
  readonly id: string;
  readonly label: string;
  readonly createdMs: WorldMs;
}

/** An entry of the workspace's audit log; `activity` is Instantly's number (INSTANTLY.md 2.8). */
export interface AuditEntry {
  readonly id: string;
  readonly atMs: WorldMs;
  readonly activity: number;
  readonly campaignId: string | null;
  readonly isFromApi: boolean;
}

/** What happens at an instant of the world. */
export type WorldEvent =
  | { readonly kind: 'batch'; readonly campaign: CampaignState; readonly generation: number }
  | { readonly kind: 'loop'; readonly campaign: CampaignState }
  | { readonly kind: 'planned'; readonly campaign: CampaignState; readonly planned: CampaignEvent }
  | { readonly kind: 'fault'; readonly inbox: InboxState; readonly fault: InboxFault }
  | { readonly kind: 'recovery'; readonly inbox: InboxState; readonly fault: InboxFault }
  | { readonly kind: 'utc_midnight' };

/** Everything a simulated workspace is made of. */
export interface WorldState {
  readonly seed: string;
  readonly workspaceId: string;
  readonly ownerId: string;
  readonly workspaceName: string;
  readonly createdMs: WorldMs;
  nowMs: WorldMs;
  readonly queue: EventQueue<WorldEvent>;
  readonly inboxes: Map<string, InboxState>;
  readonly campaigns: Map<string, CampaignState>;
  readonly subsequences: Map<string, CampaignState>;
  readonly tags: Map<string, Tag>;
  readonly mails: Mail[];
  readonly audit: AuditEntry[];
  /** Background jobs as the API shows them. */
  readonly jobs: { readonly id: string; readonly [field: string]: unknown }[];
  readonly leadsPerCompanyPerDay: number | null;
  /** The day to which an instant belongs in the counts of inboxes. */
  readonly inboxDayAt: InboxDays;
  readonly faultsPerDay: number;
  /** Before then inboxes fail only as planned. */
  readonly faultsFromMs: WorldMs;
  readonly random: Random;
}
