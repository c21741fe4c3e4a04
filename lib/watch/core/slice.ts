import type { CampaignFacts, CampaignId, InboxFacts, InstantMs, SendingSnapshot } from '#model';
import { SECOND_MS } from '#model';
import type { Answer, Ask, Problem } from './ask.ts';
import { askKey } from './ask.ts';
import type { Memory } from './memory.ts';
import { mergeList } from './merge.ts';
import { type AskedAt, areInboxesDue, dueStatuses, isListDue } from './rhythm.ts';

/**
 * A list that comes in pages. `complete` only when the last page said so: then what is missing is gone.
 * `cut` when its cursors run in a circle or never end: what was seen counts, what was not may still exist.
 */
export interface Listing<Item> {
  readonly phase: 'due' | 'asking' | 'complete' | 'cut' | 'not_due' | 'failed';
  readonly cursor: string | null;
  readonly seenCursors: ReadonlySet<string>;
  readonly items: readonly Item[];
}

/** What one campaign's sending status turned out to be in this slice. */
export type StatusResult =
  | { readonly ok: true; readonly at: InstantMs; readonly snapshot: SendingSnapshot | null }
  | { readonly ok: false; readonly at: InstantMs; readonly problem: Problem };

/** The work between two commits. Everything in it may be lost without harm. */
export interface Slice {
  readonly startedAt: InstantMs;
  /** When a person asked: what was read before that is due. */
  readonly askedAt: AskedAt;
  readonly before: Memory;
  readonly campaigns: Listing<CampaignFacts>;
  readonly inboxes: Listing<InboxFacts>;
  /** Campaigns still to ask; null until the list is in. */
  readonly queue: readonly CampaignId[] | null;
  readonly statuses: ReadonlyMap<CampaignId, StatusResult>;
  readonly inFlight: ReadonlySet<string>;
  readonly faultsInARow: number;
  readonly answers: number;
  /** Why nothing more is asked in this slice. */
  readonly halt: Problem | null;
  /** A capability that the key lacks, learned in this slice. */
  readonly lackingInboxScope: readonly string[];
}

/** Longest slice: the worker may be killed 30 s after its last event (QUALITY.md B1). */
export const SLICE_MS = 20 * SECOND_MS;
/** On the first check progress is worth a commit more often. */
export const FIRST_SLICE_MS = 2 * SECOND_MS;
const CONCURRENCY = 5;
const FAULTS_TO_HALT = 3;
/** 20,000 rows: ten times what is promised. */
const MOST_PAGES = 200;

const NONE: ReadonlySet<CampaignId> = new Set();

const listing = <Item>(isDue: boolean): Listing<Item> => ({
  phase: isDue ? 'due' : 'not_due',
  cursor: null,
  seenCursors: new Set(),
  items: [],
});

/** Begins a slice from what is stored. */
export const beginSlice = (before: Memory, askedAt: AskedAt, now: InstantMs): Slice => {
  const isListing = isListDue(before, askedAt, now);
  return {
    startedAt: now,
    askedAt,
    before,
    campaigns: listing(isListing),
    inboxes: listing(areInboxesDue(before, now)),
    queue: isListing ? null : dueStatuses(before, NONE, askedAt, now),
    statuses: new Map(),
    inFlight: new Set(),
    faultsInARow: 0,
    answers: 0,
    halt: null,
    lackingInboxScope: [],
  };
};

const isOutOfTime = (slice: Slice, now: InstantMs): boolean => {
  const isFirst = slice.before.workspace.state.kind === 'first_check';
  const spent = now - slice.startedAt;
  return spent >= (isFirst ? FIRST_SLICE_MS : SLICE_MS) || spent < 0;
};

const nextAsk = (slice: Slice, now: InstantMs): { ask: Ask; rest: Partial<Slice> } | undefined => {
  if (slice.halt) return undefined;
  const { campaigns, inboxes, queue } = slice;
  if (campaigns.phase === 'due') {
    return {
      ask: { kind: 'campaigns', cursor: campaigns.cursor },
      rest: { campaigns: { ...campaigns, phase: 'asking' } },
    };
  }
  if (campaigns.phase === 'asking' || queue === null) return undefined;
  if (!isOutOfTime(slice, now) && queue[0] !== undefined) {
    return { ask: { kind: 'status', campaignId: queue[0] }, rest: { queue: queue.slice(1) } };
  }
  if (inboxes.phase === 'due' && queue.length === 0) {
    return {
      ask: { kind: 'inboxes', cursor: inboxes.cursor },
      rest: { inboxes: { ...inboxes, phase: 'asking' } },
    };
  }
  return undefined;
};

