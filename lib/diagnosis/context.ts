import {
  type CapacityInput,
  capacityOf,
  lossOf,
  lossPerConstraint,
  type ScheduleState,
  scheduleAt,
  type Today,
  todayAt,
} from '#forecast';
import type {
  CampaignFacts,
  Capacity,
  Constraint,
  InboxAddress,
  InboxCounts,
  InstantMs,
  LeadFacts,
  Observation,
  SendingCode,
  SendingSnapshot,
  SentSample,
  SubsequenceFacts,
  Verdict,
} from '#model';
import type { CampaignInboxes, InboxCondition } from './campaign-inboxes.ts';
import { capacityInputOf } from './capacity-facts.ts';
import { clampCounts } from './counts.ts';
import { type EffectiveCode, effectiveCode } from './effective-code.ts';
import type { FleetInput } from './fleet-input.ts';
import { type Freshness, freshnessOf, takenAtOf } from './freshness.ts';
import { type Grace, graceOf } from './grace.ts';

/** Everything a rule may look at: the facts of one campaign and what follows from them. */
export interface CampaignContext {
  readonly now: InstantMs;
  readonly observation: Observation;
  readonly campaign: CampaignFacts;
  readonly snapshot: SendingSnapshot | undefined;
  readonly takenAt: InstantMs | undefined;
  readonly freshness: Freshness;
  readonly effective: EffectiveCode;
  /** The effective code where it is one of the 18. */
  readonly code: SendingCode | undefined;
  /** Where the schedule stands now, by our own reckoning. */
  readonly clock: ScheduleState;
  readonly today: Today | null;
  /** Whether it may send now: Instantly's word where it differs from ours; undefined when nobody can say. */
  readonly isInSchedule: boolean | undefined;
  /** The zone that the campaign's days and limits follow. */
  readonly timeZone: string | undefined;
  /** Instantly's inbox counts, made possible: none negative, none above the total. */
  readonly counts: InboxCounts | undefined;
  readonly inboxes: CampaignInboxes;
  /** Inboxes of the campaign that cannot send, each with why. */
  readonly downInboxes: readonly InboxCondition[];
  /** How many inboxes it has; undefined when neither the counts nor the facts say. */
  readonly totalInboxes: number | undefined;
  /** How many campaigns that may send use each inbox. */
  readonly users: ReadonlyMap<InboxAddress, number>;
  readonly leads: LeadFacts | undefined;
  readonly subsequences: readonly SubsequenceFacts[] | undefined;
  /** Oldest first, the snapshot's own count included. */
  readonly series: readonly SentSample[];
  readonly previous: Verdict | undefined;
  readonly grace: Grace | null;
  readonly oursStaleSince: InstantMs | undefined;
  readonly capacityInput: CapacityInput;
  /** What the day would hold if nothing stopped the campaign altogether. */
  readonly capacity: () => Capacity | null;
  /** Mails that one constraint alone costs today, at the mean gap; null when it cannot be said. */
  readonly lossOf: (constraint: Constraint) => number | null;
  /** Mails that constraints together cost today, at the mean gap; null when it cannot be said. */
  readonly lossOfAll: (...constraints: readonly Constraint[]) => number | null;
}

/** What of the whole workspace one campaign's context needs. */
export interface FleetFacts {
  readonly input: FleetInput;
  readonly users: ReadonlyMap<InboxAddress, number>;
}

const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const seriesOf = (
  samples: readonly SentSample[] | undefined,
  snapshot: SendingSnapshot | undefined,
  takenAt: InstantMs | undefined,
): readonly SentSample[] => {
  const sent = snapshot?.campaignLimit?.sent;
  const own = sent === undefined || takenAt === undefined ? [] : [{ at: takenAt, sent }];
  return [...(samples ?? []), ...own].sort((a, b) => a.at - b.at || a.sent - b.sent);
};

const clockAt = (
  campaign: CampaignFacts,
  snapshot: SendingSnapshot | undefined,
  takenAt: InstantMs | undefined,
  clock: ScheduleState,
): boolean | undefined => {
  const theirs = snapshot?.isInSchedule;
  if (clock.kind === 'unknown') return theirs;
  const ours = clock.kind === 'inside';
  if (theirs === undefined || takenAt === undefined) return ours;
  const oursThen = scheduleAt(campaign.schedule, takenAt).kind === 'inside';
  return oursThen === theirs ? ours : theirs;
};

/** Where Instantly counts more inboxes than we found, those we know are not all. */
const againstCounts = (known: CampaignInboxes, counts: InboxCounts | undefined): CampaignInboxes =>
  known.isComplete && known.each.length < (counts?.total ?? 0)
    ? { ...known, isComplete: false }
    : known;

/** Gathers the context of one campaign. Nothing is judged here. */
export const contextOf = (
  observation: Observation,
  known: CampaignInboxes,
  { input, users }: FleetFacts,
): CampaignContext => {
  const { campaign, reading } = observation;
  const { now } = input;
  const snapshot = reading.kind === 'read' ? reading.snapshot : undefined;
  const takenAt = takenAtOf(snapshot, now);
  const effective = effectiveCode(observation);
  const clock = scheduleAt(campaign.schedule, now);
  const today = todayAt(campaign.schedule, now);
  const counts = clampCounts(snapshot?.inboxCounts);
  const inboxes = againstCounts(known, counts);
  const leads = input.leads.get(campaign.id);
  const series = seriesOf(input.sentSeries.get(campaign.id), snapshot, takenAt);
  const capacityInput = capacityInputOf({
    campaign,
    snapshot,
    takenAt,
    counts,
    inboxes,
    leads,
    series,
    today,
    now,
    code: effective.kind === 'code' ? effective.code : undefined,
  });
  const losses = lazily(() => lossPerConstraint(capacityInput));
  const isInSchedule = clockAt(campaign, snapshot, takenAt, clock);
  return {
    now,
    observation,
    campaign,
    snapshot,
    takenAt,
    freshness: snapshot ? freshnessOf(campaign, snapshot, now, input.snapshotCadenceMs) : 'fresh',
    effective,
    code: effective.kind === 'code' ? effective.code : undefined,
    clock,
    today,
    isInSchedule,
    timeZone: campaign.schedule?.entries[0]?.timeZone,
    counts,
    inboxes,
    downInboxes: inboxes.each.filter(({ triage }) => triage.canSend === false),
    totalInboxes: counts?.total ?? (inboxes.isComplete ? inboxes.each.length : undefined),
    users,
    leads,
    subsequences: input.subsequences.get(campaign.id),
    series,
    previous: input.previous.get(campaign.id),
    grace: graceOf({ campaign, clock, takenAt, now }),
    oursStaleSince: input.oursStaleSince,
    capacityInput,
    capacity: lazily(() => capacityOf(capacityInput)),
    lossOf: (constraint) => losses()[constraint],
    lossOfAll: (...constraints) => lossOf(capacityInput, ...constraints)?.mean ?? null,
  };
};
