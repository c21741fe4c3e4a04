import { describe, expect, it } from 'vitest';
import {
  contosoPlan,
  createWorld,
  DAY_MS,
  DEFAULT_START_MS,
  HOUR_MS,
  isoOf,
  MINUTE_MS,
  notSendingStatusOf,
  utcDateOf,
  type World,
} from './index.ts';

/** Twenty starts over one week: every weekday, every part of the day, minutes all over the hour. */
const week = (mondayMs: number): number[] =>
  Array.from(
    { length: 20 },
    (_, i) => mondayMs + i * (8 * HOUR_MS + 24 * MINUTE_MS) + ((i * 7) % 12) * MINUTE_MS,
  );

// Winter and summer of the north, and the days on which Europe and America change their clocks.
const STARTS = [
  ...week(Date.UTC(2026, 10, 23)),
  ...week(Date.UTC(2027, 5, 14)),
  Date.UTC(2027, 2, 14, 14, 20),
  Date.UTC(2027, 2, 28, 9, 40),
  Date.UTC(2026, 9, 31, 23, 58),
  Date.UTC(2026, 11, 31, 18, 30),
];

const campaignsOf = (world: World) => [...world.state.campaigns.values()];

function mixOf(world: World): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { snapshot } of campaignsOf(world)) {
    const code = snapshot?.code ?? 'none';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

const CANONICAL = mixOf(createWorld());

describe('the demo workspace at any start', () => {
  it.each(STARTS.map((startMs, i) => [isoOf(startMs), startMs, i % 3] as const))(
    'has the same mix at %s',
    (_, startMs, seed) => {
      const world = createWorld({ startMs, seed });
      const mix = mixOf(world);
      for (const [code, count] of Object.entries(CANONICAL)) {
        expect(mix[code], code).toBeGreaterThanOrEqual(Math.max(1, count - 1));
        expect(mix[code], code).toBeLessThanOrEqual(count + 1);
      }
      expect(Object.keys(mix).sort()).toEqual(Object.keys(CANONICAL).sort());
      const campaigns = campaignsOf(world);
      expect(new Set(campaigns.map(({ status }) => status)).size).toBe(8);
      expect(new Set(campaigns.map(notSendingStatusOf)).size).toBe(6);
      expect(campaigns.filter(({ status }) => status < 0)).toHaveLength(3);
    },
  );

  it('is the same for the same start and seed', () => {
    const startMs = Date.UTC(2027, 5, 19, 2, 47);
    const bytes = (): string => {
      const world = createWorld({ startMs, seed: 5 });
      world.advance(HOUR_MS);
      return JSON.stringify([world.mails, campaignsOf(world).map(({ snapshot }) => snapshot)]);
    };
    expect(bytes()).toBe(bytes());
  });

  it('holds for the second workspace', () => {
    const at = (startMs: number) => mixOf(createWorld({ startMs, plan: contosoPlan(startMs) }));
    for (const startMs of STARTS.slice(0, 12)) {
      expect(at(startMs), isoOf(startMs)).toEqual(at(DEFAULT_START_MS));
    }
  });

  it('tells the mails of an inbox today and what it still may send alike', () => {
    const startMs = Date.UTC(2026, 10, 22, 2, 30);
    const { state } = createWorld({ startMs });
    for (const { sentToday, days } of state.inboxes.values()) {
      expect(days.get(utcDateOf(startMs))?.sent ?? 0).toBe(sentToday);
    }
    expect(campaignsOf(createWorld({ startMs })).some(({ sentToday }) => sentToday > 10)).toBe(
      true,
    );
  });

  it('resets inboxes at 00:00 UTC from then on', () => {
    const startMs = Date.UTC(2026, 10, 22, 22, 30);
    const world = createWorld({ startMs });
    const tired = [...world.state.inboxes.values()].filter(({ sentToday }) => sentToday > 5);
    expect(tired.length).toBeGreaterThan(5);
    world.runUntil(Math.ceil(startMs / DAY_MS) * DAY_MS + 5 * MINUTE_MS);
    const midnightMs = Math.ceil(startMs / DAY_MS) * DAY_MS;
    const fresh = Map.groupBy(
      world.mails.filter(({ atMs }) => atMs >= midnightMs),
      ({ inbox }) => inbox,
    );
    for (const { address, sentToday, days } of tired) {
      const today = days.get(utcDateOf(midnightMs))?.sent ?? 0;
      expect(today).toBe(fresh.get(address)?.length ?? 0);
      expect(sentToday === today || today === 0).toBe(true);
    }
  });
});
