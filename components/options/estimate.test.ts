import { expect, test } from 'vitest';
import { type HealthCounts, NO_CAMPAIGNS } from '#model';
import { estimateCost } from './estimate.ts';

const counts = (parts: Partial<HealthCounts> = {}): HealthCounts => ({ ...NO_CAMPAIGNS, ...parts });
// The mix of QUALITY.md B3: 5 % problems, 35 % sending, 20 % outside their hours, 40 % off.
const mix = (n: number) =>
  counts({ blocked: n * 0.05, healthy: n * 0.35, waiting: n * 0.2, inactive: n * 0.4 });

test('500 campaigns cost about 70 requests a minute, 1.2 % of what Instantly allows', () => {
  const cost = estimateCost(mix(500), 5, 5);
  expect(cost.perMinute).toBeCloseTo(69.7, 1);
  expect(cost.share).toBeCloseTo(0.0116, 3);
  expect(cost.most).toBe(300);
  expect(cost.stretchedMinutes).toBeNull();
});

test('2,000 campaigns that all have a problem stretch to a round of almost seven minutes', () => {
  const cost = estimateCost(counts({ blocked: 2_000 }), 5, 5);
  expect(cost.perMinute).toBe(300);
  expect(cost.stretchedMinutes).toBeCloseTo(6.9, 1);
});

test('a longer interval costs less, a smaller share stretches sooner', () => {
  expect(estimateCost(mix(500), 60, 5).perMinute).toBeLessThan(
    estimateCost(mix(500), 5, 5).perMinute,
  );
  expect(estimateCost(mix(500), 5, 1).stretchedMinutes).not.toBeNull();
});

test('no minute exceeds the chosen share of what Instantly allows', () => {
  expect(estimateCost(counts(), 5, 10).most).toBe(600);
  expect(estimateCost(counts(), 5, 1).most).toBe(60);
});

test('nothing connected costs next to nothing', () => {
  expect(estimateCost(counts(), 5, 5).perMinute).toBeLessThan(1);
});
