import { campaignsUsing, type FleetInput } from '#diagnosis';
import type {
  CampaignFacts,
  CampaignId,
  InboxAddress,
  InboxFacts,
  NotSendingReason,
  Observation,
  SendingCode,
  SendingSnapshot,
} from '#model';
import { utcDate } from '#model';

type Change<Value> = (value: Value) => Value;

/** The workspace with one campaign as it is after a change. */
export const withCampaign = (
  fleet: FleetInput,
  id: CampaignId,
  change: Change<Observation>,
): FleetInput => ({
  ...fleet,
  observations: fleet.observations.map((observation) =>
    observation.campaign.id === id ? change(observation) : observation,
  ),
});

/** The same facts of a campaign with some of them changed. */
export const withSettings =
  (settings: Partial<CampaignFacts>): Change<Observation> =>
  (observation) => ({ ...observation, campaign: { ...observation.campaign, ...settings } });

/** An observation whose snapshot is changed, where it has one. */
export const withSnapshot =
  (change: Change<SendingSnapshot>): Change<Observation> =>
  (observation) =>
    observation.reading.kind === 'read'
      ? {
          ...observation,
          reading: { ...observation.reading, snapshot: change(observation.reading.snapshot) },
        }
      : observation;

/** An observation that no longer says that this holds the campaign back: Instantly will say so only after its next loop. */
export const withoutCode =
  (code: SendingCode, reason: NotSendingReason | null = null): Change<Observation> =>
  (observation) => {
    const { notSendingReason } = observation.campaign;
    const isReason = reason !== null && notSendingReason === reason;
    const cleared = withSettings({ notSendingReason: isReason ? null : notSendingReason });
    return withSnapshot((snapshot) => ({
      ...snapshot,
      code: snapshot.code === code ? 'healthy' : snapshot.code,
      summaryCode: snapshot.summaryCode === code ? null : snapshot.summaryCode,
      loopCode: snapshot.loopCode === code ? null : snapshot.loopCode,
    }))(cleared(observation));
  };

const inboxes = (fleet: FleetInput, address: InboxAddress, change: Change<InboxFacts>) =>
  fleet.inboxes.map((inbox) => (inbox.address === address ? change(inbox) : inbox));

/** The workspace with one inbox as it is after a change, and each campaign that uses it as `observe` has it. */
export const withInbox = (
  fleet: FleetInput,
  address: InboxAddress,
  change: Change<InboxFacts>,
  observe: Change<Observation> = (observation) => observation,
): FleetInput => {
  const users = new Set(campaignsUsing(fleet, new Set([address])));
  return {
    ...fleet,
    inboxes: inboxes(fleet, address, change),
    observations: fleet.observations.map((observation) =>
      users.has(observation.campaign.id) ? observe(observation) : observation,
    ),
  };
};

/**
 * What a code says of all inboxes, as counts of each: where Instantly says that all have reached their limits, that stays
 * true of all but the one that gets another.
 */
export const withLimitsReached = (fleet: FleetInput, address: InboxAddress): FleetInput => {
  const today = utcDate(fleet.now);
  const users = new Set(campaignsUsing(fleet, new Set([address])));
  const isFull = fleet.observations.some(
    ({ campaign, reading }) =>
      users.has(campaign.id) &&
      (campaign.notSendingReason === 'inbox_daily_limits' ||
        (reading.kind === 'read' && reading.snapshot.code === 'account_daily_limit_met')),
  );
  if (!isFull) return fleet;
  const known = new Set(
    fleet.inboxDays.filter(({ date }) => date === today).map((day) => day.address),
  );
  const full = fleet.inboxes.flatMap(({ address: other, limitPerDay }) =>
    known.has(other) || limitPerDay == null
      ? []
      : [{ address: other, date: today, sent: limitPerDay, bounced: undefined }],
  );
  return { ...fleet, inboxDays: [...fleet.inboxDays, ...full] };
};
