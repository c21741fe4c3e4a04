import type { CampaignId, InboxAddress, InboxFacts, Verdict } from '#model';
import type { JournalRecord, ObservationRecord, WorkspaceRecord } from '#store/read';

/** All that is stored about one workspace: what a slice starts from. */
export interface Memory {
  readonly workspace: WorkspaceRecord;
  readonly journal: JournalRecord;
  readonly observations: ReadonlyMap<CampaignId, ObservationRecord>;
  readonly verdicts: ReadonlyMap<CampaignId, Verdict>;
  readonly inboxes: ReadonlyMap<InboxAddress, InboxFacts>;
}
