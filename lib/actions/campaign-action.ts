import type { InstantlyWriter } from '#instantly';
import type { CampaignFacts, CampaignId, Change, ChangeFields, ChangeNote } from '#model';
import type { ActionDefinition, ChangeFacts, KnownFacts, Subject } from './action-definition.ts';
import { isSameFields } from './fields.ts';

type CampaignChange = Change & { readonly campaignId: CampaignId };

/** What is special about a change of one campaign. */
interface Special<One extends CampaignChange>
  extends Pick<ActionDefinition<One>, 'after' | 'inverse' | 'applied'> {
  /** The fields it is about; undefined where Instantly did not say. */
  readonly fields: (campaign: CampaignFacts) => ChangeFields | undefined;
  readonly refuse: (change: One, campaign: CampaignFacts, facts: ChangeFacts) => ChangeNote | null;
  readonly risks?: (
    change: One,
    campaign: CampaignFacts,
    facts: ChangeFacts,
  ) => readonly ChangeNote[];
  readonly isDone?: ActionDefinition<One>['isDone'];
  readonly isUndone?: ActionDefinition<One>['isUndone'];
  readonly send: (client: InstantlyWriter, change: One) => Promise<unknown>;
}

const campaignOf = (subject: Subject): CampaignFacts => {
  if (subject.kind !== 'campaign') throw new TypeError('a change of a campaign about inboxes');
  return subject.campaign;
};

/** A change of one campaign. */
export const campaignAction = <One extends CampaignChange>(
  special: Special<One>,
): ActionDefinition<One> => ({
  isDone: (change, found) => isSameFields(found, special.after(change)),
  isUndone: isSameFields,
  ...special,
  scope: 'campaigns:update',
  fieldsOf: (subject) => special.fields(campaignOf(subject)),
  refuse: (change, facts: KnownFacts) => special.refuse(change, campaignOf(facts.subject), facts),
  risks: (change, facts) => special.risks?.(change, campaignOf(facts.subject), facts) ?? [],
  send: async (client, change) => {
    await special.send(client, change);
    return { jobId: null };
  },
});
