import { type Health, healthRank, type InstantMs, MINUTE_MS } from '#model';
import type { HistoryRecord } from '#store/read';
import { durationsOf, type Segment, segmentsOf } from '../dashboard/timeline.ts';
import type { Stored } from './popup-model.ts';

const CELL_MS = 30 * MINUTE_MS;
const CELLS = 48;

/** The last 24 hours of a campaign: 48 half-hours, and the stretches they are made of. Null is time nobody watched. */
export interface PastDay {
  readonly cells: readonly (Health | null)[];
  readonly segments: readonly Segment[];
}

/** The state that lasted longest in a half-hour; of two that lasted as long, the worse one. */
const cellOf = (segments: readonly Segment[], from: InstantMs): Health | null => {
  const inCell = segments.flatMap(({ from: start, to, health }) => {
    const begin = Math.max(start, from);
    const end = Math.min(to, from + CELL_MS);
    return health !== null && end > begin ? [{ from: begin, to: end, health }] : [];
  });
  const lasted = durationsOf(inCell);
  const [longest] = inCell
    .map(({ health }) => health)
    .sort((a, b) => lasted[b] - lasted[a] || healthRank(a) - healthRank(b));
  return longest ?? null;
};

/** Draws the last 24 hours from the changes that were recorded. */
export const pastDay = (
  { verdict, checkedAt }: Stored,
  records: readonly HistoryRecord[],
  now: InstantMs,
): PastDay => {
  const from = now - CELLS * CELL_MS;
  const segments = segmentsOf({ records, verdict, checkedAt }, from, now);
  return {
    segments,
    cells: Array.from({ length: CELLS }, (_, index) => cellOf(segments, from + index * CELL_MS)),
  };
};
