import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

/** Simulated time: everything that is going to happen, in order. True time; what a computer's clock shows may differ. */
export interface Timeline {
  now(): number;
  at(time: number, act: () => void): void;
  after(delayMs: number, act: () => void): void;
  /** Plays everything up to and including an instant. */
  playUntil(end: number): Promise<void>;
}

interface Entry {
  readonly time: number;
  /** Equal times keep the order in which they were planned. */
  readonly place: number;
  readonly act: () => void;
}

const isBefore = (a: Entry, b: Entry): boolean =>
  a.time === b.time ? a.place < b.place : a.time < b.time;

/** A heap: tens of millions of entries pass through a long run. */
const createHeap = () => {
  const entries: Entry[] = [];
  const swapUp = (from: number, entry: Entry): void => {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = entries[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      entries[place] = parent;
      place = above;
    }
    entries[place] = entry;
  };
  const swapDown = (entry: Entry): void => {
    let place = 0;
    while (true) {
      const left = entries[2 * place + 1];
      if (left === undefined) break;
      const right = entries[2 * place + 2];
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!isBefore(child, entry)) break;
      entries[place] = child;
      place = 2 * place + (isRight ? 2 : 1);
    }
    entries[place] = entry;
  };
  return {
    add: (entry: Entry): void => swapUp(entries.length, entry),
    first: (): Entry | undefined => entries[0],
    takeFirst: (): Entry | undefined => {
      const first = entries[0];
      const last = entries.pop();
      if (last !== undefined && entries.length > 0) swapDown(last);
      return first;
    },
  };
};

/** A timeline that begins at an instant. */
export const createTimeline = (start: number): Timeline => {
  const heap = createHeap();
  let now = start;
  let place = 0;
  const at = (time: number, act: () => void): void => {
    place += 1;
    heap.add({ time: Math.max(now, time), place, act });
  };
  return {
    now: () => now,
    at,
    after: (delayMs, act) => at(now + delayMs, act),
    playUntil: async (end) => {
      await turnOfTheLoop();
      while (true) {
        const next = heap.first();
        if (next === undefined || next.time > end) break;
        heap.takeFirst();
        now = next.time;
        next.act();
        // Everything that one event sets going has to settle before the next: a whole turn of the loop does that.
        await turnOfTheLoop();
      }
      now = Math.max(now, end);
    },
  };
};
