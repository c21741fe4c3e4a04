const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const inOrder = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

export const median = (values: readonly number[]): number => at(inOrder(values), 0.5);

export const p95 = (values: readonly number[]): number => at(inOrder(values), 0.95);

/** A ratio of two medians and where it lies with 95 % confidence. */
export interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2_000;

/** A small generator, so that the same samples give the same interval. */
const generator = (): (() => number) => {
  let state = 0x9e3779b9;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** How much longer `subject` takes than `reference`, by medians; the interval is bootstrapped over the pairs. */
export const ratioOf = (subject: readonly number[], reference: readonly number[]): Ratio => {
  const random = generator();
  const pairs = Math.min(subject.length, reference.length);
  const ratios = Array.from({ length: RESAMPLES }, () => {
    const picked = Array.from({ length: pairs }, () => Math.floor(random() * pairs));
    const of = (values: readonly number[]): number =>
      median(picked.map((place) => values[place] ?? Number.NaN));
    return of(subject) / of(reference);
  });
  const sorted = inOrder(ratios);
  return {
    ratio: median(subject) / median(reference),
    low: at(sorted, 0.025),
    high: at(sorted, 0.975),
  };
};

/** A spread in words, of milliseconds. */
export const wordSpread = (values: readonly number[]): string =>
  `median ${median(values).toFixed(1)} ms, p95 ${p95(values).toFixed(1)} ms, n ${values.length}`;

/** A ratio's interval in words. */
export const wordInterval = ({ low, high }: Ratio): string =>
  `95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}`;

/** Runs work so many times after a warm-up and gives each duration in ms. */
export const timesOf = (work: () => unknown, runs: number, warmUps: number): number[] => {
  for (let run = 0; run < warmUps; run += 1) work();
  return Array.from({ length: runs }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
};
