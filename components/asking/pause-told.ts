import type { AuditEntry } from '#messages';
import { type CampaignId, type Cause, type Change, type InstantMs, MINUTE_MS } from '#model';
import type { ActionRecord } from '#store/read';

/** Between our note and Instantly's lies the request, and what its clock is off. */
const SAME_MS = 2 * MINUTE_MS;

const WHAT: Readonly<Record<string, string>> = {
  pause_campaign: 'campaign_paused',
  activate_campaign: 'campaign_activated',
};

/** The campaign that a change is about; null for one of inboxes. */
export const campaignOf = (change: Change): CampaignId | null =>
  'campaignId' in change ? change.campaignId : null;

/** Whether an entry of Instantly's log tells of a change that was made from here. */
export const isFromHere = (entry: AuditEntry, actions: readonly ActionRecord[]): boolean =>
  entry.isFromApi &&
  actions.some(
    ({ change, at }) =>
      campaignOf(change) === entry.campaignId &&
      entry.campaignId !== null &&
      (WHAT[change.kind] ?? 'campaign_changed') === entry.kind &&
      Math.abs(entry.at - at) <= SAME_MS,
  );

const PAUSES: readonly string[] = ['campaign_paused', 'unexpected_pause'];

/** Which of the causes asks who paused the campaign: the first that says it is paused. */
export const pauseAmong = (causes: readonly Cause[]): Cause | undefined =>
  causes.find(({ code }) => PAUSES.includes(code));

/** The entry that tells of the pause a campaign is in; null where the log ends with its resuming, or tells of none. */
export const pauseIn = (
  entries: readonly AuditEntry[],
  campaignId: CampaignId,
): AuditEntry | null => {
  const [last] = entries
    .filter(
      (entry) =>
        entry.campaignId === campaignId &&
        (entry.kind === 'campaign_paused' || entry.kind === 'campaign_activated'),
    )
    .toSorted((a, b) => b.at - a.at);
  return last?.kind === 'campaign_paused' ? last : null;
};

const DONE: readonly string[] = ['waiting', 'verified'];

/** When a campaign was paused from this browser; null unless that is the last that was done to it from here. */
export const pausedFromHereAt = (
  actions: readonly ActionRecord[],
  campaignId: CampaignId,
): InstantMs | null => {
  const [last] = actions
    .filter(
      ({ change, outcome }) =>
        (change.kind === 'pause_campaign' || change.kind === 'activate_campaign') &&
        change.campaignId === campaignId &&
        DONE.includes(outcome.kind),
    )
    .toSorted((a, b) => b.at - a.at);
  return last?.change.kind === 'pause_campaign' ? last.at : null;
};
