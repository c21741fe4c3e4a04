import { cause, type Rule } from '../../cause.ts';

/** Leads wait for a free inbox of their own mail provider. */
export const espMatch: Rule = ({ code, snapshot }) =>
  code === 'waiting_for_esp_match'
    ? cause('waiting_for_esp_match', 'amber', {
        params: { providers: snapshot?.espRouting?.connectedEsps.length || null },
        actions: ['turn_off_esp_matching', 'open_accounts'],
      })
    : null;
