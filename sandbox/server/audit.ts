import { MINUTE_MS, SECOND_MS } from '#model';

/** Requests at most allowed in any one second and any one minute. */
export interface RateCap {
  readonly perSecond: number;
  readonly perMinute: number;
}

/** Instantly's documented limits of one workspace (developer.instantly.ai, rate limits). */
export const INSTANTLY_LIMITS: RateCap = { perSecond: 100, perMinute: 6_000 };

/** Counts what was asked of the API, in sliding windows, one for each key and workspace that it acts on. */
export interface Audit {
  /** Notes one request. `key` tells apart what is limited by itself, `atMs` must never go back. */
  record(key: string, path: string, atMs: number): void;
  total(): number;
  /** How many requests had a path that matches. */
  count(path: RegExp): number;
  /** Requests by path, ids replaced by `:id`. */
  byPath(): Readonly<Record<string, number>>;
  /** The busiest second of the busiest key, in requests. */
  maxPerSecond(): number;
  /** The busiest minute of the busiest key, in requests. */
  maxPerMinute(): number;
  /** Throws with the figures when either cap was passed by any key. */
  assertWithin(cap: RateCap): void;
  reset(): void;
}

interface Window {
  readonly lengthMs: number;
  readonly times: number[];
  max: number;
}

const slide = (window: Window, atMs: number): void => {
  while ((window.times[0] ?? Number.POSITIVE_INFINITY) <= atMs - window.lengthMs) {
    window.times.shift();
  }
  window.times.push(atMs);
  window.max = Math.max(window.max, window.times.length);
};

const pattern = (path: string): string =>
  path
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, ':id')
    .replaceAll(/[^/]+(?:@|%40)[^/]+/gi, ':address');

/** An empty audit. */
export const createAudit = (): Audit => {
  const windows = new Map<string, { second: Window; minute: Window }>();
  const paths = new Map<string, number>();

  const busiest = (which: 'second' | 'minute'): number =>
    Math.max(0, ...[...windows.values()].map((pair) => pair[which].max));

  return {
    record(key, path, atMs) {
      const pair = windows.get(key) ?? {
        second: { lengthMs: SECOND_MS, times: [], max: 0 },
        minute: { lengthMs: MINUTE_MS, times: [], max: 0 },
      };
      windows.set(key, pair);
      slide(pair.second, atMs);
      slide(pair.minute, atMs);
      paths.set(path, (paths.get(path) ?? 0) + 1);
    },
    total: () => [...paths.values()].reduce((sum, count) => sum + count, 0),
    count: (path) =>
      [...paths].reduce((sum, [seen, count]) => sum + (seen.search(path) >= 0 ? count : 0), 0),
    byPath() {
      const counts: Record<string, number> = {};
      for (const [path, count] of paths) {
        const name = pattern(path);
        counts[name] = (counts[name] ?? 0) + count;
      }
      return counts;
    },
    maxPerSecond: () => busiest('second'),
    maxPerMinute: () => busiest('minute'),
    assertWithin({ perSecond, perMinute }) {
      const [second, minute] = [busiest('second'), busiest('minute')];
      if (second <= perSecond && minute <= perMinute) return;
      throw new Error(
        `Too many requests: ${second} in one second (cap ${perSecond}), ${minute} in one minute (cap ${perMinute}).`,
      );
    },
    reset() {
      windows.clear();
      paths.clear();
    },
  };
};
