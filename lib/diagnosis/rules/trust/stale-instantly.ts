import { cause, type Rule } from '../../cause.ts';

/** Instantly's own snapshot is old although the campaign is in schedule, or its time cannot be read. */
export const staleInstantly: Rule = ({ freshness, takenAt, now, effective }) => {
  if (freshness !== 'stale' && freshness !== 'unknown_time') return null;
  // A list's reason is as fresh as the list; only what the snapshot said has grown old.
  if (freshness === 'unknown_time' && effective.kind === 'code' && effective.from === 'reason')
    return null;
  return cause('stale_instantly', 'amber', {
    params: { takenAt: takenAt ?? null, age: takenAt === undefined ? null : now - takenAt },
    actions: ['check_now', 'open_campaign'],
  });
};
