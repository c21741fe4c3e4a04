import { cause, type Rule } from '../../cause.ts';

/** Asking for the sending status failed; a missing scope is a cause of its own, for the key can be replaced. */
export const failedStatus: Rule = ({ effective }) => {
  if (effective.kind !== 'failed') return null;
  const { problem } = effective;
  return /scope/i.test(problem)
    ? cause('status_not_permitted', 'amber', {
        params: { problem },
        actions: ['replace_key', 'open_options'],
      })
    : cause('status_failed', 'amber', {
        params: { problem },
        actions: ['check_now', 'open_campaign'],
      });
};
