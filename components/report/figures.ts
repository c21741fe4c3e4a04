import type { packaged } from '#locales/en/packaged';
import type { Capacity, Counters, InboxCounts, InstantMs } from '#model';
import type { Words } from '#words';

/** Words that a campaign's figures and its report need. */
export type FiguresWords = Words<typeof packaged>;

/** One kind of inbox in the breakdown. */
export interface InboxPart {
  readonly tone: 'healthy' | 'limited' | 'degraded' | 'waiting' | 'blocked';
  readonly count: number;
  readonly text: string;
}

/** How a campaign's inboxes stand; kinds without any are left out. The parts may overlap, as Instantly counts them. */
export const inboxPartsOf = (
  counts: InboxCounts | undefined,
  words: FiguresWords,
): readonly InboxPart[] =>
  (
    [
      ['panel.inboxes.ready', 'healthy', counts?.available],
      ['panel.inboxes.atLimit', 'limited', counts?.atDailyLimit],
      ['popup.inboxes.ramping', 'degraded', counts?.atSlowRampLimit],
      ['panel.inboxes.inGap', 'waiting', counts?.inGap],
      ['panel.inboxes.disconnected', 'blocked', counts?.disconnected],
    ] as const
  ).flatMap(([name, tone, count]) =>
    count ? [{ tone, count, text: words.t(name, { count }) }] : [],
  );

/** What today will hold, what binds it, and what lifting that would give; empty when it was not computed. */
export const capacityText = (capacity: Capacity | null, words: FiguresWords): string => {
  if (!capacity) return '';
  const { today, bottleneck, withoutBottleneck, assumed } = capacity;
  const figure = words.number(Math.round(today.mean));
  const mails = assumed.length > 0 ? words.t('popup.atMost', { mails: figure }) : figure;
  if (!withoutBottleneck) return words.t('popup.capacity', { mails });
  const without = words.number(Math.round(withoutBottleneck.mean));
  if (!bottleneck) return words.t('popup.capacity.stopped', { without });
  const constraint = words.t(`panel.constraint.${bottleneck}`).toLowerCase();
  return words.t('popup.capacity.bound', { mails, constraint, without });
};

/** How many follow-ups wait, and until when; empty when none does. */
export const followUpsText = (
  { followUpsWaiting: count, nextFollowUpAt }: Counters,
  words: FiguresWords,
  now: InstantMs,
): string => {
  if (!count) return '';
  return nextFollowUpAt === undefined
    ? words.t('panel.followUpsOnly', { count })
    : words.t('panel.followUps', { count, until: words.until(nextFollowUpAt, now) });
};
