import { scheduleMinutesBetween } from '#forecast';
import { DAY_MS, type InstantMs, type SentSample } from '#model';
import { personCause, type Rule } from '../../cause.ts';
import type { CampaignContext } from '../../context.ts';

/** Nothing sent for longer than this, or four of the longest gaps, is silence (DIAGNOSIS.md 3.4). */
const SILENT_MINUTES = 45;
const GAPS = 4;
// Silence longer than this needs no counting, minute by minute.
const LONG_AGO_MS = 30 * DAY_MS;

/** The looks at the end of the series that all show the same count. */
const unchangedRun = (series: readonly SentSample[]): readonly SentSample[] => {
  const last = series.at(-1);
  return last ? series.slice(series.findLastIndex(({ sent }) => sent !== last.sent) + 1) : [];
};

/** In-schedule minutes for which nothing was sent, by our own looks or by Instantly's last healthy send. */
const silentMinutes = ({ series, campaign, snapshot, takenAt }: CampaignContext): number | null => {
  const minutesBetween = (from: InstantMs, to: InstantMs): number | null =>
    scheduleMinutesBetween(campaign.schedule, Math.max(from, to - LONG_AGO_MS), to);
  const run = unchangedRun(series);
  const first = run[0];
  const last = run.at(-1);
  const seen = first && last ? minutesBetween(first.at, last.at) : null;
  const lastSend = snapshot?.lastHealthySendAt;
  const said =
    lastSend !== undefined && takenAt !== undefined && lastSend <= takenAt
      ? minutesBetween(lastSend, takenAt)
      : null;
  // Instantly may keep the time of its last healthy loop rather than of a mail: a count that rose since disproves it.
  const hasRisen =
    first !== undefined &&
    lastSend !== undefined &&
    series.length > run.length &&
    first.at > lastSend;
  if (said === null || hasRisen) return seen;
  return Math.max(said, seen ?? 0);
};

/**
 * It says healthy, has inboxes and leads, is in schedule and under its limits, and sends nothing: independent of
 * Instantly's own verdict. Past a whole sending window it counts as stopped.
 */
export const silentStop: Rule = (context) => {
  const { code, counts, snapshot, isInSchedule, campaign, today, capacity, series } = context;
  const isAble =
    code === 'healthy' &&
    isInSchedule === true &&
    (counts?.available ?? 0) > 0 &&
    snapshot?.campaignLimit?.isHit !== true &&
    snapshot?.newLeadLimit?.isHit !== true &&
    snapshot?.leads?.isNoneReady !== true;
  if (!isAble) return null;
  const minutes = silentMinutes(context);
  const worstGap = (campaign.gapMinutes ?? 0) + (campaign.randomGapMinutes ?? 0);
  if (minutes === null || minutes <= Math.max(SILENT_MINUTES, GAPS * worstGap)) return null;
  const window = today && today.minutes > 0 ? today.minutes : Infinity;
  return personCause('silent_stop', 'red', ['open_campaign', 'open_accounts', 'contact_support'], {
    loss: capacity()?.remaining.mean ?? null,
    params: {
      minutes: Math.floor(minutes),
      lastSendAt: snapshot?.lastHealthySendAt ?? null,
      sent: series.at(-1)?.sent ?? null,
      available: counts?.available ?? null,
      isWholeWindow: minutes >= window,
    },
  });
};
