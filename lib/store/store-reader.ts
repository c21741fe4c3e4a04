import type { CampaignId, InstantMs, WorkspaceId } from '#model';
import type { ActionReader } from './actions.ts';
import type { AlertReader } from './alerts.ts';
import type { AskedReader } from './asked.ts';
import type {
  CacheReset,
  FleetRecord,
  Head,
  HistoryRecord,
  InboxFleetRecord,
  IncidentRecord,
  JournalRecord,
  WorkspaceRecord,
} from './records.ts';

/** Reads what the background stored. Everything is empty or undefined until it did. Every function throws StoreError. */
export interface StoreReader extends AskedReader, AlertReader, ActionReader {
  /** The first thing to paint. */
  head(): Promise<Head | undefined>;
  /** In the order that the user chose. */
  workspaces(): Promise<WorkspaceRecord[]>;
  fleet(workspaceId: WorkspaceId): Promise<FleetRecord | undefined>;
  fleets(): Promise<FleetRecord[]>;
  inboxes(workspaceId: WorkspaceId): Promise<InboxFleetRecord | undefined>;
  journal(workspaceId: WorkspaceId): Promise<JournalRecord | undefined>;
  /** Changes of one campaign's verdict, oldest first. */
  history(workspaceId: WorkspaceId, campaignId: CampaignId): Promise<HistoryRecord[]>;
  /** Changes of all verdicts of a workspace since an instant, oldest first. */
  historyOf(workspaceId: WorkspaceId, since: InstantMs): Promise<HistoryRecord[]>;
  /** Every occurrence there is, open and past, the latest start first. */
  incidents(): Promise<IncidentRecord[]>;
  /** Every occurrence that is pending or firing. */
  openIncidents(): Promise<IncidentRecord[]>;
  /** Set when everything had to be read anew. */
  cacheReset(): Promise<CacheReset | undefined>;
  /** Stored values that did not parse and were left out since this reader was opened. */
  quarantined(): number;
  close(): Promise<void>;
}
