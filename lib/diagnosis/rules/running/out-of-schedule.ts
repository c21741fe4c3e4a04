import { capacityOf } from '#forecast';
import { atOpening } from '../../at-opening.ts';
import { cause, type Rule } from '../../cause.ts';

/**
 * Outside its window, by Instantly's code or because the window closed after a healthy snapshot. Says what the next
 * window will hold, so that what will bind then is known while there is time.
 */
export const outOfSchedule: Rule = (context) => {
  const { code, clock, timeZone, capacityInput, today, isInSchedule, downInboxes, totalInboxes } =
    context;
  const isClosedSince =
    code !== 'out_of_schedule' && isInSchedule === false && clock.kind === 'outside';
  if (code !== 'out_of_schedule' && !isClosedSince) return null;
  if (clock.kind === 'never') return null;
  const opensAt = clock.kind === 'outside' ? clock.opensAt : null;
  const next = opensAt === null ? null : capacityOf(atOpening(capacityInput, opensAt, today));
  return cause('out_of_schedule', 'blue', {
    loss: 0,
    params: {
      opensAt,
      timeZone: timeZone ?? null,
      nextWindowMails: next?.today.mean ?? null,
      nextWindowBottleneck: next?.bottleneck ?? null,
      down: downInboxes.length,
      inboxes: totalInboxes ?? null,
    },
    clearsAt: opensAt,
    actions: ['open_schedule'],
  });
};
