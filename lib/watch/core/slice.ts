import type {
  CampaignFacts,
  CampaignId,
  InboxDay,
  InboxFacts,
  InstantMs,
  KeyAbilities,
  LeadFacts,
  SendingSnapshot,
  SubsequenceFacts,
  SubsequenceId,
} from '#model';
import { SECOND_MS } from '#model';
import type { ObservationRecord, Sweep, TagLabel } from '#store/read';
import type { Ask, Problem } from './ask.ts';
import { askKey } from './ask.ts';
import type { Attention, Memory } from './memory.ts';
import { dueStatuses, isListDue } from './rhythm.ts';
import { dueSweeps, sweepAsks } from './sweeps.ts';

/**
 * The list of campaigns, which comes in pages. `complete` only when the last page said so: then what is missing is
 * gone. `cut` when its cursors run in a circle or never end: what was seen counts, what was not may still exist.
 */
export interface Listing {
  readonly phase: 'due' | 'asking' | 'complete' | 'cut' | 'not_due' | 'failed';
  readonly cursor: string | null;
  readonly seenCursors: ReadonlySet<string>;
  readonly items: readonly CampaignFacts[];
  /** When the last page came; null until then. */
  readonly readAt: InstantMs | null;
}

/** What one campaign's sending status turned out to be in this slice. */
export type StatusResult =
  | { readonly ok: true; readonly at: InstantMs; readonly snapshot: SendingSnapshot | null }
  | { readonly ok: false; readonly at: InstantMs; readonly problem: Problem };

/** What the slow rounds brought in so far. */
export interface Swept {
  readonly inboxErrors: readonly InboxFacts[];
  readonly inboxes: readonly InboxFacts[];
  readonly inboxDays: readonly InboxDay[];
  readonly leads: readonly LeadFacts[];
  readonly tags: readonly TagLabel[];
  readonly subsequences: ReadonlyMap<CampaignId, readonly SubsequenceFacts[]>;
  readonly subsequenceStatuses: ReadonlyMap<SubsequenceId, SendingSnapshot | null>;
}

/** The work between two commits. Everything in it may be lost without harm. */
export interface Slice {
  readonly startedAt: InstantMs;
  readonly attention: Attention;
  /** Wished interval of a campaign that runs well, as the user set it. */
  readonly runningMs: number;
  readonly before: Memory;
  readonly campaigns: Listing;
  /** With the list laid over what was known, once it is in. */
  readonly observations: ReadonlyMap<CampaignId, ObservationRecord>;
  /** What is still to ask, in order; null until the list is in. */
  readonly queue: readonly Ask[] | null;
  readonly statuses: ReadonlyMap<CampaignId, StatusResult>;
  readonly swept: Swept;
  /** Questions of each round that are not answered yet. At 0 the round is complete. */
  readonly outstanding: Readonly<Partial<Record<Sweep, number>>>;
  readonly failedSweeps: ReadonlySet<Sweep>;
  readonly inFlight: ReadonlySet<string>;
  /** Everything asked in this slice: nothing is asked twice, so that no list can run in a circle. */
  readonly asked: ReadonlySet<string>;
  readonly faultsInARow: number;
  readonly answers: number;
  /** Why nothing more is asked in this slice. */
  readonly halt: Problem | null;
  /** Abilities that the key turned out to lack, with the scopes that Instantly named. */
  readonly lacking: ReadonlyMap<keyof KeyAbilities, readonly string[]>;
}

/** Longest slice: the worker may be killed 30 s after its last event (QUALITY.md B1). */
export const SLICE_MS = 20 * SECOND_MS;
/** On the first check progress is worth a commit more often. */
export const FIRST_SLICE_MS = 2 * SECOND_MS;
const CONCURRENCY = 5;

const NONE: ReadonlySet<CampaignId> = new Set();
const NOTHING_SWEPT: Swept = {
  inboxErrors: [],
  inboxes: [],
  inboxDays: [],
  leads: [],
  tags: [],
  subsequences: new Map(),
  subsequenceStatuses: new Map(),
};

const isFirstCheck = ({ before }: Pick<Slice, 'before'>): boolean =>
  before.workspace.state.kind === 'first_check';

