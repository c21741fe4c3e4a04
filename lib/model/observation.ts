import type { CampaignId, InboxAddress, SubsequenceId, WorkspaceId } from './ids.ts';
import type { Lifecycle, NotSendingReason, SendingCode, Unseen } from './lifecycle.ts';
import type { CampaignSchedule } from './schedule.ts';
import type { InstantMs } from './time.ts';

/** What the list or get call says about a campaign. Undefined means Instantly did not say; null is its own explicit "none". */
export interface CampaignFacts {
  readonly id: CampaignId;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  readonly lifecycle: Lifecycle | Unseen | undefined;
  readonly notSendingReason: NotSendingReason | Unseen | null | undefined;
  readonly schedule: CampaignSchedule | undefined;
  readonly inboxes: readonly InboxAddress[];
  /** Inboxes may also come from tags. */
  readonly tagIds: readonly string[];
  /** Mails a day; null or 0 is no cap. */
  readonly limitPerDay: number | null | undefined;
  /** New leads a day; −1 stops new leads, null is no cap. */
  readonly newLeadsPerDay: number | null | undefined;
  readonly gapMinutes: number | null | undefined;
  readonly randomGapMinutes: number | null | undefined;
  readonly isPrioritizingNewLeads: boolean | undefined;
  readonly isEspMatching: boolean | undefined;
  readonly isBounceProtectOff: boolean | undefined;
  readonly isEvergreen: boolean | undefined;
  readonly createdAt: InstantMs | undefined;
  readonly updatedAt: InstantMs | undefined;
}

/** How many of a campaign's inboxes can send right now. Buckets may overlap or not add up (DIAGNOSIS.md 3.2). */
export interface InboxCounts {
  readonly total: number | undefined;
  readonly available: number | undefined;
  readonly atDailyLimit: number | undefined;
  readonly atSlowRampLimit: number | undefined;
  readonly disconnected: number | undefined;
  readonly inGap: number | undefined;
}

/** Instantly's stored view of its last scheduler loop over one campaign (INSTANTLY.md 2.4). */
export interface SendingSnapshot {
  /** `diagnostics.status`, else `summary.status`. */
  readonly code: SendingCode | Unseen | null;
  /** The summary's own code where it differs in source from `code`. */
  readonly summaryCode: SendingCode | Unseen | null;
  /** Code of the last loop; only explains, never decides. */
  readonly loopCode: SendingCode | Unseen | null;
  readonly takenAt: InstantMs | undefined;
  readonly issueSince: InstantMs | undefined;
  readonly loopsWithIssue: number | undefined;
  readonly lastHealthySendAt: InstantMs | undefined;
  readonly subsequenceId: SubsequenceId | undefined;
  readonly inboxCounts: InboxCounts | undefined;
  readonly campaignLimit:
    | {
        readonly limit: number | null | undefined;
        readonly sent: number | undefined;
        readonly isHit: boolean | undefined;
      }
    | undefined;
  readonly newLeadLimit:
    | {
        readonly isEnabled: boolean | undefined;
        readonly limit: number | null | undefined;
        readonly contacted: number | undefined;
        readonly isHit: boolean | undefined;
      }
    | undefined;
  readonly isInSchedule: boolean | undefined;
  readonly oneByOne:
    | {
        readonly isEnabled: boolean | undefined;
        readonly isSingleInboxPerGap: boolean | undefined;
      }
    | undefined;
  readonly followUps:
    | {
        readonly count: number | undefined;
        readonly earliestWaitSeconds: number | null | undefined;
      }
    | undefined;
  readonly espRouting:
    | {
        readonly isEnabled: boolean | undefined;
        readonly isWaitingForMatch: boolean | undefined;
        readonly connectedEsps: readonly number[];
      }
    | undefined;
  readonly domainLimiter:
    | { readonly isActive: boolean | undefined; readonly domainsAtLimit: number | undefined }
    | undefined;
  readonly leads:
    | {
        readonly isNoneReady: boolean | undefined;
        readonly inboxUnavailableSkips: number | undefined;
        readonly delaySkips: number | undefined;
      }
    | undefined;
  /** Instantly's own short sentence. Untrusted text. */
  readonly message: string | undefined;
  /** Only after a person asked for it. Untrusted text. */
  readonly aiSummary: string | undefined;
}

/** What asking for the sending status gave. `empty` is Instantly's documented null/null: no data, never healthy. */
export type SnapshotReading =
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'empty'; readonly readAt: InstantMs }
  | { readonly kind: 'read'; readonly readAt: InstantMs; readonly snapshot: SendingSnapshot }
  | { readonly kind: 'failed'; readonly readAt: InstantMs; readonly problem: string };

/** Everything seen of one campaign: the input of a verdict. */
export interface Observation {
  readonly campaign: CampaignFacts;
  readonly listedAt: InstantMs;
  readonly reading: SnapshotReading;
}
