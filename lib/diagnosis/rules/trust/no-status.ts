import { cause, type Rule } from '../../cause.ts';

/** Instantly has nothing to say: both halves null, or nobody asked yet, and no reason in the list either. */
export const noStatus: Rule = ({ effective, campaign, now }) =>
  effective.kind === 'none'
    ? cause('no_status_yet', 'amber', {
        params: {
          sinceCreated:
            campaign.createdAt === undefined ? null : Math.max(0, now - campaign.createdAt),
        },
        actions: ['check_now', 'open_campaign'],
      })
    : null;
