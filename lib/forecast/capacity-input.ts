import type { CampaignSchedule, InboxAddress, InboxCounts, InstantMs } from '#model';

/** What one inbox may still send today. Undefined is unknown: taken as not binding and named in `assumed`. */
export interface InboxRoom {
  readonly address: InboxAddress;
  /** Mails per UTC day over all campaigns; null is no own limit known. */
  readonly limitPerDay: number | null | undefined;
  /** What slow ramp allows on this UTC day; null when it is off. */
  readonly rampLimitPerDay: number | null | undefined;
  /** Mails this UTC day over all campaigns. */
  readonly sentToday: number | undefined;
  readonly gapMinutes: number | undefined;
  /** Whether it can send at all: connected, not paused, set up. */
  readonly isUp: boolean | undefined;
}

/** The inboxes of a campaign: each one, or only how many stand how. */
export type InboxSupply =
  | { readonly kind: 'each'; readonly rooms: readonly InboxRoom[] }
  | { readonly kind: 'counts'; readonly counts: InboxCounts };

/** What a campaign's capacity is computed from (DIAGNOSIS.md 4). */
export interface CapacityInput {
  readonly now: InstantMs;
  readonly schedule: CampaignSchedule | undefined;
  /** `in_schedule` of a fresh snapshot: wins over our own computation (ARCHITECTURE.md 9). */
  readonly isInScheduleAtInstantly: boolean | undefined;
  readonly sentToday: number | undefined;
  /** null or 0 is no cap. */
  readonly limitPerDay: number | null | undefined;
  /** 0 or less stops new leads, null is no cap. */
  readonly newLeadsPerDay: number | null | undefined;
  readonly newLeadsToday: number | undefined;
  readonly gapMinutes: number | null | undefined;
  readonly randomGapMinutes: number | null | undefined;
  /** Whether one mail leaves per gap, not one per inbox. */
  readonly isOneByOne: boolean | undefined;
  readonly inboxes: InboxSupply | undefined;
  /** Leads that no mail has gone to yet. */
  readonly uncontactedLeads: number | undefined;
  /** Follow-ups that are due, or become due today. */
  readonly followUpsDue: number | undefined;
  /** Mails per window hour as seen over at least three checks; wins over the computed pace for the limit's hour. */
  readonly observedPerHour: number | undefined;
}

/** Names that may stand in `Capacity.assumed`. */
export const ASSUMABLE_INPUTS = [
  'window',
  'sentToday',
  'limitPerDay',
  'newLeadsPerDay',
  'newLeadsToday',
  'uncontactedLeads',
  'followUpsDue',
  'gapMinutes',
  'randomGapMinutes',
  'isOneByOne',
  'inboxes',
  'inboxStatus',
  'inboxLimits',
  'inboxRamp',
  'inboxSentToday',
  'inboxGaps',
] as const;

export type AssumableInput = (typeof ASSUMABLE_INPUTS)[number];
