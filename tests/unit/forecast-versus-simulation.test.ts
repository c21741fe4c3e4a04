import { beforeAll, describe, expect, test } from 'vitest';
import { type Comparison, compareDays } from './forecast-comparisons.ts';

const SEEDS = [1, 2, 3];
const FAULTS_PER_DAY = 0.6;
const SLOW_MS = 60_000;

/** Of the day's whole figure. At least one mail below the line, as days of no mail have no relative error otherwise. */
const errorOf = ({ forecast, actual }: Comparison): number =>
  Math.abs(forecast - actual) / Math.max(1, actual);

const quantile = (figures: readonly number[], share: number): number => {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

const medianError = (days: readonly Comparison[]): number => quantile(days.map(errorOf), 0.5);

const sumOf = (days: readonly Comparison[], pick: (day: Comparison) => number): number =>
  days.reduce((sum, day) => sum + pick(day), 0);

const HEAD = 'binding constraint      days  median  worst tenth  mails off (mean)';

const lineOf = (name: string, days: readonly Comparison[]): string => {
  const percent = (error: number): string => `${(error * 100).toFixed(0)} %`;
  return [
    name.padEnd(22),
    String(days.length).padStart(6),
    percent(medianError(days)).padStart(8),
    percent(quantile(days.map(errorOf), 0.9)).padStart(13),
    (sumOf(days, ({ forecast, actual }) => forecast - actual) / days.length)
      .toFixed(1)
      .padStart(18),
  ].join('');
};

const print = (title: string, days: readonly Comparison[]): void => {
  const groups = [...Map.groupBy(days, ({ binding }) => binding)].sort();
  const lines = groups.map(([binding, of]) => lineOf(binding, of));
  process.stdout.write(`\n${[title, HEAD, ...lines, lineOf('all', days)].join('\n')}\n`);
};

const daysOf = async (faultsPerDay: number): Promise<readonly Comparison[]> =>
  (await Promise.all(SEEDS.map((seed) => compareDays(seed, faultsPerDay)))).flat();

/** Days on which something was still to come: the others are right by arithmetic, not by foresight. */
const isOpen = ({ forecast, actual, sentBefore }: Comparison): boolean =>
  forecast > sentBefore || actual > sentBefore;

describe('the forecast against simulated days that know nothing of it', () => {
  let days: readonly Comparison[] = [];

  beforeAll(async () => {
    days = await daysOf(0);
    print('All running campaigns', days);
    print('Those with mails to come', days.filter(isOpen));
    print(
      'Those with mails to come and leads ready',
      days.filter((day) => isOpen(day) && !day.isNoLeadReady),
    );
  }, SLOW_MS);

  test('has enough to compare, of every kind', () => {
    expect(days.length).toBeGreaterThan(300);
    expect(days.filter(isOpen).length).toBeGreaterThan(200);
    expect(new Set(days.map(({ binding }) => binding)).size).toBeGreaterThan(5);
  });

  test('is within a tenth of the day of the median campaign', () => {
    expect(medianError(days)).toBeLessThanOrEqual(0.1);
  });

  test('is within a tenth where a campaign has leads ready and its inboxes to itself', () => {
    const own = days.filter(
      (day) => isOpen(day) && !day.isNoLeadReady && day.binding !== 'shared_inboxes',
    );
    expect(own.length).toBeGreaterThan(80);
    expect(medianError(own)).toBeLessThanOrEqual(0.1);
  });

  test('tells the mails of all campaigns together within a tenth while leads are ready', () => {
    const ready = days.filter(({ isNoLeadReady }) => !isNoLeadReady);
    const ratio = sumOf(ready, ({ forecast }) => forecast) / sumOf(ready, ({ actual }) => actual);
    expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(0.1);
  });

  test('is nearer with shared inboxes taken into account than without', () => {
    const shared = days.filter(({ binding }) => binding === 'shared_inboxes');
    const alone = shared.map((day) => ({ ...day, forecast: day.alone }));
    expect(medianError(shared)).toBeLessThan(medianError(alone) / 2);
  });
});

test(
  'days on which inboxes fail are reported, not promised',
  async () => {
    const days = await daysOf(FAULTS_PER_DAY);
    print('All running campaigns, with inboxes that fail by themselves', days);
    expect(days.length).toBeGreaterThan(300);
  },
  SLOW_MS,
);
