import type { InstantMs } from '#model';

/** The time in which a bench runs. */
export interface BenchClock {
  now(): InstantMs;
  wait(delayMs: number): Promise<void>;
  /** Marks work whose duration counts as it is: while any is under way, no time is skipped. */
  busy<T>(work: Promise<T>): Promise<T>;
}

interface Timer {
  readonly at: InstantMs;
  readonly resolve: () => void;
}

/** Real time, begun at an instant. */
export const createRealClock = (startMs: InstantMs): BenchClock => {
  const beganAt = performance.now();
  return {
    now: () => startMs + performance.now() - beganAt,
    wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
    busy: (work) => work,
  };
};

// What ends without being marked (a stream, a lock) takes a few turns of the event loop.
const IDLE_TURNS = 4;

/**
 * Real time less the waiting: whenever nothing is under way it goes on at once to the next timer. Work costs what it
 * costs, so a sweep of minutes is measured in seconds and its own processing still shows.
 */
export const createSkippingClock = (startMs: InstantMs): BenchClock => {
  const beganAt = performance.now();
  const timers: Timer[] = [];
  let skippedMs = 0;
  let underWay = 0;
  let isTurning = false;
  let idleTurns = 0;

  const now = (): InstantMs => startMs + skippedMs + performance.now() - beganAt;

  const skip = (): void => {
    const next = timers.shift();
    if (next === undefined) return;
    skippedMs += Math.max(0, next.at - now());
    next.resolve();
  };
  const turn = (): void => {
    idleTurns = underWay > 0 ? 0 : idleTurns + 1;
    if (idleTurns > IDLE_TURNS) {
      idleTurns = 0;
      skip();
    }
    isTurning = timers.length > 0;
    if (isTurning) setImmediate(turn);
  };
  const start = (): void => {
    if (isTurning) return;
    isTurning = true;
    setImmediate(turn);
  };

  return {
    now,
    wait: (delayMs) =>
      new Promise((resolve) => {
        timers.push({ at: now() + delayMs, resolve });
        timers.sort((a, b) => a.at - b.at);
        start();
      }),
    busy: async (work) => {
      underWay += 1;
      try {
        return await work;
      } finally {
        underWay -= 1;
      }
    },
  };
};
