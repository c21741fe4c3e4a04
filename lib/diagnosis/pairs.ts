import type { Cause, Constraint } from '#model';
import type { CampaignContext } from './context.ts';

/** The constraint of the forecast behind a cause. */
const CONSTRAINT: Readonly<Partial<Record<Cause['code'], Constraint>>> = {
  daily_limit_met: 'campaign_limit',
  new_lead_limit_met: 'new_lead_limit',
  account_daily_limit_met: 'inbox_limits',
  inboxes_at_daily_limit: 'inbox_limits',
  inboxes_ramping: 'slow_ramp',
  inboxes_disconnected: 'inboxes_down',
  inbox_login_lost: 'inboxes_down',
  inbox_bad_lead: 'inboxes_down',
  inbox_reputation: 'inboxes_down',
  inbox_error: 'inboxes_down',
  one_by_one: 'one_by_one',
  waiting_for_leads: 'leads',
};

const isIdle = (constraint: Constraint, { lossOf }: CampaignContext): boolean =>
  lossOf(constraint) === 0;

/**
 * Notes on causes that cost nothing alone and something together, as equal limits do: `together` names the other one,
 * `lossTogether` the mails that mending both would give.
 */
export const notePairs = (causes: readonly Cause[], context: CampaignContext): readonly Cause[] =>
  causes.map((cause) => {
    const own = CONSTRAINT[cause.code];
    if (own === undefined || !isIdle(own, context)) return cause;
    for (const other of causes) {
      const theirs = CONSTRAINT[other.code];
      if (theirs === undefined || theirs === own || !isIdle(theirs, context)) continue;
      const loss = context.lossOfAll(own, theirs);
      if (loss !== null && loss > 0) {
        return { ...cause, params: { ...cause.params, together: other.code, lossTogether: loss } };
      }
    }
    return cause;
  });
