import type { InboxProvider, InboxStatus, Lifecycle, NotSendingReason, WarmupStatus } from '#model';
import { numbered } from './wire.ts';

/** Campaign.status, also of subsequences (INSTANTLY.md 3.1). */
export const lifecycle = numbered<Lifecycle>({
  0: 'draft',
  1: 'active',
  2: 'paused',
  3: 'completed',
  4: 'running_subsequences',
  [-1]: 'accounts_unhealthy',
  [-2]: 'bounce_protect',
  [-99]: 'account_suspended',
});

/** Campaign.not_sending_status (INSTANTLY.md 3.2). */
export const notSendingReason = numbered<NotSendingReason>({
  1: 'out_of_schedule',
  2: 'waiting_for_lead',
  3: 'campaign_daily_limit',
  4: 'inbox_daily_limits',
  99: 'instantly_error',
});

/** Account.status (INSTANTLY.md 3.4). */
export const inboxStatus = numbered<InboxStatus>({
  1: 'active',
  2: 'paused',
  3: 'maintenance',
  [-1]: 'connection_error',
  [-2]: 'soft_bounce_error',
  [-3]: 'sending_error',
});

/** Account.warmup_status (INSTANTLY.md 3.5). */
export const warmupStatus = numbered<WarmupStatus>({
  0: 'paused',
  1: 'active',
  [-1]: 'banned',
  [-2]: 'spam_folder_unknown',
  [-3]: 'permanently_suspended',
});

/** Account.provider_code (INSTANTLY.md 3.6). */
export const inboxProvider = numbered<InboxProvider>({
  1: 'imap_smtp',
  2: 'google',
  3: 'microsoft',
  4: 'aws',
  8: 'airmail',
  11: 'airmail',
});
