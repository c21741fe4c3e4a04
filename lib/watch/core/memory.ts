import type { CampaignId, InboxAddress, InboxDay, InboxFacts, Verdict } from '#model';
import type {
  IncidentRecord,
  JournalRecord,
  ObservationRecord,
  TagLabel,
  WorkspaceRecord,
} from '#store/read';

/** All that is stored about one workspace: what a slice starts from. */
export interface Memory {
  readonly workspace: WorkspaceRecord;
  readonly journal: JournalRecord;
  readonly observations: ReadonlyMap<CampaignId, ObservationRecord>;
  readonly verdicts: ReadonlyMap<CampaignId, Verdict>;
  readonly inboxes: ReadonlyMap<InboxAddress, InboxFacts>;
  readonly inboxDays: readonly InboxDay[];
  readonly tags: readonly TagLabel[];
  /** Those that are not resolved. */
  readonly incidents: readonly IncidentRecord[];
}

/** What a person wants or sees right now; gone with the worker, and asked for again by the surfaces. */
export interface Attention {
  /** When a person asked for everything; null when nobody did. */
  readonly askedAt: number | null;
  /** Campaigns whose panel or opened row is on a screen. */
  readonly visible: ReadonlySet<CampaignId>;
}

export const NO_ATTENTION: Attention = { askedAt: null, visible: new Set() };
