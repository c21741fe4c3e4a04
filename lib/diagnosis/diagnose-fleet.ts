import type { Observation, Verdict } from '#model';
import { inboxesOf, indexInboxes, usersOf } from './campaign-inboxes.ts';
import { contextOf } from './context.ts';
import { diagnoseCampaign } from './diagnose-campaign.ts';
import type { FleetInput } from './fleet-input.ts';
import { RULES, type RuleEntry } from './rules.ts';

const OFF: ReadonlySet<unknown> = new Set(['draft', 'paused', 'completed']);

const byId = (a: Observation, b: Observation): number =>
  a.campaign.id < b.campaign.id ? -1 : Number(a.campaign.id > b.campaign.id);

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
  return fleet.map(({ observation, inboxes }) =>
    diagnoseCampaign(contextOf(observation, inboxes, { input, users }), rules),
  );
};
