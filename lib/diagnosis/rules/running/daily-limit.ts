import { campaignLimitClearsAt, scheduleMinutesBetween } from '#forecast';
import { cause, type Rule } from '../../cause.ts';
import type { CampaignContext } from '../../context.ts';

const THIRD = 1 / 3;

/** When the limit was reached: the first look of today that shows it, Instantly's own first sight, else now. */
const reachedAt = ({ series, today, snapshot, now, capacityInput }: CampaignContext): number => {
  const limit = capacityInput.limitPerDay;
  const startsAt = today?.startsAt ?? -Infinity;
  const seen = series.find(
    ({ at, sent }) => at >= startsAt && typeof limit === 'number' && sent >= limit,
  );
  const since = snapshot?.issueSince;
  const candidates = [seen?.at, since !== undefined && since >= startsAt ? since : undefined];
  return Math.min(now, ...candidates.filter((at) => at !== undefined));
};

/** Share of today's window that had passed when the limit was reached; null when the schedule cannot be read. */
const shareOfWindow = (context: CampaignContext): number | null => {
  const { today, campaign } = context;
  if (!today || today.minutes === 0) return null;
  const minutes = scheduleMinutesBetween(campaign.schedule, today.startsAt, reachedAt(context));
  return minutes === null ? null : minutes / today.minutes;
};

/** Whether a higher limit would send more now: free inboxes and ready leads; undefined when either is unknown. */
const isMorePossible = ({
  counts,
  snapshot,
  inboxes,
  lossOf,
}: CampaignContext): boolean | undefined => {
  if (snapshot?.leads?.isNoneReady === true || counts?.available === 0) return false;
  if (lossOf('campaign_limit') === 0) return false;
  const isInboxFree =
    (counts?.available ?? 0) > 0 || inboxes.each.some(({ triage }) => triage.canSend);
  return isInboxFree && snapshot?.leads?.isNoneReady === false ? true : undefined;
};

/**
 * The campaign's own limit is used up. In the last third of the window that is how a limit should work; earlier, with
 * inboxes free and leads ready, the day is front-loaded. Its loss is 0: a limit that a person set is an opportunity.
 */
export const dailyLimit: Rule = (context) => {
  const { code, snapshot, campaign, now, timeZone, capacityInput, lossOf } = context;
  if (code !== 'daily_limit_met') return null;
  const share = shareOfWindow(context);
  const more = isMorePossible(context);
  const isEarly =
    share !== null && (more ? share < 1 - THIRD : more === undefined && share < THIRD);
  return cause('daily_limit_met', isEarly ? 'amber' : 'blue', {
    loss: 0,
    params: {
      sent: snapshot?.campaignLimit?.sent ?? capacityInput.sentToday ?? null,
      limit: capacityInput.limitPerDay ?? null,
      hitAt: share === null ? null : reachedAt(context),
      share,
      possible: lossOf('campaign_limit') || null,
      timeZone: timeZone ?? null,
    },
    clearsAt: campaignLimitClearsAt(campaign.schedule, now),
    actions: ['set_campaign_limit'],
  });
};