/** Lines up everything that is due once the list is in: slow rounds first, for they are few and many answers wait for them. */
export const withQueue = (
  slice: Slice,
  changed: ReadonlySet<CampaignId>,
  now: InstantMs,
): Slice => {
  const memory = { ...slice.before, observations: slice.observations };
  const sweeps = dueSweeps(memory, now).map(
    (sweep) => [sweep, sweepAsks(sweep, memory, now)] as const,
  );
  const rounds = sweeps.flatMap(([, asks]) => asks);
  const statuses = dueStatuses(memory, changed, slice.attention, slice.runningMs, now).map(
    (campaignId): Ask => ({ kind: 'status', campaignId }),
  );
  return {
    ...slice,
    queue: isFirstCheck(slice) ? [...statuses, ...rounds] : [...rounds, ...statuses],
    outstanding: Object.fromEntries(sweeps.map(([sweep, asks]) => [sweep, asks.length])),
  };
};

/** Begins a slice from what is stored. */
export const beginSlice = (
  before: Memory,
  attention: Attention,
  runningMs: number,
  now: InstantMs,
): Slice => {
  const isListing = isListDue(before, attention, now);
  const slice: Slice = {
    startedAt: now,
    attention,
    runningMs,
    before,
    campaigns: {
      phase: isListing ? 'due' : 'not_due',
      cursor: null,
      seenCursors: new Set(),
      items: [],
      readAt: null,
    },
    observations: before.observations,
    queue: null,
    statuses: new Map(),
    swept: NOTHING_SWEPT,
    outstanding: {},
    failedSweeps: new Set(),
    inFlight: new Set(),
    asked: new Set(),
    faultsInARow: 0,
    answers: 0,
    halt: null,
    lacking: new Map(),
  };
  return isListing ? slice : withQueue(slice, NONE, now);
};

const isOutOfTime = (slice: Slice, now: InstantMs): boolean => {
  const spentMs = now - slice.startedAt;
  return spentMs >= (isFirstCheck(slice) ? FIRST_SLICE_MS : SLICE_MS) || spentMs < 0;
};

const nextAsk = (slice: Slice, now: InstantMs): { ask: Ask; rest: Partial<Slice> } | undefined => {
  const { campaigns, queue, halt } = slice;
  if (halt) return undefined;
  if (campaigns.phase === 'due') {
    return {
      ask: { kind: 'campaigns', cursor: campaigns.cursor },
      rest: { campaigns: { ...campaigns, phase: 'asking' } },
    };
  }
  const [first, ...rest] = queue ?? [];
  if (first === undefined || isOutOfTime(slice, now)) return undefined;
  return { ask: first, rest: { queue: rest } };
};

/** After a failed slice one question at a time tries whether campaigns can be asked about again. */
const mostAtOnce = ({ before, statuses }: Slice): number => {
  const isTrying = before.journal.failures > 0 && ![...statuses.values()].some(({ ok }) => ok);
  return isTrying ? 1 : CONCURRENCY;
};

/** Starts as many asks as may run at once. No asks and none in flight means that the slice is over. */
export const refill = (slice: Slice, now: InstantMs): { slice: Slice; asks: Ask[] } => {
  const asks: Ask[] = [];
  let current = slice;
  while (current.inFlight.size < mostAtOnce(current)) {
    const next = nextAsk(current, now);
    if (!next) break;
    asks.push(next.ask);
    current = {
      ...current,
      ...next.rest,
      inFlight: new Set(current.inFlight).add(askKey(next.ask)),
      asked: new Set(current.asked).add(askKey(next.ask)),
    };
  }
  return { slice: current, asks };
};

/** Whether nothing at all is due. A round without questions is work too: it is noted as done. */
export const isIdle = ({ campaigns, queue, outstanding }: Slice): boolean =>
  campaigns.phase === 'not_due' && queue?.length === 0 && Object.keys(outstanding).length === 0;

/** Rounds whose every question was answered. */
export const completedSweeps = ({ outstanding, failedSweeps }: Slice): Sweep[] =>
  (Object.entries(outstanding) as [Sweep, number][])
    .filter(([sweep, left]) => left === 0 && !failedSweeps.has(sweep))
    .map(([sweep]) => sweep);

/** Whether work was left over only because the slice had run long enough. */
export const hasWorkLeft = (slice: Slice): boolean =>
  slice.halt === null && slice.answers > 0 && (slice.queue?.length ?? 0) > 0;
