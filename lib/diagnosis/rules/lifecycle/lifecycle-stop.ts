import type { ActionId, SendingCode } from '#model';
import { personCause, type Rule } from '../../cause.ts';

const STOPS: Readonly<Partial<Record<SendingCode, readonly ActionId[]>>> = {
  campaign_account_suspended: ['contact_support', 'open_accounts'],
  campaign_bounce_protect: ['open_leads', 'activate_campaign'],
  campaign_accounts_unhealthy: ['open_accounts', 'activate_campaign'],
};

/** Instantly stopped the campaign: suspended, bounce protection, broken inboxes. Nothing mutes this. */
export const lifecycleStop: Rule = ({ code, capacity, downInboxes, lossOf, leads }) => {
  const actions = code && STOPS[code];
  if (!code || !actions) return null;
  const possible = (capacity()?.remaining.mean ?? null) as number | null;
  const restored = downInboxes.length > 0 ? lossOf('inboxes_down') : 0;
  const isRateKnown = leads?.sent !== undefined && leads.sent > 0 && leads.bounced !== undefined;
  return personCause(code, 'red', actions, {
    loss: possible === null || restored === null ? null : possible + restored,
    params: {
      count: downInboxes.length,
      bounceRate: isRateKnown ? (leads?.bounced ?? 0) / (leads?.sent ?? 1) : null,
    },
  });
};
