import type { ChangeMessages, ExtensionTable, Send } from '#messages';
import type { CampaignId, InstantMs, Silence, WorkspaceId } from '#model';
import type {
  ActionRecord,
  CampaignTagsRecord,
  FleetRecord,
  Head,
  HistoryRecord,
  InboxFleetRecord,
  JournalRecord,
  ObservationRecord,
  StorageTrouble,
  WorkspaceRecord,
} from '#store/read';
import type { ObservationPort } from '../asking/use-observation.ts';
import type { PreferenceName } from './view.ts';

/** What the popup needs of the world; the entrypoint passes it in. */
export interface PopupPorts extends ObservationPort {
  /** Null where nothing is connected, or nothing was built yet. */
  readHead(): Promise<Head | null | undefined>;
  readWorkspaces(): Promise<readonly WorkspaceRecord[]>;
  readFleets(): Promise<readonly FleetRecord[]>;
  readJournals(): Promise<readonly JournalRecord[]>;
  /** What keeps the browser from storing; null when all is well. */
  readTrouble(): Promise<StorageTrouble | null>;
  /** Asked for with the first search or grouping that needs it. */
  readInboxes(): Promise<readonly InboxFleetRecord[]>;
  /** Changes of one campaign's verdict, oldest first. */
  readHistory(workspaceId: WorkspaceId, campaignId: CampaignId): Promise<readonly HistoryRecord[]>;
  /** The raw facts of all campaigns, and the tags on them: read like the inboxes. */
  readObservations(): Promise<readonly ObservationRecord[]>;
  readCampaignTags(): Promise<readonly CampaignTagsRecord[]>;
  /** Whether the user has switched changes on. */
  readAreChangesAllowed(): Promise<boolean>;
  /** Changes made from here since an instant, the latest first. */
  readActions(since: InstantMs): Promise<readonly ActionRecord[]>;
  readSilences(): Promise<readonly Silence[]>;
  send: Send<ExtensionTable & ChangeMessages>;
  /** Calls back after each commit of the background; gives a function that ends it. */
  subscribe(onChanged: () => void): () => void;
  openUrl(url: string): void;
  openOptions(): void;
  /** Shows the same beside the page and keeps it there. Absent where the browser cannot, and there already. */
  openSidePanel?(): void;
  /** Asks the person for access to Instantly's API: has to be the first act of a click. Gives whether it is there. */
  requestAccess(): Promise<boolean>;
  copyText(text: string): Promise<void>;
  /** What the reader chose last; null when nothing, or the browser keeps nothing. */
  readPreference(name: PreferenceName): string | null;
  writePreference(name: PreferenceName, value: string): void;
  /** Calls back when the reader of the words wants them written otherwise; gives a function that ends it. */
  watchReader?(onChanged: () => void): () => void;
  now(): InstantMs;
}
