import { campaignsUsing, type FleetInput, forecastOf } from '#diagnosis';
import type { CampaignId, Capacity, Change, ChangeEffect, GapRange, InboxAddress } from '#model';
import type { Subject } from './action-definition.ts';
import { definitionOf } from './actions.ts';

/** The workspace with what was just read of the subject in place of what was known of it. */
const upToDate = (fleet: FleetInput, subject: Subject): FleetInput => {
  if (subject.kind === 'campaign') {
    const { campaign } = subject;
    const observations = fleet.observations.map((observation) =>
      observation.campaign.id === campaign.id ? { ...observation, campaign } : observation,
    );
    return { ...fleet, observations };
  }
  const fresh = new Map(subject.inboxes.map((inbox) => [inbox.address, inbox]));
  const inboxes = fleet.inboxes.map((known) => {
    const read = fresh.get(known.address);
    // One inbox alone is read without its tags.
    return read === undefined ? known : { ...read, tagIds: known.tagIds };
  });
  return { ...fleet, inboxes };
};

const campaignsOf = (change: Change, fleet: FleetInput): readonly CampaignId[] => {
  if ('campaignId' in change) return [change.campaignId];
  const inboxes: readonly InboxAddress[] = 'inbox' in change ? [change.inbox] : change.inboxes;
  return campaignsUsing(fleet, new Set(inboxes));
};

const plus = (a: GapRange, b: GapRange): GapRange => ({
  worst: a.worst + b.worst,
  mean: a.mean + b.mean,
  best: a.best + b.best,
});

/** Several campaigns as one. What binds is said of a single one only. */
const summedUp = (each: readonly Capacity[]): Capacity | null => {
  const [first, ...rest] = each;
  if (first === undefined) return null;
  return rest.reduce(
    (sum, one): Capacity => ({
      today: plus(sum.today, one.today),
      remaining: plus(sum.remaining, one.remaining),
      bottleneck: null,
      withoutBottleneck: null,
      nextBottleneck: null,
      limitHitAt: null,
      assumed: [...new Set([...sum.assumed, ...one.assumed])],
      contendedToday:
        (sum.contendedToday ?? sum.today.mean) + (one.contendedToday ?? one.today.mean),
    }),
    first,
  );
};

const forecast = (fleet: FleetInput, ids: readonly CampaignId[]): Capacity | null => {
  const each = [...forecastOf(fleet, new Set(ids)).values()];
  const known = each.filter((capacity): capacity is Capacity => capacity !== null);
  return known.length === each.length ? summedUp(known) : null;
};

/** A change with what it is about, as it was read. */
export interface KnownChange {
  readonly change: Change;
  readonly subject: Subject;
}

/** What changes of one workspace do together to today's mails; null where nothing, or where it cannot be said. */
export const effectOfAll = (
  changes: readonly KnownChange[],
  known: FleetInput,
): ChangeEffect | null => {
  const fleet = changes.reduce((so, { subject }) => upToDate(so, subject), known);
  let changed = fleet;
  for (const { change } of changes) {
    changed = definitionOf(change).applied(change, changed) ?? changed;
  }
  if (changed === fleet) return null;
  const ids = [...new Set(changes.flatMap(({ change }) => campaignsOf(change, fleet)))];
  const before = forecast(fleet, ids);
  const after = forecast(changed, ids);
  return before && after && { before, after, campaigns: ids.length };
};

/** The effects of several workspaces as one; null where one of them is not known. */
export const addEffects = (effects: readonly (ChangeEffect | null)[]): ChangeEffect | null => {
  const known = effects.filter((effect): effect is ChangeEffect => effect !== null);
  const before = summedUp(known.map((effect) => effect.before));
  const after = summedUp(known.map((effect) => effect.after));
  if (known.length < effects.length || before === null || after === null) return null;
  return { before, after, campaigns: known.reduce((sum, { campaigns }) => sum + campaigns, 0) };
};
