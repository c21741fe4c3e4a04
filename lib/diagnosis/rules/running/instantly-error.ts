import { personCause, type Rule } from '../../cause.ts';

/** The list's reason 99: an error on Instantly's side that only their support can solve. */
export const instantlyError: Rule = ({ effective, capacity, snapshot }) =>
  effective.kind === 'instantly_error'
    ? personCause('instantly_error', 'red', ['contact_support'], {
        loss: capacity()?.remaining.mean ?? null,
        params: { message: snapshot?.message ?? null },
      })
    : null;
