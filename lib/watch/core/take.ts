import type { CampaignFacts, InstantMs } from '#model';
import type { Sweep } from '#store/read';
import { type Answer, type Ask, askKey, type Outcome, type Problem } from './ask.ts';
import { mergeList } from './merge.ts';
import { type Listing, type Slice, type StatusResult, type Swept, withQueue } from './slice.ts';
import { abilityOf, subsequenceAsks, sweepOf } from './sweeps.ts';

const FAULTS_TO_HALT = 3;
/** 20,000 rows: ten times what is promised. */
const MOST_PAGES = 200;

const takeCampaigns = (
  slice: Slice,
  page: readonly CampaignFacts[],
  cursor: string | null,
  now: InstantMs,
): Slice => {
  const { items, seenCursors } = slice.campaigns;
  const isCut = cursor !== null && (seenCursors.has(cursor) || seenCursors.size >= MOST_PAGES);
  const campaigns: Listing = {
    phase: cursor === null ? 'complete' : isCut ? 'cut' : 'due',
    cursor,
    seenCursors: cursor === null ? seenCursors : new Set(seenCursors).add(cursor),
    items: [...items, ...page],
    readAt: cursor === null || isCut ? now : null,
  };
  if (campaigns.phase === 'due') return { ...slice, campaigns };
  const isComplete = campaigns.phase === 'complete';
  const known = slice.before.observations;
  const { observations, changed } = mergeList(known, campaigns.items, isComplete, now);
  return withQueue({ ...slice, campaigns, observations }, changed, now);
};

/** Adds questions that an answer gave rise to: the next page, the status of a subsequence. */
const withFollowing = (slice: Slice, sweep: Sweep, following: readonly Ask[]): Slice => ({
  ...slice,
  queue: [...following, ...(slice.queue ?? [])],
  outstanding: {
    ...slice.outstanding,
    [sweep]: (slice.outstanding[sweep] ?? 0) - 1 + following.length,
  },
});

const takeSwept = (slice: Slice, ask: Ask, answer: Answer): { swept: Swept; following: Ask[] } => {
  const { swept } = slice;
  switch (answer.kind) {
    case 'inboxErrors':
    case 'inboxes': {
      const following: Ask[] = answer.nextCursor
        ? [{ kind: answer.kind, cursor: answer.nextCursor }]
        : [];
      const items = [...swept[answer.kind], ...answer.items];
      return { swept: { ...swept, [answer.kind]: items }, following };
    }
    case 'tags':
      return {
        swept: { ...swept, tags: [...swept.tags, ...answer.items] },
        following: answer.nextCursor ? [{ kind: 'tags', cursor: answer.nextCursor }] : [],
      };
    case 'inboxDays':
      return {
        swept: { ...swept, inboxDays: [...swept.inboxDays, ...answer.days] },
        following: [],
      };
    case 'leads':
      return { swept: { ...swept, leads: [...swept.leads, ...answer.leads] }, following: [] };
    case 'subsequences': {
      const campaignId = ask.kind === 'subsequences' ? ask.campaignId : undefined;
      if (campaignId === undefined) return { swept, following: [] };
      const subsequences = new Map(swept.subsequences).set(campaignId, answer.subsequences);
      return {
        swept: { ...swept, subsequences },
        following: [...subsequenceAsks(campaignId, answer.subsequences)],
      };
    }
    case 'subsequenceStatus': {
      if (ask.kind !== 'subsequenceStatus') return { swept, following: [] };
      const statuses = new Map(swept.subsequenceStatuses).set(ask.subsequenceId, answer.snapshot);
      return { swept: { ...swept, subsequenceStatuses: statuses }, following: [] };
    }
    case 'campaigns':
    case 'status':
      return { swept, following: [] };
  }
};

const takeAnswer = (slice: Slice, ask: Ask, answer: Answer, now: InstantMs): Slice => {
  if (answer.kind === 'campaigns') {
    return takeCampaigns(slice, answer.items, answer.nextCursor, now);
  }
  if (answer.kind === 'status' && ask.kind === 'status') {
    const result: StatusResult = { ok: true, at: now, snapshot: answer.snapshot };
    return { ...slice, statuses: new Map(slice.statuses).set(ask.campaignId, result) };
  }
  const sweep = sweepOf(ask);
  if (sweep === null) return slice;
  const { swept, following } = takeSwept(slice, ask, answer);
  const isCircle = following.some((next) => slice.asked.has(askKey(next)));
  // A list in a circle was not read to its end: the round counts as failed and what is known stays.
  if (isCircle) return { ...slice, failedSweeps: new Set(slice.failedSweeps).add(sweep) };
  return withFollowing({ ...slice, swept }, sweep, following);
};

/** A scope that only a slow round needs switches off that round alone; for the list it concerns everything. */
const withoutAbility = (slice: Slice, sweep: Sweep, scopes: readonly string[]): Slice => ({
  ...slice,
  lacking: new Map(slice.lacking).set(abilityOf(sweep), scopes),
  queue: (slice.queue ?? []).filter((ask) => {
    const other = sweepOf(ask);
    return other === null || abilityOf(other) !== abilityOf(sweep);
  }),
});

const takeProblem = (slice: Slice, ask: Ask, problem: Problem, now: InstantMs): Slice => {
  const sweep = sweepOf(ask);
  const failed: Slice =
    ask.kind === 'status'
      ? {
          ...slice,
          statuses: new Map(slice.statuses).set(ask.campaignId, { ok: false, at: now, problem }),
        }
      : ask.kind === 'campaigns'
        ? { ...slice, campaigns: { ...slice.campaigns, phase: 'failed' } }
        : { ...slice, failedSweeps: new Set(slice.failedSweeps).add(sweep as Sweep) };
  const isOfListAlone = problem.kind === 'unreadable' && ask.kind === 'campaigns';
  if (problem.kind === 'not_found') return failed;
  if (problem.kind === 'unreadable' && !isOfListAlone) return failed;
  if (problem.kind === 'scope_missing' && sweep !== null) {
    return withoutAbility(failed, sweep, problem.scopes);
  }
  if (problem.kind === 'fault' || problem.kind === 'unreadable') {
    const faultsInARow = slice.faultsInARow + 1;
    const isOver = faultsInARow >= FAULTS_TO_HALT || ask.kind === 'campaigns';
    return { ...failed, faultsInARow, halt: isOver ? graver(slice.halt, problem) : slice.halt };
  }
  return { ...failed, halt: graver(slice.halt, problem) };
};

// Of all that went wrong in a slice, what Instantly asked of us and said of the key counts before what merely failed.
const GRAVITY: Readonly<Partial<Record<Problem['kind'], number>>> = {
  key_rejected: 3,
  no_plan: 3,
  rate_limited: 2,
};

const graver = (known: Problem | null, found: Problem): Problem => {
  if (known?.kind === 'rate_limited' && found.kind === 'rate_limited') {
    return (found.notBefore ?? 0) > (known.notBefore ?? 0) ? found : known;
  }
  return known && (GRAVITY[known.kind] ?? 1) >= (GRAVITY[found.kind] ?? 1) ? known : found;
};

/** Takes in what came back for one ask. */
export const take = (slice: Slice, ask: Ask, outcome: Outcome, now: InstantMs): Slice => {
  const inFlight = new Set(slice.inFlight);
  inFlight.delete(askKey(ask));
  if (!outcome.ok) return { ...takeProblem(slice, ask, outcome.problem, now), inFlight };
  return {
    ...takeAnswer(slice, ask, outcome.answer, now),
    inFlight,
    faultsInARow: 0,
    answers: slice.answers + 1,
  };
};
