import type { InboxCounts, SendingSnapshot } from '#model';

/** More inboxes than this no campaign has; a hostile figure must not become as many objects. */
const MOST_INBOXES = 10_000;

const within = (value: number | undefined, most: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.min(Math.max(0, value), most ?? Infinity);

/** Counts as they can be: none negative, none above the total. What is unknown stays unknown. */
export const clampCounts = (counts: InboxCounts | undefined): InboxCounts | undefined => {
  if (!counts) return undefined;
  const total = within(counts.total, MOST_INBOXES);
  const most = total ?? MOST_INBOXES;
  return {
    total,
    available: within(counts.available, most),
    atDailyLimit: within(counts.atDailyLimit, most),
    atSlowRampLimit: within(counts.atSlowRampLimit, most),
    disconnected: within(counts.disconnected, most),
    inGap: within(counts.inGap, most),
  };
};

/** Names of counts that cannot be: negative, or more of something than there is. */
export const impossibleCounts = ({
  inboxCounts,
  campaignLimit,
  newLeadLimit,
  followUps,
  leads,
}: SendingSnapshot): string[] => {
  const counts: readonly (readonly [string, number | undefined | null])[] = [
    ['inboxes', inboxCounts?.total],
    ['available', inboxCounts?.available],
    ['atDailyLimit', inboxCounts?.atDailyLimit],
    ['atSlowRampLimit', inboxCounts?.atSlowRampLimit],
    ['disconnected', inboxCounts?.disconnected],
    ['inGap', inboxCounts?.inGap],
    ['sent', campaignLimit?.sent],
    ['contacted', newLeadLimit?.contacted],
    ['followUps', followUps?.count],
    ['skips', leads?.inboxUnavailableSkips],
  ];
  const total = inboxCounts?.total ?? Infinity;
  const ofTotal = new Set([
    'available',
    'atDailyLimit',
    'atSlowRampLimit',
    'disconnected',
    'inGap',
  ]);
  return counts
    .filter(
      ([name, value]) =>
        typeof value === 'number' && (value < 0 || (ofTotal.has(name) && value > total)),
    )
    .map(([name]) => name);
};

/** The part of the inboxes that is not available for a reason Instantly does not name; never negative. */
export const otherUnavailable = (counts: InboxCounts): number =>
  Math.max(
    0,
    (counts.total ?? 0) -
      (counts.available ?? 0) -
      (counts.disconnected ?? 0) -
      (counts.atDailyLimit ?? 0) -
      (counts.atSlowRampLimit ?? 0) -
      (counts.inGap ?? 0),
  );
