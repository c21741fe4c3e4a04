import type { InstantMs, WorkspaceId } from '#model';
import type { AlertWriter } from './alert-writer.ts';
import type { AskedRecord } from './asked.ts';
import type { PastLimits } from './prune-past.ts';
import type {
  ActionRecord,
  Head,
  HistoryRecord,
  IncidentRecord,
  WorkspaceRecord,
} from './records.ts';
import type { Slice } from './slice.ts';
import type { StoreReader } from './store-reader.ts';

/** The background's hold on the store. Every function throws StoreError; none leaves half of its work behind. */
export interface StoreWriter extends StoreReader, AlertWriter {
  /** Stores one slice whole or not at all; `superseded` when the workspace is gone or has a newer key. */
  commitSlice(slice: Slice): Promise<void>;
  putWorkspace(workspace: WorkspaceRecord): Promise<void>;
  /**
   * Puts a workspace and one slice of it in place of every row there was of it, all or nothing. With `mustStand` only
   * where it is connected at this moment: one that was removed meanwhile stays away. Says whether it did.
   */
  replaceWorkspace(workspace: WorkspaceRecord, slice: Slice, mustStand: boolean): Promise<boolean>;
  /** Changes a workspace as it stands at this moment; undefined when it is gone. */
  updateWorkspace(
    id: WorkspaceId,
    change: (workspace: WorkspaceRecord) => WorkspaceRecord,
  ): Promise<WorkspaceRecord | undefined>;
  /** Erases every row of a workspace and builds the head anew. The key is the vault's to erase. */
  removeWorkspace(id: WorkspaceId): Promise<void>;
  /**
   * Adds past records beside those that are there; one that is there already is replaced by itself, but a change that
   * is there stays as it is.
   */
  addPast(
    history: readonly HistoryRecord[],
    incidents: readonly IncidentRecord[],
    actions: readonly ActionRecord[],
  ): Promise<void>;
  /** Keeps answers that a person asked for; those of a workspace that is gone are dropped. */
  putAsked(records: readonly AskedRecord[]): Promise<void>;
  /**
   * Writes a change down before Instantly is asked; false where it is written down already, or its workspace is gone:
   * then it must not be made.
   */
  addAction(record: ActionRecord): Promise<boolean>;
  /** Writes down what became of a change; of a workspace that is gone nothing is kept. */
  putAction(record: ActionRecord): Promise<void>;
  /**
   * Builds the head from what is stored and puts it where the popup looks, as far as it changed: to be called after
   * commits. Where only times moved, only they are written.
   */
  refreshHead(): Promise<Head>;
  /**
   * Once a day, erases changes of verdicts, past incidents and the log of alerts that are older than 90 days, a bounded number at a time:
   * to be called after commits. On any other call it costs one small read.
   */
  prunePast(limits?: PastLimits): Promise<void>;
  /** Erases changes of verdicts from before an instant. */
  pruneHistory(before: InstantMs): Promise<void>;
}
