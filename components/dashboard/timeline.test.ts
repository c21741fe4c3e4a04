import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEALTHS, type Health, HOUR_MS } from '#model';
import type { HistoryRecord } from '#store/read';
import { campaignId, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import type { Segment } from './segment.ts';
import { durationsOf, fleetBuckets, segmentsOf } from './timeline.ts';

const FROM = NOW - 24 * HOUR_MS;

const change = (
  hoursAgo: number,
  health: Health,
  previousHealth: Health | null,
): HistoryRecord => ({
  workspaceId: WORKSPACE,
  campaignId: campaignId(1),
  at: NOW - hoursAgo * HOUR_MS,
  health,
  previousHealth,
  code: null,
  causeCodes: [],
});

const states = (
  records: readonly HistoryRecord[],
  health: Health = 'healthy',
  sinceHours = 48,
  checkedAt = NOW,
) => {
  const past = {
    records,
    checkedAt,
    verdict: verdict(1, health, { since: NOW - sinceHours * HOUR_MS }),
  };
  return segmentsOf(past, FROM, NOW).map(({ from, to, health: state }) => [
    state,
    (to - from) / HOUR_MS,
  ]);
};

describe('the past of a campaign', () => {
  it('without a change is its present state, as long as that lasts', () => {
    expect(states([])).toEqual([['healthy', 24]]);
    expect(states([], 'blocked', 6)).toEqual([
      [null, 18],
      ['blocked', 6],
    ]);
  });

  it('before the first change is what that change says was', () => {
    expect(states([change(4, 'blocked', 'healthy')])).toEqual([
      ['healthy', 20],
      ['blocked', 4],
    ]);
    expect(states([change(4, 'blocked', null)])).toEqual([
      [null, 20],
      ['blocked', 4],
    ]);
  });

  it('takes a change from before the range for its beginning', () => {
    expect(states([change(30, 'limited', 'healthy'), change(2, 'healthy', 'limited')])).toEqual([
      ['limited', 22],
      ['healthy', 2],
    ]);
  });

  it('after the last answer nobody watched', () => {
    expect(states([change(10, 'limited', 'healthy')], 'limited', 10, NOW - 3 * HOUR_MS)).toEqual([
      ['healthy', 14],
      ['limited', 7],
      [null, 3],
    ]);
    expect(states([], 'healthy', 48, FROM - HOUR_MS)).toEqual([[null, 24]]);
  });

  it('ignores changes of the future and joins equal neighbours', () => {
    expect(states([change(5, 'healthy', 'healthy'), change(-1, 'blocked', 'healthy')])).toEqual([
      ['healthy', 24],
    ]);
  });

  it('has no gap, no overlap and no empty piece, whatever is recorded', () => {
    const record = fc.record({
      hoursAgo: fc.double({ min: -3, max: 40, noNaN: true }),
      health: fc.constantFrom(...HEALTHS),
      previous: fc.option(fc.constantFrom(...HEALTHS)),
    });
    fc.assert(
      fc.property(fc.array(record), fc.double({ min: -2, max: 40, noNaN: true }), (all, ago) => {
        const records = all
          .map(({ hoursAgo, health, previous }) => change(hoursAgo, health, previous))
          .sort((a, b) => a.at - b.at);
        const past = { records, verdict: verdict(1, 'limited'), checkedAt: NOW - ago * HOUR_MS };
        const segments = segmentsOf(past, FROM, NOW);
        expect(segments[0]?.from).toBe(FROM);
        expect(segments.at(-1)?.to).toBe(NOW);
        segments.forEach(({ from, to, health, isSending }, index) => {
          expect(to).toBeGreaterThan(from);
          const next = segments[index + 1];
          if (!next) return;
          const isSame = next.health === health && next.isSending === isSending;
          expect([next.from, isSame]).toEqual([to, false]);
        });
      }),
    );
  });
});

const segment = (from: number, to: number, health: Health | null): Segment => ({
  from: FROM + from * HOUR_MS,
  to: FROM + to * HOUR_MS,
  health,
  isSending: null,
});

describe('how long each state lasted', () => {
  it('is summed, time without a watch apart', () => {
    const sums = durationsOf([
      segment(0, 8, 'waiting'),
      segment(8, 10, 'blocked'),
      segment(10, 12, 'waiting'),
      segment(12, 24, null),
    ]);
    expect(sums).toMatchObject({
      waiting: 10 * HOUR_MS,
      blocked: 2 * HOUR_MS,
      unwatched: 12 * HOUR_MS,
      healthy: 0,
    });
  });
});

describe('the fleet over time', () => {
  it('is divided in every stretch by how many were in which state', () => {
    const timelines = [
      [segment(0, 12, 'healthy'), segment(12, 24, 'blocked')],
      [segment(0, 6, null), segment(6, 24, 'healthy')],
    ];
    const [first, second] = fleetBuckets(timelines, FROM, NOW, 2);
    expect(first).toMatchObject({ healthy: 1.5, unwatched: 0.5, blocked: 0 });
    expect(second).toMatchObject({ healthy: 1, blocked: 1, unwatched: 0 });
  });
});
