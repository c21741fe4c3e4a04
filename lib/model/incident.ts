import type { ActionId } from './action.ts';
import type { CauseCode, CauseParam, Severity } from './cause.ts';
import type { CampaignId, InboxAddress, WorkspaceId } from './ids.ts';
import type { InstantMs } from './time.ts';

/** What an incident is about: the thing several campaigns share. */
export type IncidentSubject =
  | { readonly kind: 'everything' }
  | { readonly kind: 'workspace'; readonly workspaceId: WorkspaceId }
  | { readonly kind: 'inboxes'; readonly addresses: readonly InboxAddress[] }
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'provider'; readonly provider: string }
  | { readonly kind: 'tag'; readonly tagId: string };

/** A cause shared by campaigns, or one that stands above all of them. */
export interface Incident {
  /** Stable over checks: made from the cause and its subject. */
  readonly id: string;
  readonly code: CauseCode;
  readonly severity: Severity;
  readonly subject: IncidentSubject;
  readonly params: Readonly<Record<string, CauseParam>>;
  readonly campaignIds: readonly CampaignId[];
  /** Mails lost today over all its campaigns; null when it cannot be said. */
  readonly loss: number | null;
  /** Campaigns that would send again if only this were fixed. */
  readonly restores: number;
  readonly since: InstantMs;
  readonly clearsAt: InstantMs | null;
  readonly actions: readonly ActionId[];
}
