import type { Schedule } from './calendar.ts';
import type { WorldMs } from './time.ts';

/** Numbers of `Campaign.status` (INSTANTLY.md 3.1). */
export type CampaignStatus = -99 | -2 | -1 | 0 | 1 | 2 | 3 | 4;

/** What can befall an inbox; the mail server's words for each stand in `inbox-faults.ts`. */
export type InboxFault =
  | 'login_lost'
  | 'gmail_quota'
  | 'too_many'
  | 'bad_lead_domain'
  | 'warmup_banned'
  | 'maintenance';

/** How much of a sending status Instantly shows for a campaign (INSTANTLY.md 2.4 and its notes). */
export type StatusShape =
  | 'full'
  /** Both halves null: no data. */
  | 'empty'
  /** No diagnostics, the reason only in the summary. */
  | 'summary_only'
  | 'diagnostics_only'
  /** Only the four fields that are always there, while out of schedule. */
  | 'bare_out_of_schedule'
  /** No last healthy send and no wait time, although there are both. */
  | 'nulls_for_times';

/** Something done to a campaign at an instant, in history or in the future. */
export interface CampaignEvent {
  readonly atMs: WorldMs;
  readonly kind: 'pause' | 'activate' | 'suspend' | 'go_silent' | 'add_leads' | 'instantly_error';
  /** For `add_leads`. */
  readonly count?: number;
}

/** A subsequence of a campaign: sends from its parent's inboxes. */
export interface SubsequencePlan {
  readonly name: string;
  readonly status?: CampaignStatus;
  readonly leads: number;
}

/** A campaign to be simulated. Everything but the name has a default that sends without hindrance. */
export interface CampaignPlan {
  readonly name: string;
  readonly status?: CampaignStatus;
  readonly schedule?: Schedule;
  /** Whether its window moves to the minute in `movePlan`, as its part depends on when the window opened. */
  readonly isWindowExact?: boolean;
  readonly inboxes?: readonly string[];
  /** Labels of tags whose inboxes send too. */
  readonly tags?: readonly string[];
  readonly limitPerDay?: number | null;
  readonly newLeadsPerDay?: number | null;
  readonly gapMinutes?: number;
  readonly randomGapMinutes?: number;
  readonly isOneByOne?: boolean;
  readonly isPrioritizingNewLeads?: boolean;
  readonly isEspMatching?: boolean;
  readonly isBounceProtectOff?: boolean;
  readonly isEvergreen?: boolean;
  /** Days between one step and the next; a list of n makes n + 1 steps. */
  readonly followUpDelaysDays?: readonly number[];
  /** Not yet contacted when the simulation begins. */
  readonly leads?: number;
  /** Company domains over which the leads spread; default one for each lead. */
  readonly companies?: number;
  /** Share of leads with a Google mailbox; the rest have Microsoft. */
  readonly googleLeadShare?: number;
  /** Follow-ups that wait when the simulation begins, due evenly over a stretch of time. */
  readonly followUps?: {
    readonly count: number;
    readonly firstDueMs: WorldMs;
    readonly lastDueMs: WorldMs;
  };
  readonly bounceRate?: number;
  readonly replyRate?: number;
  /** Mails sent before the simulation begins, for the analytics. */
  readonly sentBefore?: number;
  readonly events?: readonly CampaignEvent[];
  readonly statusShape?: StatusShape;
  /** From then on the stored snapshot is not renewed any more. */
  readonly snapshotFrozenAtMs?: WorldMs;
  readonly subsequences?: readonly SubsequencePlan[];
  readonly createdMs?: WorldMs;
}

/** An inbox to be simulated. */
export interface InboxPlan {
  readonly address: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** `provider_code` (INSTANTLY.md 3.6). */
  readonly provider?: 1 | 2 | 3 | 4 | 8;
  readonly limitPerDay?: number | null;
  /** Minutes between two mails over all campaigns. */
  readonly gapMinutes?: number;
  /** Mails a day allowed on the first simulated day, +2 on each day after; null is no ramp. */
  readonly slowRampFrom?: number | null;
  readonly isPaused?: boolean;
  readonly isSetupPending?: boolean;
  readonly warmupScore?: number | null;
  readonly tags?: readonly string[];
  readonly faults?: readonly { readonly atMs: WorldMs; readonly kind: InboxFault }[];
}

/** A whole workspace to be simulated. */
export interface WorldPlan {
  readonly workspaceName: string;
  readonly inboxes: readonly InboxPlan[];
  readonly campaigns: readonly CampaignPlan[];
  /** Labels of tags; those named by inboxes and campaigns are added. */
  readonly tags?: readonly string[];
  /** Leads of one company domain that one campaign may contact in one of its days; default 2 (INSTANTLY.md 4.1). */
  readonly leadsPerCompanyPerDay?: number | null;
  /** By how much the plan was moved in time from what it was made for (`movePlan`); default not. */
  readonly movedMs?: number;
  /** Mean number of inboxes that fail by themselves on a day; default none. */
  readonly faultsPerDay?: number;
}
