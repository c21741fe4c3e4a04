import type { ChangeOf } from '#model';
import { withCampaign, withoutCode, withSettings } from './applied.ts';
import { campaignAction } from './campaign-action.ts';
import { note } from './fields.ts';

/** Switches on or off that leads wait for an inbox of their own provider. */
export const setEspMatching = campaignAction<ChangeOf<'set_esp_matching'>>({
  fields: ({ isEspMatching }) => (isEspMatching === undefined ? undefined : { isEspMatching }),
  after: ({ isOn }) => ({ isEspMatching: isOn }),
  refuse: () => null,
  risks: ({ isOn }) => (isOn ? [] : [note('other_providers')]),
  inverse: ({ campaignId, isOn }) => ({ kind: 'set_esp_matching', campaignId, isOn: !isOn }),
  applied: ({ campaignId, isOn }, fleet) =>
    withCampaign(fleet, campaignId, (observation) => {
      const set = withSettings({ isEspMatching: isOn })(observation);
      return isOn ? set : withoutCode('waiting_for_esp_match')(set);
    }),
  send: (client, { campaignId, isOn }) =>
    client.changeCampaign(campaignId, { isEspMatching: isOn }),
});
