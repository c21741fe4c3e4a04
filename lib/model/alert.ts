import type { AlertSeverity } from './alert-rules.ts';
import type { CauseCode } from './cause.ts';
import type { CampaignId, WorkspaceId } from './ids.ts';
import type { InstantMs } from './time.ts';

/** One cause of one campaign, or with `campaignId` null of a whole workspace, as the alerting sees it. */
export interface Alert {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId | null;
  readonly code: CauseCode;
  readonly severity: AlertSeverity;
  /**
   * `pending`: seen, but not for as long as its rule asks. `firing`: it has lasted. `clearing`: not seen any more, but
   * not for long enough to call it over.
   */
  readonly state: 'pending' | 'firing' | 'clearing';
  /** First seen in this occurrence. */
  readonly since: InstantMs;
  /** When `state` was entered. */
  readonly stateAt: InstantMs;
  /** When a person was last told; null: not yet. */
  readonly announcedAt: InstantMs | null;
}

/** Why a firing alert was not told. */
export const HOLD_REASONS = [
  'baseline',
  'grace',
  'inhibited',
  'acknowledged',
  'snoozed',
  'muted',
  'expected',
  'quiet_hours',
  'flapping',
  'rule',
  'digest',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** One transition of an alert, for the incident log. */
export interface AlertLogRecord {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId | null;
  readonly code: CauseCode;
  readonly severity: AlertSeverity;
  readonly at: InstantMs;
  /** Of the occurrence: time to detect is `fired` less it, time to recover `resolved` less it. */
  readonly since: InstantMs;
  readonly kind: 'pending' | 'fired' | 'announced' | 'held' | 'recovered' | 'resolved';
  /** Why it was held; null unless `held`. */
  readonly reason: HoldReason | null;
}

/** One message to a person: one per cause and workspace, or one for many. Codes and figures; words are made where it is shown. */
export interface Notice {
  /** Stable: the same again replaces it, and a receiver of webhooks knows it by this. */
  readonly id: string;
  readonly kind: 'problem' | 'recovery' | 'summary' | 'digest';
  /** Null where several workspaces are meant. */
  readonly workspaceId: WorkspaceId | null;
  /** Null in `summary` and `digest`. */
  readonly code: CauseCode | null;
  readonly severity: AlertSeverity;
  readonly campaignIds: readonly CampaignId[];
  /** All campaigns meant; `campaignIds` holds at most 50 of them. */
  readonly campaigns: number;
  /** Mails lost today; null when it cannot be said. */
  readonly loss: number | null;
  readonly at: InstantMs;
  readonly isRepeated: boolean;
  /** Of a digest or summary; else null. */
  readonly counts: {
    readonly needYou: number;
    readonly fine: number;
    readonly silenced: number;
    /** Campaigns that run out of leads within a week, by UTC day, the first first. */
    readonly dryDays: readonly { readonly date: string; readonly campaigns: number }[];
  } | null;
}
