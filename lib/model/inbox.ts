import type { InboxAddress, WorkspaceId } from './ids.ts';
import type { Unseen } from './lifecycle.ts';
import type { InstantMs } from './time.ts';

/** State of a sending inbox (INSTANTLY.md 3.4). `maintenance` resumes by itself. */
export type InboxStatus =
  | 'active'
  | 'paused'
  | 'maintenance'
  | 'connection_error'
  | 'soft_bounce_error'
  | 'sending_error';

/** State of an inbox's warmup (INSTANTLY.md 3.5). */
export type WarmupStatus =
  | 'active'
  | 'paused'
  | 'banned'
  | 'spam_folder_unknown'
  | 'permanently_suspended';

/** Who runs the inbox (INSTANTLY.md 3.6). */
export type InboxProvider = 'imap_smtp' | 'google' | 'microsoft' | 'aws' | 'airmail';

/** What the mail server last answered, as Instantly kept it. Every part may be absent. */
export interface SmtpMessage {
  readonly code: string | undefined;
  readonly command: string | undefined;
  readonly response: string | undefined;
  readonly errorText: string | undefined;
  readonly responseCode: number | undefined;
}

/** The domain of its own that an inbox's tracked links and opens go through (INSTANTLY.md 2.7). */
export interface InboxTracking {
  readonly host: string;
  /** Instantly's own word for how it stands, such as `active`: it has no list of them. Untrusted text. */
  readonly status: string | null;
}

/** What is known of one sending inbox. Undefined means Instantly did not say. */
export interface InboxFacts {
  readonly workspaceId: WorkspaceId;
  readonly address: InboxAddress;
  readonly status: InboxStatus | Unseen | undefined;
  readonly smtpMessage: SmtpMessage | undefined;
  readonly warmupStatus: WarmupStatus | Unseen | undefined;
  /** 0 to 100. */
  readonly warmupScore: number | null | undefined;
  readonly provider: InboxProvider | Unseen | undefined;
  readonly isSetupPending: boolean | undefined;
  /** Campaign mails a day over all campaigns; null is no own limit known. */
  readonly limitPerDay: number | null | undefined;
  /** Minutes between two mails of this inbox over all campaigns. */
  readonly gapMinutes: number | undefined;
  readonly isSlowRamp: boolean | null | undefined;
  /** Null is none of its own. Facts that an older version stored do not say. */
  readonly tracking: InboxTracking | null | undefined;
  readonly tagIds: readonly string[];
  readonly readAt: InstantMs;
}

/** Mails one inbox sent on one UTC day over all campaigns (INSTANTLY.md 2.7, accounts/analytics/daily). */
export interface InboxDay {
  readonly address: InboxAddress;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly sent: number | undefined;
  readonly bounced: number | undefined;
}
