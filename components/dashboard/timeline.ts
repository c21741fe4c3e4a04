import type { Health, InstantMs, Verdict } from '#model';
import type { HistoryRecord } from '#store/read';

/** A stretch of time in one state; null is time in which nobody watched. */
export interface Segment {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly health: Health | null;
}

/** What is known of one campaign when its past is drawn. */
export interface Past {
  /** Changes of its verdict in the range, oldest first. */
  readonly records: readonly HistoryRecord[];
  readonly verdict: Verdict;
  /** Last good answer about it; time after that was not watched. */
  readonly checkedAt: InstantMs;
}

/**
 * The states of one campaign from `from` to `now`, without gaps and without two equal neighbours. Before the first
 * change its record says what was; with no change in the range the present verdict held as long as it says.
 */
export const segmentsOf = (
  { records, verdict, checkedAt }: Past,
  from: InstantMs,
  now: InstantMs,
): readonly Segment[] => {
  const changes = records.filter(({ at }) => at > from && at <= now);
  const before = records.findLast(({ at }) => at <= from)?.health;
  const [first] = changes;
  const starts: { at: InstantMs; health: Health | null }[] = [];
  if (first) starts.push({ at: from, health: before ?? first.previousHealth });
  else if (before !== undefined) starts.push({ at: from, health: before });
  else if (verdict.since <= from) starts.push({ at: from, health: verdict.health });
  else {
    starts.push({ at: from, health: null }, { at: verdict.since, health: verdict.health });
  }
  for (const { at, health } of changes) starts.push({ at, health });
  const watchedUntil = Math.max(from, Math.min(now, checkedAt));
  const known = starts.filter(({ at }) => at < watchedUntil);
  known.push({ at: watchedUntil, health: null });
  const segments: Segment[] = [];
  known.forEach(({ at, health }, index) => {
    const to = known[index + 1]?.at ?? now;
    const last = segments.at(-1);
    if (to <= at) return;
    if (last && last.health === health) segments[segments.length - 1] = { ...last, to };
    else segments.push({ from: at, to, health });
  });
  return segments;
};

/** How long each state lasted, in ms; `unwatched` is the rest. */
export type Durations = Readonly<Record<Health | 'unwatched', number>>;

/** Sums a timeline by state. */
export const durationsOf = (segments: readonly Segment[]): Durations => {
  const sums = {
    blocked: 0,
    degraded: 0,
    unknown: 0,
    limited: 0,
    waiting: 0,
    healthy: 0,
    inactive: 0,
    unwatched: 0,
  };
  for (const { from, to, health } of segments) sums[health ?? 'unwatched'] += to - from;
  return sums;
};

/** Sending uptime: of the time watched in which no rule and nobody's wish held the campaign back, how much it sent. */
export interface Uptime {
  /** 0 to 1; null when there was no such time. */
  readonly share: number | null;
  readonly dueMs: number;
  readonly watchedMs: number;
}

/** Adds up the uptime of one timeline or of many. Sending with a part of the inboxes counts as sending. */
export const uptimeOf = (all: readonly Durations[]): Uptime => {
  let sentMs = 0;
  let dueMs = 0;
  let watchedMs = 0;
  for (const one of all) {
    const { healthy, degraded, limited, blocked, waiting, inactive, unknown } = one;
    sentMs += healthy + degraded;
    dueMs += healthy + degraded + limited + blocked;
    watchedMs += healthy + degraded + limited + blocked + waiting + inactive + unknown;
  }
  return { share: dueMs === 0 ? null : sentMs / dueMs, dueMs, watchedMs };
};

/** How many campaigns were in each state in one stretch of time, by their time in it: adds up to their number. */
export type FleetBucket = Durations;

/** Cuts the timelines of many campaigns into equal stretches and sums each. */
export const fleetBuckets = (
  timelines: readonly (readonly Segment[])[],
  from: InstantMs,
  now: InstantMs,
  count: number,
): readonly FleetBucket[] => {
  const widthMs = (now - from) / count;
  const buckets = Array.from({ length: count }, () => ({ ...durationsOf([]) }));
  for (const segment of timelines.flat()) {
    const first = Math.max(0, Math.floor((segment.from - from) / widthMs));
    for (let place = first; place < count; place += 1) {
      const start = from + place * widthMs;
      if (start >= segment.to) break;
      const overlap = Math.min(segment.to, start + widthMs) - Math.max(segment.from, start);
      const bucket = buckets[place];
      if (bucket && overlap > 0) bucket[segment.health ?? 'unwatched'] += overlap / widthMs;
    }
  }
  return buckets;
};
