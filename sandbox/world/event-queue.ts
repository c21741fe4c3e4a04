import type { WorldMs } from './time.ts';

/** Things that will happen, earliest first; at the same instant in the order they were put in. */
export interface EventQueue<T> {
  add(atMs: WorldMs, event: T): void;
  /** Takes the next event that is due at or before `untilMs`. */
  takeUntil(untilMs: WorldMs): { readonly atMs: WorldMs; readonly event: T } | null;
}

interface Entry<T> {
  readonly atMs: WorldMs;
  readonly order: number;
  readonly event: T;
}

const isBefore = <T>(a: Entry<T>, b: Entry<T>): boolean =>
  a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

/** An empty queue: a binary heap. */
export function createEventQueue<T>(): EventQueue<T> {
  const heap: Entry<T>[] = [];
  let order = 0;

  const sinkFromTop = (entry: Entry<T>): void => {
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      if (left === undefined) break;
      const right = heap[2 * at + 2];
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!isBefore(child, entry)) break;
      heap[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = entry;
  };

  return {
    add(atMs, event) {
      const entry = { atMs, order: order++, event };
      let at = heap.length;
      while (at > 0) {
        const parentAt = (at - 1) >> 1;
        const parent = heap[parentAt];
        if (parent === undefined || !isBefore(entry, parent)) break;
        heap[at] = parent;
        at = parentAt;
      }
      heap[at] = entry;
    },
    takeUntil(untilMs) {
      const first = heap[0];
      if (first === undefined || first.atMs > untilMs) return null;
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) sinkFromTop(last);
      return first;
    },
  };
}
