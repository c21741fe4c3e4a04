import { type CapacityInput, type InboxRoom, nextInboxReset, type Today } from '#forecast';
import type { InboxCounts, InstantMs } from '#model';

/** The same campaign at a later opening of its window: the day's counts start afresh, broken inboxes stay broken. */
export const atOpening = (
  input: CapacityInput,
  opensAt: InstantMs,
  today: Today | null,
): CapacityInput => {
  const isInboxDayOver = nextInboxReset(input.now) <= opensAt;
  const isDayOver = today === null || opensAt >= today.endsAt;
  const freshRoom = (room: InboxRoom): InboxRoom => ({ ...room, sentToday: 0 });
  const { inboxes } = input;
  return {
    ...input,
    now: opensAt,
    isInScheduleAtInstantly: undefined,
    sentToday: isDayOver ? 0 : input.sentToday,
    newLeadsToday: isDayOver ? 0 : input.newLeadsToday,
    followUpsDue: undefined,
    observedPerHour: undefined,
    inboxes:
      inboxes?.kind === 'each'
        ? { kind: 'each', rooms: isInboxDayOver ? inboxes.rooms.map(freshRoom) : inboxes.rooms }
        : inboxes && {
            kind: 'counts',
            counts: isInboxDayOver
              ? {
                  ...inboxes.counts,
                  available: afresh(inboxes.counts),
                  atDailyLimit: 0,
                  atSlowRampLimit: 0,
                  inGap: 0,
                }
              : inboxes.counts,
          },
  };
};

/** Inboxes that are only full or pausing today can send tomorrow. */
const afresh = ({ total, available, disconnected }: InboxCounts): number | undefined =>
  total === undefined ? available : Math.max(0, total - (disconnected ?? 0));
