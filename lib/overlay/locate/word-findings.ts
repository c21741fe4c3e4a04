import type { Candidate, Known, Place } from './candidate.ts';

/**
 * One line for diagnostics: how many rows the page shows and by which strategy, how many have a place, and how many say
 * something known but not one thing.
 */
export const wordFindings = (
  candidates: readonly Candidate[],
  { ids, byText }: Known,
  places: readonly Place[],
): string => {
  const count = (is: (candidate: Candidate) => unknown): number =>
    new Set(candidates.filter(is).map(({ row }) => row)).size;
  const ofKnown = count(
    ({ id, texts }) => ids.has(id ?? '') || texts.some((text) => byText.has(text)),
  );
  const by = ['link', 'attribute', 'text'].map((way) => `${way} ${count((c) => c.by === way)}`);
  return `rows ${count(() => true)} (${by.join(', ')}), placed ${places.length}, ambiguous ${ofKnown - places.length}`;
};
