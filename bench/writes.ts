// First of all: the store takes hold of the browser as it is loaded.
import { freshStorage, writtenSince } from './in-node.ts';

import type { BenchResult, Figure } from './result.ts';
import { playUnchangedSlices } from './unchanged-slices.ts';

const SIZES = [500, 2_000];
const SLICES = 4;

const figureOf = async (campaigns: number): Promise<Figure> => {
  const meter = freshStorage();
  let before = meter.written();
  const totals: number[] = [];
  const names = new Map<string, number>();
  const slices = await playUnchangedSlices({
    campaigns,
    slices: SLICES,
    onCommitted: async (store) => {
      await store.refreshHead();
      await store.prunePast();
    },
    onSettled: () => {
      before = meter.written();
    },
    onSlice: () => {
      const written = Object.entries(writtenSince(before, meter.written()));
      before = meter.written();
      totals.push(written.reduce((sum, [, bytes]) => sum + bytes, 0));
      for (const [name, bytes] of written) names.set(name, (names.get(name) ?? 0) + bytes);
    },
  });
  const means = [...names].map(([name, bytes]) => `${name} ${Math.round(bytes / slices)}`);
  return {
    name: `unchanged slice of ${campaigns}, bytes at most`,
    value: Math.max(...totals),
    unit: 'B',
    most: 2_048,
    note: `${slices} slices; on average ${means.join(', ')}`,
  };
};

/** What a slice writes when Instantly says the same as before: a count, so it holds on any machine. */
export const benchWrites = async (): Promise<BenchResult> => {
  const figures: Figure[] = [];
  for (const campaigns of SIZES) figures.push(await figureOf(campaigns));
  return { bench: 'writes', figures };
};
