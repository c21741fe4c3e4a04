import type { CampaignFacts, CampaignId, InboxAddress, InboxFacts } from '#model';
import type { Answer } from './answer.ts';
import type { InstantlyClient } from './client.ts';
import type { BackgroundJob } from './job-wire.ts';

/** The one setting of a campaign that a call changes. Null takes a limit away. */
export type CampaignSetting =
  | { readonly limitPerDay: number | null }
  | { readonly newLeadsPerDay: number | null }
  | { readonly isEspMatching: boolean };

/** The one setting of an inbox that a call changes. */
export type InboxSetting =
  | { readonly limitPerDay: number | null }
  | { readonly gapMinutes: number }
  | { readonly isSlowRamp: boolean };

/**
 * Everything that is changed in one workspace, one call and one field each. A call that rejects may have changed it all
 * the same, unless its error is a refusal (`isRefusal`): read back, never call again. The answers are the campaign or
 * inbox as Instantly says it is after the call.
 */
export interface InstantlyWriter extends InstantlyClient {
  pauseCampaign(id: CampaignId): Promise<Answer<CampaignFacts>>;
  activateCampaign(id: CampaignId): Promise<Answer<CampaignFacts>>;
  changeCampaign(id: CampaignId, setting: CampaignSetting): Promise<Answer<CampaignFacts>>;
  pauseInbox(address: InboxAddress): Promise<Answer<InboxFacts>>;
  resumeInbox(address: InboxAddress): Promise<Answer<InboxFacts>>;
  /** Clears the error mark; repairs nothing. */
  markInboxFixed(address: InboxAddress): Promise<Answer<InboxFacts>>;
  changeInbox(address: InboxAddress, setting: InboxSetting): Promise<Answer<InboxFacts>>;
  /** Of 1 to 100 inboxes that are named; starts a job that does it in the background. */
  setWarmup(addresses: readonly InboxAddress[], isOn: boolean): Promise<Answer<BackgroundJob>>;
}
