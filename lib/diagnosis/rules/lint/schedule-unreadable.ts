import { cause, type Rule } from '../../cause.ts';

/** The schedule cannot be read here, so no time can be promised. */
export const scheduleUnreadable: Rule = ({ clock, timeZone }) =>
  clock.kind === 'unknown'
    ? cause('schedule_unreadable', 'blue', {
        params: { why: clock.why, timeZone: timeZone ?? null },
        actions: ['open_schedule'],
      })
    : null;
