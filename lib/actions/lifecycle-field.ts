import { type CampaignFacts, type ChangeFields, isUnseen } from '#model';

/** The campaign's lifecycle as the field of a change; undefined where it is not known, or nobody has seen it before. */
export const lifecycleField = ({ lifecycle }: CampaignFacts): ChangeFields | undefined =>
  lifecycle === undefined || isUnseen(lifecycle) ? undefined : { lifecycle };
