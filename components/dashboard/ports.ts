import type { ChangeMessages, ExtensionTable, Send } from '#messages';
import type { AlertLogRecord, CampaignId, InstantMs, Silence, WorkspaceId } from '#model';
import type {
  ActionRecord,
  CampaignTagsRecord,
  FleetRecord,
  HistoryRecord,
  InboxFleetRecord,
  IncidentRecord,
  JournalRecord,
  ObservationRecord,
  SentDaysRecord,
  StorageTrouble,
  WorkspaceRecord,
} from '#store/read';
import type { ObservationPort } from '../asking/use-observation.ts';
import type { ColumnId } from './columns.ts';

/** What the dashboard needs of the world; the entrypoint passes it in. */
export interface DashboardPorts extends ObservationPort {
  readWorkspaces(): Promise<readonly WorkspaceRecord[]>;
  readFleets(): Promise<readonly FleetRecord[]>;
  readJournals(): Promise<readonly JournalRecord[]>;
  readInboxes(): Promise<readonly InboxFleetRecord[]>;
  readIncidents(): Promise<readonly IncidentRecord[]>;
  /** What keeps the browser from storing; null when all is well. */
  readTrouble(): Promise<StorageTrouble | null>;
  /** Changes of all campaigns since an instant, oldest first. */
  readHistory(since: InstantMs): Promise<readonly HistoryRecord[]>;
  /** What a campaign, or with null its whole workspace, sent on each of its last days, as last read. */
  readSentDays(
    workspaceId: WorkspaceId,
    campaignId: CampaignId | null,
  ): Promise<SentDaysRecord | undefined>;
  /** The columns that were chosen last, as they were kept: anything at all. */
  readColumns(): unknown;
  keepColumns(columns: readonly ColumnId[]): void;
  /** Changes made from here since an instant, the latest first. */
  readActions(since: InstantMs): Promise<readonly ActionRecord[]>;
  /** Whether the user has switched changes on. */
  readAreChangesAllowed(): Promise<boolean>;
  readSilences(): Promise<readonly Silence[]>;
  /** Transitions of alerts since an instant, oldest first. */
  readAlertLog(since: InstantMs): Promise<readonly AlertLogRecord[]>;
  /** The raw facts of all campaigns, and the tags on them: read where tags are silenced. */
  readObservations(): Promise<readonly ObservationRecord[]>;
  readCampaignTags(): Promise<readonly CampaignTagsRecord[]>;
  send: Send<ExtensionTable & ChangeMessages>;
  /** Calls back after each commit of the background; gives a function that ends it. */
  subscribe(onChanged: () => void): () => void;
  /** The part of the address from `#` on. */
  readHash(): string;
  /** Goes to another part of the page, so that Back leads here again. */
  goTo(hash: string): void;
  /** Calls back when the part from `#` on changes; gives a function that ends it. */
  watchHash(onChanged: () => void): () => void;
  /** Asks the person for access to Instantly's API: has to be the first act of a click. Gives whether it is there. */
  requestAccess(): Promise<boolean>;
  openUrl(url: string): void;
  openOptions(): void;
  copyText(text: string): Promise<void>;
  download(name: string, type: string, text: string): void;
  print(): void;
  now(): InstantMs;
}
