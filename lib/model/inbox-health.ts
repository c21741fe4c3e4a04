import type { InboxAddress } from './ids.ts';

/** The DNS records of one sending domain (INSTANTLY.md 2.7, test/vitals). Null: they could not be read, test again. */
export interface DomainVitals {
  readonly domain: string;
  readonly isPassing: boolean;
  readonly mx: boolean | null;
  readonly spf: boolean | null;
  readonly dkim: boolean | null;
  readonly dmarc: boolean | null;
}

/** Whether a tracking domain stands as it should (INSTANTLY.md 2.7, ctd/status). */
export interface TrackingDomain {
  readonly host: string;
  readonly isPassing: boolean;
  readonly isSslValid: boolean | null;
  readonly isCnameValid: boolean | null;
}

/** Where the warmup mails of one inbox landed, on one day or in all. */
export interface WarmupCount {
  readonly sent: number | null;
  readonly received: number | null;
  readonly landedInbox: number | null;
  readonly landedSpam: number | null;
}

/** How the warmup of one inbox goes (INSTANTLY.md 2.7, warmup-analytics). */
export interface InboxWarmup extends WarmupCount {
  readonly address: InboxAddress;
  /** 0 to 100; 80 and more is healthy. */
  readonly score: number | null;
  /** Oldest first; `date` is `YYYY-MM-DD`. */
  readonly days: readonly (WarmupCount & { readonly date: string })[];
}

/** What Instantly's own log says was done (INSTANTLY.md 2.8); `other` for what Sendwatch has no word for. */
export type AuditKind =
  | 'campaign_activated'
  | 'campaign_paused'
  | 'campaign_deleted'
  | 'campaign_changed'
  | 'inbox_added'
  | 'inbox_deleted'
  | 'inbox_changed'
  | 'key_created'
  | 'key_deleted'
  | 'other';
