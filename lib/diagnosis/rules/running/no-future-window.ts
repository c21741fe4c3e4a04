import { personCause, type Rule } from '../../cause.ts';

/** No sending window lies ahead, at all: the end date has passed, or no day is enabled. */
export const noFutureWindow: Rule = ({ clock, campaign, capacity, timeZone, isInSchedule }) =>
  clock.kind === 'never' && isInSchedule !== true
    ? personCause('no_future_window', 'red', ['open_schedule'], {
        loss: capacity()?.remaining.mean ?? null,
        params: {
          why: clock.why,
          endDate: clock.why === 'ended' ? (campaign.schedule?.endDate ?? null) : null,
          timeZone: timeZone ?? null,
        },
      })
    : null;
