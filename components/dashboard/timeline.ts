import { type Health, type InstantMs, NO_CAMPAIGNS, type Verdict } from '#model';
import type { HistoryRecord } from '#store/read';
import type { Segment } from './segment.ts';
import { isSendingIn, type StateFacts } from './uptime.ts';

export type { Segment } from './segment.ts';

interface State {
  readonly health: Health | null;
  readonly isSending: boolean | null;
}

const UNWATCHED: State = { health: null, isSending: null };

const stateOf = (facts: StateFacts): State => ({
  health: facts.health,
  isSending: isSendingIn(facts),
});

/** Only the health of a state from before the first change is recorded. */
const stateBefore = (health: Health | null): State =>
  health === null ? UNWATCHED : stateOf({ health, code: null, causeCodes: undefined });

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
  const before = records.findLast(({ at }) => at <= from);
  const [first] = changes;
  const { health, code, causes, since } = verdict;
  const present = stateOf({ health, code, causeCodes: causes.map((cause) => cause.code) });
  const starts: { readonly at: InstantMs; readonly state: State }[] = [];
  if (before) starts.push({ at: from, state: stateOf(before) });
  else if (first) starts.push({ at: from, state: stateBefore(first.previousHealth) });
  else if (since <= from) starts.push({ at: from, state: present });
  else starts.push({ at: from, state: UNWATCHED }, { at: since, state: present });
  for (const change of changes) starts.push({ at: change.at, state: stateOf(change) });
  const watchedUntil = Math.max(from, Math.min(now, checkedAt));
  const known = starts.filter(({ at }) => at < watchedUntil);
  known.push({ at: watchedUntil, state: UNWATCHED });
  const segments: Segment[] = [];
  known.forEach(({ at, state }, index) => {
    const to = known[index + 1]?.at ?? now;
    const last = segments.at(-1);
    if (to <= at) return;
    if (last && last.health === state.health && last.isSending === state.isSending) {
      segments[segments.length - 1] = { ...last, to };
    } else segments.push({ from: at, to, ...state });
  });
  return segments;
};

/** How long each state lasted, in ms; `unwatched` is the rest. */
export type Durations = Readonly<Record<Health | 'unwatched', number>>;

/** Sums a timeline by state. */
export const durationsOf = (
  segments: readonly Pick<Segment, 'from' | 'to' | 'health'>[],
): Durations => {
  const sums = { ...NO_CAMPAIGNS, unwatched: 0 };
  for (const { from, to, health } of segments) sums[health ?? 'unwatched'] += to - from;
  return sums;
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
