import { type InstantMs, SECOND_MS } from '#model';
import type { TokenBucketState } from '#store/read';

/** Requests that may go out at once after a rest. */
export const BURST = 5;
/** What the largest share that the settings offer (10 %) comes to. */
const MOST_PER_SECOND = 10;
/** What Instantly allows a workspace, over all its tools (INSTANTLY.md 1.4). */
const INSTANTLY_LIMIT_PER_MINUTE = 6_000;
/** One request in 30 s: however often Instantly refuses, it is still asked that often. */
const LEAST_PER_SECOND = 1 / 30;
/** What a minute of success at full pace gives back of the ceiling. */
const RECOVERY_PER_MINUTE = 0.1;
// Sums of fractions may miss a whole token by a hair.
const ALMOST = 1e-9;

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/**
 * Requests a second at most, such that no minute sees more than the given share (percent) of Instantly's limit:
 * a burst and the 60 s after it together stay within it.
 */
export const ceilingPerSecond = (budgetPercent: number): number =>
  clamp(
    ((INSTANTLY_LIMIT_PER_MINUTE * budgetPercent) / 100 - BURST) / 60,
    LEAST_PER_SECOND,
    MOST_PER_SECOND,
  );

/** The bucket of a workspace that was never asked. */
export const newBucket = (now: InstantMs, ceiling: number): TokenBucketState => ({
  tokens: BURST,
  updatedAt: now,
  ratePerSecond: ceiling,
});

// A clock that was set back gives nothing; one that was set forward at most a full bucket.
const refill = (state: TokenBucketState, now: InstantMs): TokenBucketState => {
  const elapsedMs = Math.max(0, now - state.updatedAt);
  const gained = (elapsedMs / SECOND_MS) * state.ratePerSecond;
  return { ...state, tokens: Math.min(BURST, state.tokens + gained), updatedAt: now };
};

/** At this pace or faster a worker lives long enough to earn its first token. */
const EARNED_IN_TIME_PER_SECOND = 0.2;

/**
 * A stored bucket in use again. A killed worker may have spent tokens without writing it down, so none is granted;
 * else every kill would give one more request. Only at a crawl a whole one that was saved up is kept: a worker that
 * browsers end after 30 s would never live to earn it, and at that pace a kill adds nothing to speak of.
 */
export const resumeBucket = (
  stored: TokenBucketState,
  now: InstantMs,
  ceiling: number,
): TokenBucketState => {
  const ratePerSecond = clamp(stored.ratePerSecond, LEAST_PER_SECOND, ceiling);
  const filled = refill({ ...stored, ratePerSecond }, now);
  const granted = ratePerSecond >= EARNED_IN_TIME_PER_SECOND ? 0 : 1;
  return { ...filled, tokens: clamp(filled.tokens, 0, granted) };
};

/** Takes a token for one request. With `waitMs` over 0 there was none, and asking again is of use only after it. */
export const takeToken = (
  state: TokenBucketState,
  now: InstantMs,
): { readonly state: TokenBucketState; readonly waitMs: number } => {
  const filled = refill(state, now);
  if (filled.tokens >= 1 - ALMOST) {
    return { state: { ...filled, tokens: Math.max(0, filled.tokens - 1) }, waitMs: 0 };
  }
  const waitMs = Math.ceil(((1 - filled.tokens) / filled.ratePerSecond) * SECOND_MS);
  return { state: filled, waitMs };
};

/** After a 429: half the pace, and nothing saved up. */
export const slowDown = (state: TokenBucketState, now: InstantMs): TokenBucketState => ({
  tokens: 0,
  updatedAt: now,
  ratePerSecond: Math.max(LEAST_PER_SECOND, state.ratePerSecond / 2),
});

/** After a success: a little faster, so that a minute of them at full pace gives 10 % of the ceiling back. */
export const speedUp = (
  state: TokenBucketState,
  now: InstantMs,
  ceiling: number,
): TokenBucketState => {
  const filled = refill(state, now);
  const step = (RECOVERY_PER_MINUTE * ceiling) / (60 * filled.ratePerSecond);
  // At a crawl one success stands for more than a minute: it still counts as one.
  const ratePerSecond = filled.ratePerSecond + Math.min(step, RECOVERY_PER_MINUTE * ceiling);
  return { ...filled, ratePerSecond: Math.min(ceiling, ratePerSecond) };
};
