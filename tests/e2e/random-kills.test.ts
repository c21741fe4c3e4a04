import { beforeAll, describe, expect, test } from 'vitest';
import { type KillReport, killAtRandom, toldTwice } from './random-kills.ts';

// Only Chromium can be told to stop a worker at a given moment. Fifty and more: `node tools/kill.ts`.
describe('row 40: a worker killed ten times at random moments', () => {
  let report: KillReport;

  beforeAll(async () => {
    report = await killAtRandom({ kills: 10, seed: 1, workspace: 'second' });
  }, 120_000);

  test('was killed in the middle of checks', () => {
    expect(report.killsInACheck).toBeGreaterThan(0);
  });

  test('knows the same of the same campaigns as one that lived', () => {
    expect(Object.keys(report.killed.verdicts)).toHaveLength(12);
    expect(report.killed.verdicts).toEqual(report.undisturbed.verdicts);
    expect(report.killed.openIncidents).toEqual(report.undisturbed.openIncidents);
    expect(report.badge).toBe(report.undisturbedBadge);
  });

  test('is connected as before, and its key is taken', () => {
    expect(report.killed.workspaces).toMatchObject([{ generation: 1, state: { kind: 'ok' } }]);
  });

  test('tells nothing twice', () => {
    expect(toldTwice(report.killed)).toEqual([]);
  });

  test('has one alarm', () => {
    expect(report.alarms).toEqual(['check']);
  });

  test('kept to the budget', () => {
    // Five a second and a burst of five; 300 a minute are 5 % of what Instantly allows.
    expect(report.maxPerSecond).toBeLessThanOrEqual(11);
    expect(report.maxPerMinute).toBeLessThanOrEqual(300);
  });
});
