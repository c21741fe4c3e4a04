import { cause, type Rule } from '../../cause.ts';

/** A code or a lifecycle that this version has never seen, or none at all where there must be one: shown raw, never guessed. */
export const unseenValue: Rule = ({ effective, snapshot }) =>
  effective.kind === 'unseen'
    ? cause(effective.of === 'lifecycle' ? 'unseen_lifecycle' : 'unseen_status', 'amber', {
        params: { raw: effective.raw, message: snapshot?.message ?? null },
        actions: ['check_now', 'open_campaign'],
      })
    : null;
