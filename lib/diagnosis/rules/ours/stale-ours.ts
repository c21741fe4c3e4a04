import { cause, type Rule } from '../../cause.ts';

/** We could not ask Instantly for too long. */
export const staleOurs: Rule = ({ oursStaleSince, now }) =>
  oursStaleSince === undefined
    ? null
    : cause('stale_ours', 'amber', {
        params: { sinceAt: oursStaleSince, age: Math.max(0, now - oursStaleSince) },
        actions: ['check_now'],
      });
