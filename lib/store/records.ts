import type {
  CampaignFacts,
  CampaignId,
  CauseCode,
  Change,
  ChangeFields,
  ChangeOutcome,
  Health,
  HealthCounts,
  InboxDay,
  InboxFacts,
  Incident,
  InstantMs,
  KeyAbilities,
  LeadFacts,
  SentSample,
  SnapshotReading,
  SubsequenceFacts,
  Verdict,
  WorkspaceId,
  WorkspaceState,
} from '#model';
import type { Catalogue } from '#words';
import type { SilencedCounts } from './alert-records.ts';

/** A connected workspace. The key itself is only in the vault. */
export interface WorkspaceRecord {
  readonly id: WorkspaceId;
  readonly name: string;
  /**
   * The admin workspace whose key is used, acting on this one; absent where the key is this workspace's own. The vault
   * keeps the key once for each workspace that uses it.
   */
  readonly adminId?: WorkspaceId | undefined;
  /** Last four characters of the key: all that is ever shown of it. */
  readonly keyTail: string;
  /** Raised with every new key; answers asked for under an older one are thrown away. */
  readonly generation: number;
  readonly state: WorkspaceState;
  readonly abilities: KeyAbilities;
  /** Scopes that Instantly named as missing, in its own words. */
  readonly missingScopes: readonly string[];
  readonly connectedAt: InstantMs;
  /** Place in the list that the user chose. */
  readonly order: number;
  readonly isDemo: boolean;
}

/** Latest raw facts of one campaign. */
export interface ObservationRecord {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId;
  readonly campaign: CampaignFacts;
  readonly listedAt: InstantMs;
  readonly reading: SnapshotReading;
  /** Null until campaign analytics were read. */
  readonly leads: LeadFacts | null;
  /** Null until they were read; only campaigns that run them are asked. */
  readonly subsequences: readonly SubsequenceFacts[] | null;
  /** When today's count of sent mails was first seen at each value, oldest first: the last few changes. */
  readonly sentChanges: readonly SentSample[];
}

/** All verdicts of one workspace: one value, written once a slice and only when something changed. */
export interface FleetRecord {
  readonly workspaceId: WorkspaceId;
  readonly verdicts: readonly Verdict[];
}

/** All inboxes of one workspace. */
export interface InboxFleetRecord {
  readonly workspaceId: WorkspaceId;
  readonly inboxes: readonly InboxFacts[];
  /** What each inbox sent on the present UTC day. */
  readonly days: readonly InboxDay[];
  readonly tags: readonly TagLabel[];
  readonly readAt: InstantMs;
}

/** A tag of the workspace, by which inboxes and campaigns are joined. */
export interface TagLabel {
  readonly id: string;
  /** Untrusted text. */
  readonly label: string;
}

/** The slow rounds beside the list and the sending statuses. */
export const SWEEPS = [
  'inboxErrors',
  'inboxes',
  'inboxDays',
  'leads',
  'subsequences',
  'tags',
] as const;
export type Sweep = (typeof SWEEPS)[number];

/** Allowance of requests that outlives the worker. */
export interface TokenBucketState {
  readonly tokens: number;
  readonly updatedAt: InstantMs;
  readonly ratePerSecond: number;
}

/** The small record written once a slice: what was done when. An unchanged campaign costs nothing else. */
export interface JournalRecord {
  readonly workspaceId: WorkspaceId;
  readonly generation: number;
  /** Last complete list sweep; null before the first. */
  readonly listedAt: InstantMs | null;
  /** Last complete round of each kind. */
  readonly sweptAt: Readonly<Partial<Record<Sweep, InstantMs>>>;
  /** The last few steps between two snapshots of one campaign at Instantly, in ms: how often it re-evaluates. */
  readonly loopStepsMs: readonly number[];
  /** How long one round over all watched campaigns takes when the budget does not allow the wished rhythm; else null. */
  readonly stretchedMs: number | null;
  /** Last good answer about each campaign, from the list or from its sending status. */
  readonly checkedAt: Readonly<Record<CampaignId, InstantMs>>;
  /** No request before this instant. */
  readonly notBefore: InstantMs | null;
  /** Failed attempts in a row. */
  readonly failures: number;
  readonly bucket: TokenBucketState;
}

/** What the popup paints first: small enough for one read (under 8 kB). */
export interface Head {
  readonly version: 1;
  readonly workspaces: readonly HeadWorkspace[];
  readonly counts: HealthCounts;
  /** Of the campaigns that need a person: those of which nobody is told for now. */
  readonly silenced: SilencedCounts;
  /** The worst rows, at most 20, each with its first cause only. */
  readonly rows: readonly Verdict[];
  /** The incidents that the headline and the advice line speak of, worst first, at most 3. */
  readonly incidents: readonly Incident[];
  /** The headlines of the causes that occur here, so that the first paint needs no catalogue of them all. */
  readonly headlines: Catalogue;
}

/** A workspace as the header of the popup shows it. */
export interface HeadWorkspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly state: WorkspaceState;
  /** Oldest of the last good answers about campaigns that are watched; null before the first check. */
  readonly checkedAt: InstantMs | null;
  readonly campaigns: number;
  readonly isDemo: boolean;
}

/** One change of a campaign's verdict. */
export interface HistoryRecord {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId;
  readonly at: InstantMs;
  readonly health: Health;
  /** The health before this change; null for the first one seen. */
  readonly previousHealth: Health | null;
  readonly code: string | null;
  /** Ranked as in the verdict. */
  readonly causeCodes: readonly CauseCode[];
}

/** One occurrence of an incident: the same incident coming back later is another record. */
export interface IncidentRecord {
  readonly incident: Incident;
  /** The workspaces it touches; it is erased with the last of them. */
  readonly workspaceIds: readonly WorkspaceId[];
  readonly state: 'pending' | 'firing' | 'resolved';
  readonly acknowledgedAt: InstantMs | null;
  readonly snoozedUntil: InstantMs | null;
  readonly note: string;
  readonly resolvedAt: InstantMs | null;
}

/** One change that a person confirmed: written down before Instantly is asked, and again with all that becomes of it. */
export interface ActionRecord {
  readonly id: string;
  /** The confirmation that it was part of, with all its other changes. */
  readonly setId: string;
  readonly workspaceId: WorkspaceId;
  readonly change: Change;
  /** The campaign's name or the inbox's address as it was shown. Untrusted text. */
  readonly subject: string;
  /** When it was written down, just before the request. */
  readonly at: InstantMs;
  /** Who made it: changes of others are in Instantly's own log. */
  readonly by: 'this_browser';
  readonly before: ChangeFields;
  readonly after: ChangeFields;
  /** What takes it back; null where nothing does. */
  readonly inverse: Change | null;
  /** The action that this one takes back. */
  readonly undoesId: string | null;
  /** Instantly's background job that does it. */
  readonly jobId: string | null;
  readonly outcome: ChangeOutcome;
  /** When that was found out. */
  readonly outcomeAt: InstantMs;
}

/**
 * What keeps the browser from storing. `full`: the disk, or the profile's share of it. `refused`: the browser keeps no
 * databases for extensions; all that is known is kept for this run of the browser only.
 */
export type StorageTrouble = 'full' | 'refused';

/** Says that everything but the keys and the settings was erased and is being read anew. */
export interface CacheReset {
  readonly at: InstantMs;
  /** `newer_version`: a later Sendwatch wrote it. `damaged`: the browser could not read it. */
  readonly reason: 'newer_version' | 'damaged';
}
