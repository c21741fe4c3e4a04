import type { CampaignId, InboxAddress, Notice, WorkspaceId } from '#model';

/** What a webhook is told: a notice with the names that it needs, all of them untrusted text. */
export interface WebhookContent {
  /** Of the delivery: the same whenever it is sent again. */
  readonly id: string;
  readonly notice: Notice | TestNotice;
  /** The cause in a few words; empty where no single cause is meant. */
  readonly headline: string;
  readonly workspace: { readonly id: WorkspaceId; readonly name: string } | null;
  readonly campaigns: readonly { readonly id: CampaignId; readonly name: string }[];
  /** Inboxes that the cause is about; none unless the user chose that addresses may be sent. */
  readonly inboxes: readonly InboxAddress[];
}

/** What the button "Send a test" sends. */
export type TestNotice = Pick<Notice, 'id' | 'at'> & { readonly kind: 'test' };
