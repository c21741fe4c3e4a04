import { contendedCapacity } from '#forecast';
import type { Observation, Verdict } from '#model';
import { inboxesOf, indexInboxes, usersOf } from './campaign-inboxes.ts';
import { type CampaignContext, contextOf } from './context.ts';
import { diagnoseCampaign } from './diagnose-campaign.ts';
import type { FleetInput } from './fleet-input.ts';
import type { RuleEntry } from './gate.ts';
import { RULES } from './rules.ts';

const OFF: ReadonlySet<unknown> = new Set(['draft', 'paused', 'completed']);

const byId = (a: Observation, b: Observation): number =>
  a.campaign.id < b.campaign.id ? -1 : Number(a.campaign.id > b.campaign.id);

const SENDS_NOTHING: ReadonlySet<Verdict['health']> = new Set(['blocked', 'inactive', 'unknown']);

/** Puts what is left of each day when all campaigns draw on the same inboxes beside what each could do alone. */
const withContention = (
  verdicts: readonly Verdict[],
  contexts: readonly CampaignContext[],
): readonly Verdict[] => {
  const senders = verdicts.flatMap(({ campaignId: id, health }, at) => {
    const input = contexts[at]?.capacityInput;
    return input && !SENDS_NOTHING.has(health) ? [{ id, input }] : [];
  });
  const { shares } = contendedCapacity(senders);
  return verdicts.map((verdict) => {
    const share = shares.get(verdict.campaignId);
    return verdict.capacity && share
      ? { ...verdict, capacity: { ...verdict.capacity, contendedToday: share.contendedToday } }
      : verdict;
  });
};

/**
 * The verdicts of one workspace, by campaign id. The order of the input changes nothing. `rules` is there for the
 * script that takes each away in turn.
 */
export const diagnoseFleet = (
  input: FleetInput,
  rules: readonly RuleEntry[] = RULES,
): readonly Verdict[] => {
  const index = indexInboxes(input);
  const fleet = input.observations
    .toSorted(byId)
    .map((observation) => ({ observation, inboxes: inboxesOf(observation.campaign, index) }));
  const users = usersOf(
    fleet
      .filter(({ observation }) => !OFF.has(observation.campaign.lifecycle))
      .map(({ observation, inboxes }) => ({ id: observation.campaign.id, inboxes })),
  );
  const contexts = fleet.map(({ observation, inboxes }) =>
    contextOf(observation, inboxes, { input, users }),
  );
  return withContention(
    contexts.map((context) => diagnoseCampaign(context, rules)),
    contexts,
  );
};
