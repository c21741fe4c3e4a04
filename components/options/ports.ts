import type { ExtensionTable, Send } from '#messages';
import type { InstantMs } from '#model';
import type { Look } from '#store/look';
import type { FleetRecord, StorageTrouble, WorkspaceRecord } from '#store/read';
import type { Settings } from '#store/settings';
import type { ExportFile } from '#transfer';

/** What the options page needs of the world; the entrypoint passes it in. */
export interface OptionsPorts {
  readWorkspaces(): Promise<readonly WorkspaceRecord[]>;
  readFleets(): Promise<readonly FleetRecord[]>;
  /** What keeps the browser from storing; null when all is well. */
  readTrouble(): Promise<StorageTrouble | null>;
  readSettings(): Promise<Settings>;
  /** Everything that is stored, without any part of a key. */
  exportAll(): Promise<ExportFile>;
  send: Send<ExtensionTable>;
  /** Calls back after each commit of the background or change of a setting; gives a function that ends it. */
  subscribe(onChanged: () => void): () => void;
  isOnline(): boolean;
  /** Calls back when the computer goes on- or offline; gives a function that ends it. */
  watchOnline(onChanged: () => void): () => void;
  /** Asks the person for access to Instantly. Works only as the first act of a click. */
  requestAccess(): Promise<boolean>;
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
