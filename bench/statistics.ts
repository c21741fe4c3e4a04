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

/** How two samples differ by rank (Mann and Whitney): nothing is assumed about how they spread. */
export interface RankTest {
  /** Of all pairs of one of each, those in which the subject is larger; ties count half. 0.5: no difference. */
  readonly share: number;
  /** How often chance alone gives a difference as large, two-sided; by the normal approximation. */
  readonly p: number;
}

/** Abramowitz and Stegun 7.1.26, to 1.5e-7. */
const upperTail = (z: number): number => {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.327_591_1 * x);
  const sum = [1.061_405_429, -1.453_152_027, 1.421_413_741, -0.284_496_736, 0.254_829_592].reduce(
    (rest, factor) => (rest + factor) * t,
    0,
  );
  return (sum * Math.exp(-x * x)) / 2;
};

/** Compares two samples by rank; each should have more than twenty values. */
export const rankTest = (subject: readonly number[], reference: readonly number[]): RankTest => {
  const pairs = subject.length * reference.length;
  const larger = subject
    .flatMap((one) => reference.map((other) => (Math.sign(one - other) + 1) / 2))
    .reduce((sum, each) => sum + each, 0);
  const all = subject.length + reference.length;
  const tied = [...Map.groupBy([...subject, ...reference], (value) => value).values()]
    .map(({ length }) => length ** 3 - length)
    .reduce((sum, each) => sum + each, 0);
  const deviation = Math.sqrt((pairs / 12) * (all + 1 - tied / (all * (all - 1))));
  // Half a rank towards the middle: the sum of ranks is a whole number, the normal distribution is not.
  const distance = Math.max(0, Math.abs(larger - pairs / 2) - 0.5);
  return {
    share: larger / pairs,
    p: deviation === 0 ? 1 : Math.min(1, 2 * upperTail(distance / deviation)),
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
