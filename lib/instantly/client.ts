import type {
  CampaignFacts,
  CampaignId,
  DomainVitals,
  InboxAddress,
  InboxDay,
  InboxFacts,
  InboxWarmup,
  InstantMs,
  SubsequenceId,
  TrackingDomain,
  WorkspaceId,
} from '#model';
import type { CampaignDay, CampaignTotals } from './analytics-wire.ts';
import type { Answer, Page } from './answer.ts';
import type { AuditRow } from './audit-wire.ts';
import type { CallOptions, ListOptions } from './call.ts';
import type { BackgroundJob } from './job-wire.ts';
import type { StatusReading } from './read-status.ts';
import type { SubsequenceFacts } from './subsequence-wire.ts';
import type { Tag, TagMapping } from './tag-wire.ts';
import type { Fetch } from './transport.ts';
import type { WorkspaceIdentity, WorkspaceMember } from './workspace-wire.ts';

export interface ClientOptions {
  /** As `checkKeyText` gives it. */
  readonly key: string;
  readonly fetch: Fetch;
  readonly now: () => InstantMs;
  /** For one call, headers and body together. */
  readonly timeoutMs?: number | undefined;
  readonly maxBodyBytes?: {
    /** Sending status and workspace. */
    readonly status?: number | undefined;
    /** Everything else. */
    readonly list?: number | undefined;
  };
  /** Under which the facts are filed. Left out only while connecting: each row's own workspace is taken then. */
  readonly workspaceId?: WorkspaceId | undefined;
  /** With an agency's key: the workspace to act on instead of the agency's own. */
  readonly asWorkspace?: WorkspaceId | undefined;
}

export interface StatusOptions extends CallOptions {
  /** Only after a person asked for it: what it costs is unknown (INSTANTLY.md 2.4). */
  readonly withAiSummary?: boolean | undefined;
}

export interface InboxListOptions extends ListOptions {
  readonly cursor?: string | undefined;
  /** Only those in error. */
  readonly onlyErrors?: boolean | undefined;
  /** Only those with any of these tags. */
  readonly tagIds?: readonly string[] | undefined;
  /** Says the tags of each inbox; else `tagIds` of the facts are empty. */
  readonly includeTags?: boolean | undefined;
}

export interface TagMappingOptions extends ListOptions {
  readonly cursor?: string | undefined;
  /** Only mappings of these inboxes or campaigns, at most 100. */
  readonly resources?: readonly (InboxAddress | CampaignId)[] | undefined;
}

export interface TotalsOptions extends CallOptions {
  /** Leaves out `leads`, which makes the answer much faster. */
  readonly withoutLeads?: boolean | undefined;
}

/**
 * Everything that is read of one workspace. Every call rejects with InstantlyError, or with the reason of the
 * caller's signal. Nothing is tried twice here.
 */
export interface InstantlyClient {
  currentWorkspace(options?: CallOptions): Promise<Answer<WorkspaceIdentity>>;
  workspaceMembers(cursor?: string, options?: ListOptions): Promise<Page<WorkspaceMember>>;
  listCampaigns(cursor?: string, options?: ListOptions): Promise<Page<CampaignFacts>>;
  campaign(id: CampaignId, options?: CallOptions): Promise<Answer<CampaignFacts>>;
  sendingStatus(id: CampaignId, options?: StatusOptions): Promise<Answer<StatusReading>>;
  subsequences(
    campaignId: CampaignId,
    cursor?: string,
    options?: ListOptions,
  ): Promise<Page<SubsequenceFacts>>;
  subsequenceStatus(id: SubsequenceId, options?: StatusOptions): Promise<Answer<StatusReading>>;
  listInboxes(options?: InboxListOptions): Promise<Page<InboxFacts>>;
  /** One inbox; its tags are not said. */
  inbox(address: InboxAddress, options?: CallOptions): Promise<Answer<InboxFacts>>;
  /** Tests the DNS records of the domains of at most 100 inboxes; each domain is answered once. */
  inboxVitals(
    addresses: readonly InboxAddress[],
    options?: CallOptions,
  ): Promise<Answer<readonly DomainVitals[]>>;
  trackingDomain(host: string, options?: CallOptions): Promise<Answer<TrackingDomain>>;
  /** How the warmup of at most 100 inboxes goes; those without figures are missing. */
  warmups(
    addresses: readonly InboxAddress[],
    options?: CallOptions,
  ): Promise<Answer<readonly InboxWarmup[]>>;
  backgroundJob(id: string, options?: CallOptions): Promise<Answer<BackgroundJob>>;
  /** Instantly's own log since a day, `YYYY-MM-DD`, in the order it gives it. */
  auditLog(from: string, cursor?: string, options?: ListOptions): Promise<Page<AuditRow>>;
  /** Totals of at most 100 campaigns, or of all. A campaign that never sent has none. */
  campaignAnalytics(
    ids: readonly CampaignId[] | 'all',
    options?: TotalsOptions,
  ): Promise<Answer<readonly CampaignTotals[]>>;
  /** Days of one campaign, or summed over all of them; both ends included. */
  campaignDays(
    id: CampaignId | 'all',
    from: string,
    to: string,
    options?: CallOptions,
  ): Promise<Answer<readonly CampaignDay[]>>;
  /** Days (UTC, `YYYY-MM-DD`, both included, at most 31) of at most 100 inboxes. */
  inboxDays(
    addresses: readonly InboxAddress[],
    from: string,
    to: string,
    options?: CallOptions,
  ): Promise<Answer<readonly InboxDay[]>>;
  tags(cursor?: string, options?: ListOptions): Promise<Page<Tag>>;
  tagMappings(options?: TagMappingOptions): Promise<Page<TagMapping>>;
}