/** Starts as many asks as may run at once. No asks and none in flight means that the slice is over. */
export const refill = (slice: Slice, now: InstantMs): { slice: Slice; asks: Ask[] } => {
  const asks: Ask[] = [];
  let current = slice;
  while (current.inFlight.size < CONCURRENCY) {
    const next = nextAsk(current, now);
    if (!next) break;
    asks.push(next.ask);
    current = {
      ...current,
      ...next.rest,
      inFlight: new Set(current.inFlight).add(askKey(next.ask)),
    };
  }
  return { slice: current, asks };
};

const nextPage = <Item>(
  { items, seenCursors }: Listing<Item>,
  page: readonly Item[],
  cursor: string | null,
): Listing<Item> => {
  const isCut = cursor !== null && (seenCursors.has(cursor) || seenCursors.size >= MOST_PAGES);
  return {
    phase: cursor === null ? 'complete' : isCut ? 'cut' : 'due',
    cursor,
    seenCursors: cursor === null ? seenCursors : new Set(seenCursors).add(cursor),
    items: [...items, ...page],
  };
};

const takeAnswer = (slice: Slice, answer: Answer, now: InstantMs): Slice => {
  switch (answer.kind) {
    case 'status':
      return {
        ...slice,
        statuses: new Map(slice.statuses).set(answer.campaignId, {
          ok: true,
          at: now,
          snapshot: answer.snapshot,
        }),
      };
    case 'inboxes':
      return { ...slice, inboxes: nextPage(slice.inboxes, answer.inboxes, answer.nextCursor) };
    case 'campaigns': {
      const campaigns = nextPage(slice.campaigns, answer.campaigns, answer.nextCursor);
      if (campaigns.phase === 'due') return { ...slice, campaigns };
      const { journal, observations: known } = slice.before;
      const isComplete = campaigns.phase === 'complete';
      const { observations, changed } = mergeList(known, campaigns.items, isComplete, now);
      const queue = dueStatuses({ journal, observations }, changed, slice.askedAt, now);
      return { ...slice, campaigns, queue };
    }
  }
};

const takeProblem = (slice: Slice, ask: Ask, problem: Problem, now: InstantMs): Slice => {
  if (ask.kind === 'inboxes' && problem.kind === 'scope_missing') {
    return {
      ...slice,
      inboxes: { ...slice.inboxes, phase: 'failed' },
      lackingInboxScope: problem.scopes,
    };
  }
  const failed: Slice =
    ask.kind === 'status'
      ? {
          ...slice,
          statuses: new Map(slice.statuses).set(ask.campaignId, { ok: false, at: now, problem }),
        }
      : { ...slice, [ask.kind]: { ...slice[ask.kind], phase: 'failed' } };
  if (problem.kind === 'not_found') return failed;
  if (problem.kind === 'fault') {
    const faultsInARow = slice.faultsInARow + 1;
    const isOver = faultsInARow >= FAULTS_TO_HALT || ask.kind === 'campaigns';
    return { ...failed, faultsInARow, halt: isOver ? problem : slice.halt };
  }
  return { ...failed, halt: slice.halt ?? problem };
};

/** Takes in what came back for one ask. */
export const take = (
  slice: Slice,
  ask: Ask,
  outcome: { ok: true; answer: Answer } | { ok: false; problem: Problem },
  now: InstantMs,
): Slice => {
  const inFlight = new Set(slice.inFlight);
  inFlight.delete(askKey(ask));
  if (!outcome.ok) return { ...takeProblem(slice, ask, outcome.problem, now), inFlight };
  return {
    ...takeAnswer(slice, outcome.answer, now),
    inFlight,
    faultsInARow: 0,
    answers: slice.answers + 1,
  };
};

/** Whether work was left over only because the slice had run long enough. */
export const hasWorkLeft = (slice: Slice): boolean =>
  slice.halt === null &&
  slice.answers > 0 &&
  ((slice.queue?.length ?? 0) > 0 || slice.inboxes.phase === 'due');
