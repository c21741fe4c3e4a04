import type { AlertLogRecord, AlertRules, InstantMs, Silence, WorkspaceId } from '#model';
import type { ActionRecord, StorageTrouble, WorkspaceRecord } from '#store/read';
import type { Slice } from '#store/write';

/** One workspace as the background would have stored it. */
export interface StoredWorkspace {
  readonly workspace: WorkspaceRecord;
  readonly slice: Slice;
}

/** What stands in the store before a page opens. */
export interface Stage {
  readonly stored: readonly StoredWorkspace[];
  /** Changes that were made from here. */
  readonly actions?: readonly ActionRecord[];
  /** What people are told; nothing said is nothing stored. */
  readonly alerts?: StoredAlerts;
}

/** What of the alerting stands in the store. */
export interface StoredAlerts {
  readonly rules?: AlertRules;
  readonly silences?: readonly Silence[];
  readonly log?: readonly AlertLogRecord[];
}

/** How the browser around a page behaves. */
export interface Around {
  readonly now: InstantMs;
  /** The database never answers: a page stays in its first moment. */
  readonly isStoreHanging?: boolean;
  readonly isOffline?: boolean;
  /** The person says no to whatever the browser asks. */
  readonly isRefusing?: boolean;
  /** What keeps the browser from storing. */
  readonly trouble?: StorageTrouble;
  /** Settings as they are stored, by name. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /**
   * What the background answers to each kind of message. A kind that is missing is never answered; null is an answer
   * that is nothing, as from a background that is gone; FROM_STORE what the background would read in the store.
   */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Stands for the answer that the background would give from what is stored. */
export const FROM_STORE = 'from the store';

/** One thing that a page asked of the browser, as the stand-in noted it. */
export interface Asked {
  readonly what: string;
  /** Whether a click of the person was still in effect, without which browsers refuse to ask for access. */
  readonly isByClick: boolean;
}

/** What the gallery's pages carry beside the product's own code. */
export interface GalleryGlobals {
  around: Around;
  asked: Asked[];
  fill(stage: Stage): Promise<void>;
}

/** Workspaces of the gallery, by their place. */
export const workspaceIdOf = (place: number): WorkspaceId =>
  `0190f0c0-0000-7000-8000-${String(place + 1).padStart(12, '0')}` as WorkspaceId;
