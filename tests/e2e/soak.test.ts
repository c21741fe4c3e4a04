import { expect, test } from 'vitest';
import { soakFor } from './soak.ts';

// Two hours: node tools/soak.ts --minutes 120
test('checks without a pause: nothing is told twice or complained of', async () => {
  const report = await soakFor({
    ...{ forMs: 4_000, seed: 1, workspace: 'second', faultEveryMs: Number.POSITIVE_INFINITY },
  });
  expect(report.rounds).toBeGreaterThan(1);
  expect(report.errors).toEqual([]);
  expect(report.toldTwice).toEqual([]);
  expect(report.told).toBeGreaterThan(0);
  expect(report.state).toBe('ok');
  // Five a second and a burst of five; 300 a minute are 5 % of what Instantly allows.
  expect(report.maxPerSecond).toBeLessThanOrEqual(11);
  expect(report.maxPerMinute).toBeLessThanOrEqual(300);
});
