import type {
  Alert,
  AlertSeverity,
  CampaignId,
  CauseCode,
  HoldReason,
  InstantMs,
  WorkspaceId,
} from '#model';

/** How bad an alert is for its campaign: 3 sends nothing, 2 red, 1 amber, 0 rests. */
export type Level = 0 | 1 | 2 | 3;

/** An alert with what the machine has to remember of it. */
export interface TrackedAlert extends Alert {
  readonly level: Level;
  /** Why it is not told although it has lasted; null when nothing keeps it, or it is told. */
  readonly heldFor: HoldReason | null;
  /** Somebody expected this state to end, and it did not: it is told whatever the rules say. */
  readonly isOverdue: boolean;
}

/** What a person was told of one campaign, or of the whole workspace, until it is over. */
export interface Trouble {
  readonly campaignId: CampaignId | null;
  /** The cause that was named. */
  readonly code: CauseCode;
  readonly severity: AlertSeverity;
  readonly level: Level;
  /** Of the alert that was told: when it was first seen. */
  readonly since: InstantMs;
  /** When it was told first, and last. */
  readonly at: InstantMs;
  readonly toldAt: InstantMs;
  /** Since when nothing as bad stands any more; null while it does. */
  readonly mendedAt: InstantMs | null;
  /** Its end came in quiet hours and is left to the digest. */
  readonly isForDigest: boolean;
}

/** How often a campaign fell ill and recovered lately. */
export interface FlapRecord {
  readonly changes: readonly InstantMs[];
  readonly isFlapping: boolean;
}

/** All that the alerting of one workspace remembers. Plain JSON; the same object comes back when nothing changed. */
export interface AlertBook {
  readonly workspaceId: WorkspaceId;
  readonly alerts: readonly TrackedAlert[];
  readonly troubles: readonly Trouble[];
  /** By campaign. */
  readonly flaps: Readonly<Record<string, FlapRecord>>;
  /** When a campaign was last named as news, by campaign: forgotten when it may be named again. */
  readonly namedAt: Readonly<Record<string, InstantMs>>;
  /** When a cause was last told, by cause: forgotten when it may be told again. */
  readonly causeToldAt: Readonly<Record<string, InstantMs>>;
  /** Nothing is told until everything was seen once since then without a failure; null: nothing is in the way. */
  readonly baselineSince: InstantMs | null;
  /** When the first such round ended: what stood before is nobody's news. Null before. */
  readonly startedAt: InstantMs | null;
  /** What keeps everything about campaigns from being believed; null: nothing. */
  readonly inhibitedBy: CauseCode | null;
  /** When the machine last ran, to five minutes: a longer silence was a sleep. Null before the first time. */
  readonly steppedAt: InstantMs | null;
}

/** The book of a workspace that was just connected. */
export const emptyBook = (workspaceId: WorkspaceId, now: InstantMs): AlertBook => ({
  workspaceId,
  alerts: [],
  troubles: [],
  flaps: {},
  namedAt: {},
  causeToldAt: {},
  baselineSince: now,
  startedAt: null,
  inhibitedBy: null,
  steppedAt: null,
});
