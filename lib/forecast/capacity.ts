import { type Capacity, CONSTRAINTS, type Constraint, type GapRange } from '#model';
import type { CapacityInput } from './capacity-input.ts';
import { limitHitAt } from './limit-hit.ts';
import { type Lifted, NOTHING_LIFTED, supplyOf } from './supply.ts';
import { type Terms, termsOf } from './terms.ts';

// Where two constraints give the same, the one a person can name and change first comes first.
const ORDER: readonly Constraint[] = [
  'campaign_limit',
  'inboxes_down',
  'new_lead_limit',
  'leads',
  'one_by_one',
  'inbox_limits',
  'slow_ramp',
  'sending_gap',
  'window',
];

const atGap = (terms: Terms, gapMs: number, lifted: Lifted): number => {
  const limitLeft = lifted.has('campaign_limit') ? Infinity : terms.limitLeft;
  const newLeads = lifted.has('new_lead_limit') ? Infinity : terms.newLeadsLeft;
  const leads = lifted.has('leads') ? Infinity : terms.leads;
  const demand = Math.min(leads, newLeads) + terms.followUps;
  return terms.sent + Math.min(limitLeft, demand, supplyOf(terms, gapMs, lifted));
};

const meanGapMs = (terms: Terms): number => (terms.shortestGapMs + terms.longestGapMs) / 2;

const meanWithout = (terms: Terms, lifted: Lifted): number =>
  atGap(terms, meanGapMs(terms), lifted);

/** P at the three gaps; null when not even the mean has a bound. */
const rangeOf = (terms: Terms, lifted: Lifted): GapRange | null => {
  const mean = meanWithout(terms, lifted);
  if (mean === Infinity) return null;
  const best = atGap(terms, terms.shortestGapMs, lifted);
  return {
    worst: atGap(terms, terms.longestGapMs, lifted),
    mean,
    // Without a shortest gap nothing bounds the best case; the mean is then the best that can be said.
    best: best === Infinity ? mean : best,
  };
};

const greatestGain = (terms: Terms, already: readonly Constraint[]): Constraint | null => {
  const base = meanWithout(terms, new Set(already));
  let best: Constraint | null = null;
  let most = base;
  for (const constraint of ORDER) {
    const without = meanWithout(terms, new Set([...already, constraint]));
    if (without > most) {
      best = constraint;
      most = without;
    }
  }
  return best;
};

/** The binding constraint at the mean gap: lifting it gives most. Where several bind alike, the first that does with another. */
const bottleneckOf = (terms: Terms, already: readonly Constraint[]): Constraint | null => {
  const single = greatestGain(terms, already);
  if (single !== null) return single;
  return (
    ORDER.find(
      (constraint) =>
        !already.includes(constraint) && greatestGain(terms, [...already, constraint]) !== null,
    ) ?? null
  );
};

const minus = (range: GapRange, less: GapRange): GapRange => ({
  worst: Math.max(0, range.worst - less.worst),
  mean: Math.max(0, range.mean - less.mean),
  best: Math.max(0, range.best - less.best),
});

/** P at the mean gap, in mails; Infinity where nothing known bounds it. */
export const meanToday = (terms: Terms): number => meanWithout(terms, NOTHING_LIFTED);

/**
 * What a campaign can send by the end of its today, in mails, uncontended (`contendedToday` is null). Null when too
 * little is known for any bound. `withoutBottleneck` is null also where nothing known would bound the figure any more.
 */
export const capacityOf = (input: CapacityInput): Capacity | null => {
  const terms = termsOf(input);
  const today = rangeOf(terms, NOTHING_LIFTED);
  if (today === null) return null;
  const bottleneck = bottleneckOf(terms, []);
  const lifted = bottleneck === null ? null : rangeOf(terms, new Set([bottleneck]));
  const { sent } = terms;
  return {
    today,
    remaining: minus(today, { worst: sent, mean: sent, best: sent }),
    bottleneck,
    withoutBottleneck: lifted,
    nextBottleneck:
      bottleneck === null || lifted === null ? null : bottleneckOf(terms, [bottleneck]),
    limitHitAt: limitHitAt(terms, today.mean, input.observedPerHour),
    assumed: terms.assumed,
    contendedToday: null,
  };
};

/** P with these constraints taken away together, in mails; null when nothing known bounds it then. */
export const withoutConstraint = (
  input: CapacityInput,
  ...constraints: readonly Constraint[]
): GapRange | null => rangeOf(termsOf(input), new Set(constraints));

/** Mails that these constraints together cost today: P without them less P, at least 0; null when it cannot be said. */
export const lossOf = (
  input: CapacityInput,
  ...constraints: readonly Constraint[]
): GapRange | null => {
  const terms = termsOf(input);
  const today = rangeOf(terms, NOTHING_LIFTED);
  const without = rangeOf(terms, new Set(constraints));
  return today === null || without === null ? null : minus(without, today);
};

/** What each constraint alone costs today at the mean gap, in mails; null where it cannot be said. */
export const lossPerConstraint = (
  input: CapacityInput,
): Readonly<Record<Constraint, number | null>> => {
  const terms = termsOf(input);
  const today = meanWithout(terms, NOTHING_LIFTED);
  const losses = CONSTRAINTS.map((constraint) => {
    const loss = meanWithout(terms, new Set([constraint])) - today;
    return [constraint, Number.isFinite(loss) ? loss : null] as const;
  });
  return Object.fromEntries(losses) as Record<Constraint, number | null>;
};
