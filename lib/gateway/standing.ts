import type { InstantlyError, InstantlyErrorKind } from '#instantly';
import { type InstantMs, SECOND_MS } from '#model';
import type { TokenBucketState } from '#store/read';
import { probeAt, resumeAt } from './backoff.ts';
import { GatewayError } from './gateway-error.ts';
import { ceilingPerSecond, slowDown, speedUp, takeToken } from './token-bucket.ts';

/** Most urgent first. */
export const PRIORITIES = ['user', 'visible', 'problem', 'rest'] as const;

/** How urgent a request is: a person waits for it, a person sees it, a campaign has a problem, or none of it. */
export type Priority = (typeof PRIORITIES)[number];

/** What stops every request until there is a new key. */
export type Latch = 'key_rejected' | 'no_plan';

/** How a workspace stands with Instantly, as far as asking goes. */
export interface Standing {
  readonly generation: number;
  readonly bucket: TokenBucketState;
  /** Share of Instantly's limit that may be used, in percent. */
  readonly budgetPercent: number;
  /** Requests a second when all is well. */
  readonly ceiling: number;
  readonly latch: Latch | null;
  /** Instantly asked for nothing before this; holds for everyone. */
  readonly notBefore: InstantMs | null;
  /** After a burst of failures; a person's own request may go before it. */
  readonly probeAt: InstantMs | null;
  /** Rounds of failures in a row: of requests that were out together, one counts. */
  readonly failures: number;
  /** When the last counted failure came. Requests from before it tell nothing new. */
  readonly troubledAt: InstantMs | null;
}

/** Longer waits are alarms, not timers: the worker would not live to see them end. */
const LONGEST_WAIT_MS = 5 * SECOND_MS;
const MOST_AT_ONCE = 5;
const FAILURES_OF_A_BURST = 3;

/** Requests that may be out together: one while it is only being tried whether Instantly answers again. */
export const mostAtOnce = (standing: Standing): number =>
  standing.failures >= FAILURES_OF_A_BURST ? 1 : MOST_AT_ONCE;

export type Admission =
  | { readonly kind: 'go'; readonly standing: Standing }
  | { readonly kind: 'wait'; readonly standing: Standing; readonly waitMs: number }
  | { readonly kind: 'refuse'; readonly error: GatewayError };

const refuse = (...reason: ConstructorParameters<typeof GatewayError>): Admission => ({
  kind: 'refuse',
  error: new GatewayError(...reason),
});

// Instants by a clock that was set back since would hold or hide things for as long as it was set back by, and no
// token would come before it has caught up. The bucket's own stamp shows it.
const byPresentClock = (standing: Standing, now: InstantMs): Standing =>
  standing.bucket.updatedAt > now
    ? {
        ...standing,
        bucket: { ...standing.bucket, updatedAt: now },
        notBefore: null,
        probeAt: null,
        troubledAt: null,
      }
    : standing;

/** Whether a request may go out now. */
export const admit = (known: Standing, priority: Priority, now: InstantMs): Admission => {
  if (known.latch !== null) return refuse('latched');
  const standing = byPresentClock(known, now);
  const { notBefore, probeAt: probe } = standing;
  if (notBefore !== null && notBefore > now) return refuse('paused', notBefore);
  if (probe !== null && probe > now && priority !== 'user') return refuse('deferred', probe);
  const { state, waitMs } = takeToken(standing.bucket, now);
  if (waitMs === 0) return { kind: 'go', standing: { ...standing, bucket: state } };
  if (waitMs > LONGEST_WAIT_MS) return refuse('deferred', now + waitMs);
  return { kind: 'wait', standing, waitMs };
};

// Instantly answered, although not with what was asked for: asking as such works.
const ANSWERS: ReadonlySet<InstantlyErrorKind> = new Set<InstantlyErrorKind>([
  'scope_missing',
  'not_found',
  'too_large',
  'conflict',
  'bad_request',
  'bad_body',
  'body_too_large',
]);

/** What became of one request; `error` is null when it was answered. */
export interface Ended {
  readonly error: InstantlyError | null;
  readonly startedAt: InstantMs;
}

const afterAnswer = (standing: Standing, now: InstantMs): Standing => ({
  ...standing,
  bucket: speedUp(standing.bucket, now, standing.ceiling),
  failures: 0,
  probeAt: null,
});

const afterFailure = (
  standing: Standing,
  error: InstantlyError,
  now: InstantMs,
  random: () => number,
): Standing => {
  const isLimit = error.kind === 'rate_limited';
  const excess = standing.failures + 1 - FAILURES_OF_A_BURST;
  const isPauseAsked = isLimit || error.notBefore !== undefined;
  return {
    ...standing,
    troubledAt: now,
    failures: standing.failures + 1,
    bucket: isLimit ? slowDown(standing.bucket, now) : standing.bucket,
    notBefore: isPauseAsked
      ? resumeAt(error.notBefore, standing.failures, now, random)
      : standing.notBefore,
    probeAt: excess >= 0 ? probeAt(now) : null,
  };
};

/** The standing after the user chose another share. Whoever had all that was allowed has it again at once. */
export const withBudget = (standing: Standing, budgetPercent: number): Standing => {
  const ceiling = ceilingPerSecond(budgetPercent);
  const { ratePerSecond } = standing.bucket;
  const isSlowed = ratePerSecond < standing.ceiling;
  const bucket = {
    ...standing.bucket,
    ratePerSecond: isSlowed ? Math.min(ratePerSecond, ceiling) : ceiling,
  };
  return { ...standing, budgetPercent, ceiling, bucket };
};

/** How the workspace stands after a request. Full jitter, halving and latch are decided here (QUALITY.md B2). */
export const settle = (
  standing: Standing,
  { error, startedAt }: Ended,
  now: InstantMs,
  random: () => number,
): Standing => {
  if (error?.kind === 'key_rejected' || error?.kind === 'no_plan') {
    return { ...standing, latch: error.kind };
  }
  // Five requests that meet the same limit are one refusal, not five; and an answer from before it is no recovery.
  const isOfNow = standing.troubledAt === null || startedAt > standing.troubledAt;
  if (!isOfNow) return standing;
  return error === null || ANSWERS.has(error.kind)
    ? afterAnswer(standing, now)
    : afterFailure(standing, error, now, random);
};
