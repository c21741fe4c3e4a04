import { cause, type Rule } from '../../cause.ts';

/** Off by intent: a draft, paused, completed. */
export const intent: Rule = ({ code, snapshot }) => {
  switch (code) {
    case 'campaign_draft':
    case 'campaign_paused':
      return cause(code, 'grey', { actions: ['activate_campaign', 'open_campaign'] });
    case 'campaign_completed':
      return cause(code, 'grey', {
        params: { followUps: snapshot?.followUps?.count ?? null },
        actions: ['open_leads'],
      });
    default:
      return null;
  }
};
