import { cause, type Rule } from '../../cause.ts';

/** Its start date still lies ahead. */
export const notStartedYet: Rule = ({ clock, timeZone }) =>
  clock.kind === 'outside' && clock.isBeforeStart
    ? cause('not_started_yet', 'blue', {
        params: { opensAt: clock.opensAt, timeZone: timeZone ?? null },
        clearsAt: clock.opensAt,
        actions: ['open_schedule'],
      })
    : null;
