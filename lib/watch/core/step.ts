import type { InstantMs } from '#model';
import type { Ask, Outcome } from './ask.ts';
import { conclude, type SliceCommit } from './conclude.ts';
import type { Attention, Memory } from './memory.ts';
import { nextDueAt } from './next-due.ts';
import { heldUntil } from './rhythm.ts';
import { beginSlice, hasWorkLeft, isIdle, refill, type Slice } from './slice.ts';
import { take } from './take.ts';

/** Where the watcher of one workspace stands. */
export type WatchState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading'; readonly attention: Attention }
  | { readonly phase: 'asking'; readonly slice: Slice }
  | {
      readonly phase: 'committing';
      readonly commit: SliceCommit;
      readonly slice: Slice;
      readonly isMoreLeft: boolean;
    };

/** What can happen to it. */
export type WatchEvent =
  | { readonly kind: 'wake'; readonly attention: Attention }
  /** Null: the workspace is gone, or nothing of it can be read. */
  | { readonly kind: 'loaded'; readonly memory: Memory | null; readonly runningMs: number }
  | { readonly kind: 'answered'; readonly ask: Ask; readonly outcome: Outcome }
  /** False: the key was replaced or the workspace removed meanwhile; nothing was written. */
  | { readonly kind: 'committed'; readonly isCurrent: boolean }
  | { readonly kind: 'commit_failed' };

/** What it wants done. `finish` gives the worker back to sleep. */
export type WatchEffect =
  | { readonly kind: 'load' }
  | { readonly kind: 'ask'; readonly ask: Ask }
  | { readonly kind: 'commit'; readonly commit: SliceCommit }
  | { readonly kind: 'finish'; readonly dueAt: InstantMs | null };

export interface Stepped {
  readonly state: WatchState;
  readonly effects: readonly WatchEffect[];
}

/** How long after a failed write the next try comes. */
const RETRY_COMMIT_MS = 60_000;
const IDLE: WatchState = { phase: 'idle' };

const finish = (dueAt: InstantMs | null): Stepped => ({
  state: IDLE,
  effects: [{ kind: 'finish', dueAt }],
});

const isLatched = ({ workspace }: Memory): boolean =>
  workspace.state.kind === 'key_rejected' || workspace.state.kind === 'no_plan' || workspace.isDemo;

const proceed = (slice: Slice, now: InstantMs): Stepped => {
  const { slice: next, asks } = refill(slice, now);
  if (next.inFlight.size > 0) {
    return {
      state: { phase: 'asking', slice: next },
      effects: asks.map((ask) => ({ kind: 'ask', ask })),
    };
  }
  const commit = conclude(next, now);
  return {
    state: {
      phase: 'committing',
      commit,
      slice: next,
      isMoreLeft: hasWorkLeft(next),
    },
    effects: [{ kind: 'commit', commit }],
  };
};

const begin = (
  memory: Memory | null,
  attention: Attention,
  runningMs: number,
  now: InstantMs,
): Stepped => {
  // A latched key is asked again only when a person says so: by a new key or by "Check key".
  if (memory === null || isLatched(memory)) return finish(null);
  const isHeld = heldUntil(memory.journal, now) !== null;
  const isOfOurMaking = memory.workspace.state.kind !== 'rate_limited';
  if (isHeld && !(attention.askedAt !== null && isOfOurMaking)) {
    return finish(nextDueAt(memory, attention, runningMs, now));
  }
  const slice = beginSlice(memory, attention, runningMs, now);
  // Without a question nothing can have changed: nothing is diagnosed and nothing written.
  return isIdle(slice) ? finish(nextDueAt(memory, attention, runningMs, now)) : proceed(slice, now);
};

const afterCommit = (
  after: Memory,
  { attention, runningMs }: Slice,
  isMoreLeft: boolean,
  now: InstantMs,
): Stepped => {
  if (isMoreLeft) return begin(after, attention, runningMs, now);
  return finish(isLatched(after) ? null : nextDueAt(after, attention, runningMs, now));
};

/**
 * The whole watcher of one workspace: `(state, event, now) → {state, effects}`. It reads no clock, asks nothing and
 * writes nothing itself, so that any history, kills included, can be played through it.
 */
export const step = (state: WatchState, event: WatchEvent, now: InstantMs): Stepped => {
  switch (state.phase) {
    case 'idle':
      if (event.kind !== 'wake') break;
      return {
        state: { phase: 'loading', attention: event.attention },
        effects: [{ kind: 'load' }],
      };
    case 'loading':
      if (event.kind !== 'loaded') break;
      return begin(event.memory, state.attention, event.runningMs, now);
    case 'asking':
      if (event.kind !== 'answered') break;
      return proceed(take(state.slice, event.ask, event.outcome, now), now);
    case 'committing':
      if (event.kind === 'commit_failed') return finish(now + RETRY_COMMIT_MS);
      if (event.kind !== 'committed') break;
      if (!event.isCurrent) return finish(null);
      return afterCommit(state.commit.after, state.slice, state.isMoreLeft, now);
  }
  // An event that does not fit (a wake while awake, an answer that came too late) changes nothing.
  return { state, effects: [] };
};
