import { nextSend, type SendWait } from '#forecast';
import type { Health, InstantMs } from '#model';
import type { CampaignContext } from './context.ts';

const waitOf = (context: CampaignContext): SendWait | null => {
  const { code, snapshot, takenAt, campaign, isInSchedule, series, now } = context;
  if (isInSchedule === false) return { kind: 'window' };
  switch (code) {
    case 'out_of_schedule':
      return { kind: 'window' };
    case 'daily_limit_met':
    case 'domain_limit_reached':
      return { kind: 'campaign_limit' };
    case 'account_daily_limit_met':
      return { kind: 'inbox_limits' };
    case 'follow_up_delay_not_met':
      return {
        kind: 'follow_up',
        takenAt,
        waitSeconds: snapshot?.followUps?.earliestWaitSeconds,
      };
    case 'healthy': {
      const risen = series.findLast(({ sent }, at) => sent > (series[at - 1]?.sent ?? sent));
      const lastSentAt =
        Math.min(now, Math.max(snapshot?.lastHealthySendAt ?? 0, risen?.at ?? 0)) || undefined;
      const { gapMinutes, randomGapMinutes } = campaign;
      return { kind: 'gap', lastSentAt, gapMinutes, randomGapMinutes };
    }
    default:
      return null;
  }
};

/** When the next mail leaves at the earliest; null when it stands still, or nobody can say. */
export const nextSendAtOf = (context: CampaignContext, health: Health): InstantMs | null => {
  if (health === 'blocked' || health === 'inactive' || health === 'unknown') return null;
  if (context.code === 'healthy' && health === 'degraded' && context.isInSchedule === undefined)
    return null;
  const wait = waitOf(context);
  return (wait && nextSend(context.campaign.schedule, context.now, wait)?.earliestAt) ?? null;
};
