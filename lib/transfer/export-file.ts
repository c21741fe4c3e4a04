import type { AlertRules, InstantMs, Silence, WorkspaceId } from '#model';
import type {
  ActionRecord,
  FleetRecord,
  HistoryRecord,
  InboxFleetRecord,
  IncidentRecord,
} from '#store/read';
import type { Settings } from '#store/settings';

/** Says that a file is ours. */
export const APP = 'sendwatch';
/** Version of the file's shape; raised when a part of it changes its meaning. */
export const FORMAT = 1;

/** A workspace as an export names it: nothing of its key, not even the end of it. */
export interface ExportedWorkspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly connectedAt: InstantMs;
}

/** A change as the log shows it: nothing that Instantly could be asked with again. */
export type ExportedAction = Omit<ActionRecord, 'inverse' | 'jobId'>;

/** What an import restores. */
export interface ImportData {
  readonly exportedAt: InstantMs;
  readonly settings: Partial<Settings>;
  readonly workspaces: readonly ExportedWorkspace[];
  readonly history: readonly HistoryRecord[];
  readonly incidents: readonly IncidentRecord[];
  /** Null in a file from before there were any. */
  readonly alertRules: AlertRules | null;
  readonly silences: readonly Silence[];
  readonly actions: readonly ExportedAction[];
}

/** Everything Sendwatch knows, but the keys. Fleets and inboxes are for people to read: an import asks Instantly anew. */
export interface ExportFile extends ImportData {
  readonly app: typeof APP;
  readonly format: typeof FORMAT;
  /** The version of Sendwatch that wrote it. */
  readonly version: string;
  readonly settings: Settings;
  readonly fleets: readonly FleetRecord[];
  readonly inboxes: readonly InboxFleetRecord[];
}

/** Why a file cannot be imported. `damaged` names the part, and the place in its list where it has one. */
export type ImportProblem =
  | { readonly code: 'too_large' | 'not_json' | 'not_ours' | 'newer_format' }
  | {
      readonly code: 'damaged';
      readonly part:
        | 'settings'
        | 'workspaces'
        | 'history'
        | 'incidents'
        | 'alertRules'
        | 'silences'
        | 'actions'
        | 'file';
      readonly place: number | null;
    };
