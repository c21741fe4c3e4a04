import type { InstantMs } from '#model';

/** The time in the simulated world: real time shifted, unless a test holds it. */
export interface WorldClock {
  now(): InstantMs;
  /** Moves the world forward by `ms` at once. */
  advance(ms: number): void;
  /** Stops the world at its present instant; `advance` still moves it. */
  freeze(): void;
  /** Lets the world follow real time again from where it stands. */
  resume(): void;
}

/** A world that stands at `startMs` now and follows `realNow`. */
export const createWorldClock = (startMs: InstantMs, realNow: () => InstantMs): WorldClock => {
  let worldMs = startMs;
  let realMs = realNow();
  let isFrozen = false;

  const catchUp = (): InstantMs => {
    const real = realNow();
    // A real clock that was set back must not turn the world back.
    if (!isFrozen) worldMs += Math.max(0, real - realMs);
    realMs = real;
    return worldMs;
  };

  return {
    now: catchUp,
    advance(ms) {
      catchUp();
      worldMs += ms;
    },
    freeze() {
      catchUp();
      isFrozen = true;
    },
    resume() {
      catchUp();
      isFrozen = false;
    },
  };
};
