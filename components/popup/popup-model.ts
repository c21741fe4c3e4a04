import type {
  CampaignId,
  Health,
  HealthCounts,
  Incident,
  InstantMs,
  Silence,
  Verdict,
  WorkspaceId,
} from '#model';
import type { HeadWorkspace, StorageTrouble } from '#store/read';
import type { CheckState } from '../check-now.ts';
import type { ListGroup } from './groups.ts';
import type { PopupPorts } from './ports.ts';
import type { View } from './view.ts';

/** A value that components read; a signal in the living popup, a plain object in its first paint. */
export interface Readable<T> {
  readonly value: T;
}
export interface Writable<T> {
  value: T;
}

/** A verdict as it was stored, and when it was last known to hold. */
export interface Stored {
  readonly verdict: Verdict;
  readonly checkedAt: InstantMs;
}

/** Everything the popup's components read and call. */
export interface PopupModel {
  readonly ports: PopupPorts;
  readonly now: Readable<InstantMs>;
  /** Moves every ten seconds: enough for ages and counts. */
  readonly slowNow: Readable<InstantMs>;
  /** Null until the first read; empty when nothing is connected. */
  readonly allWorkspaces: Readable<readonly HeadWorkspace[] | null>;
  readonly workspaces: Readable<readonly HeadWorkspace[]>;
  readonly chosen: Readable<WorkspaceId | null>;
  readonly verdicts: Readable<readonly Verdict[]>;
  /** All of them, worst first, whatever is searched for. */
  readonly ranked: Readable<readonly Verdict[]>;
  readonly counts: Readable<HealthCounts>;
  /** How many of those that need a person nobody is told of for now. */
  readonly silencedCount: Readable<number>;
  /** The campaigns that are marked as silenced; none before the second paint. */
  readonly silenced: Readable<ReadonlyMap<CampaignId, Silence>>;
  /** All silences there are. */
  readonly silences: Readable<readonly Silence[]>;
  /** What matches filter and search, in the order that was chosen. */
  readonly groups: Readable<readonly ListGroup[]>;
  readonly closed: Readable<ReadonlySet<string>>;
  readonly view: Readable<View>;
  readonly incidents: Readable<readonly Incident[]>;
  /** Oldest good answer of the workspaces shown; null when one was never checked. */
  readonly checkedAt: Readable<InstantMs | null>;
  readonly trouble: Readable<StorageTrouble | null>;
  /** How long one round over all campaigns takes when there are too many for the wished interval, in ms; else null. */
  readonly stretchedMs: Readable<number | null>;
  readonly filter: Readable<ReadonlySet<Health>>;
  readonly query: Readable<string>;
  readonly openId: Writable<CampaignId | null>;
  /** A row that has to be shown and get the focus although it is not in the page. */
  readonly reveal: Writable<CampaignId | null>;
  readonly check: Readable<CheckState>;
  readonly dialog: Writable<'help' | 'view' | null>;
  /** Whether all campaigns are there, not only the head's. */
  readonly isComplete: Readable<boolean>;
  storedOf(id: CampaignId): Stored | undefined;
  refresh(): Promise<void>;
  checkNow(): Promise<void>;
  search(query: string): void;
  choose(id: WorkspaceId | null): void;
  arrangeBy(view: Partial<View>): void;
  toggleGroup(id: string): void;
  toggleFilter(health: Health): void;
  showAll(): void;
  toggleRow(id: CampaignId): void;
  tick(): void;
}
