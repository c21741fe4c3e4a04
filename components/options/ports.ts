import type { ExtensionTable, Send } from '#messages';
import type { AlertRules, InstantMs, Silence } from '#model';
import type { Look } from '#store/look';
import type {
  FleetRecord,
  HistoryRecord,
  StorageTrouble,
  TagLabel,
  WorkspaceRecord,
} from '#store/read';
import type { Settings } from '#store/settings';
import type { ExportFile, SupportFile } from '#transfer';

/** What the options page needs of the world; the entrypoint passes it in. */
export interface OptionsPorts {
  readWorkspaces(): Promise<readonly WorkspaceRecord[]>;
  readFleets(): Promise<readonly FleetRecord[]>;
  /** What keeps the browser from storing; null when all is well. */
  readTrouble(): Promise<StorageTrouble | null>;
  readSettings(): Promise<Settings>;
  /** Everything that is stored, without any part of a key. */
  exportAll(): Promise<ExportFile>;
  readAlertRules(): Promise<AlertRules>;
  /** Whether desktop notifications are wanted, and the browser lets them through. */
  readNotifying(): Promise<boolean>;
  readSilences(): Promise<readonly Silence[]>;
  /** The tags of all workspaces. */
  readTags(): Promise<readonly TagLabel[]>;
  /** Changes of all campaigns since an instant, oldest first. */
  readHistory(since: InstantMs): Promise<readonly HistoryRecord[]>;
  /** What somebody who helps has to know; without ids unless they are wished for. */
  gatherSupport(hasIds: boolean): Promise<SupportFile>;
  send: Send<ExtensionTable>;
  /** Calls back after each commit of the background or change of a setting; gives a function that ends it. */
  subscribe(onChanged: () => void): () => void;
  isOnline(): boolean;
  /** Calls back when the computer goes on- or offline; gives a function that ends it. */
  watchOnline(onChanged: () => void): () => void;
  /** Asks the person for access to Instantly. Works only as the first act of a click. */
  requestAccess(): Promise<boolean>;
  /** Asks the person to let desktop notifications through: like all that is asked, only as the first act of a click. */
  requestNotifications(): Promise<boolean>;
  /** Asks the person for access to another host, given as a pattern like "https://hooks.example.com/*". */
  requestOrigin(origin: string): Promise<boolean>;
  /** Bytes that Sendwatch takes; null when the browser does not say. */
  readSize(): Promise<number | null>;
  /** The look that the page began with. */
  readLook(): Look;
  /** Gives the page another look, and the next ones too. */
  keepLook(look: Look): void;
  saveFile(name: string, text: string): void;
  /** Forgets what the pages themselves remember (`localStorage`). */
  forgetPages(): void;
  openDashboard(): void;
  openPopup(): void;
  now(): InstantMs;
  readonly version: string;
}
