import { type InstantMs, MINUTE_MS, SECOND_MS } from '#model';

/** No pause is longer, whoever asks for it. */
export const LONGEST_PAUSE_MS = 15 * MINUTE_MS;
const SHORTEST_PAUSE_MS = SECOND_MS;
const BASE_MS = 2 * SECOND_MS;
/**
 * While Instantly does not answer it is tried about this often: a little before the alarm, which browsers allow every
 * 30 s, or each probe would miss its own alarm by a hair.
 */
const PROBE_MS = 25 * SECOND_MS;

/** A random pause, up to one that doubles with every failure in a row, so that many clients do not return at once. */
export const fullJitterMs = (failures: number, random: () => number): number =>
  random() * Math.min(LONGEST_PAUSE_MS, BASE_MS * 2 ** failures);

/** When to go on after Instantly asked for less: at the instant it named, within 1 s to 15 min, else after a random pause. */
export const resumeAt = (
  asked: InstantMs | undefined,
  failures: number,
  now: InstantMs,
  random: () => number,
): InstantMs => {
  const pauseMs = asked === undefined ? fullJitterMs(failures, random) : asked - now;
  return now + Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, pauseMs));
};

/** When to try again after a burst of failures. One question is no burden: only a refusal makes us wait longer. */
export const probeAt = (now: InstantMs): InstantMs => now + PROBE_MS;
