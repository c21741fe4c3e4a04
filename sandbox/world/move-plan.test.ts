import { describe, expect, it } from 'vitest';
import { createCalendar } from './calendar.ts';
import { INSTANTLY_ZONES } from './instantly-zones.ts';
import { movePlan } from './move-plan.ts';
import type { WorldPlan } from './plan.ts';
import { hours, ZONES } from './plan-schedules.ts';
import { DAY_MS, DEFAULT_START_MS, HOUR_MS, isoOf, MINUTE_MS } from './time.ts';

// No zone of the demo is within half an hour of these at its start.
const day = (zone: string) => hours(zone, '07:00', '20:00');

const planOf = (...zones: string[]): WorldPlan => ({
  workspaceName: 'Test',
  inboxes: [{ address: 'a@b.example', faults: [{ kind: 'maintenance', atMs: DEFAULT_START_MS }] }],
  campaigns: zones.map((zone) => ({
    name: zone,
    schedule: { ...day(zone), startDate: '2026-11-19' },
    events: [{ kind: 'pause', atMs: DEFAULT_START_MS - HOUR_MS }],
  })),
});

const entryOf = (plan: WorldPlan, at = 0) => {
  const entry = plan.campaigns[at]?.schedule?.entries[0];
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

describe('a plan that is not moved', () => {
  it('stays as it is', () => {
    const plan = planOf(...Object.values(ZONES));
    expect(movePlan(plan, DEFAULT_START_MS, DEFAULT_START_MS)).toBe(plan);
  });
});

describe('a plan that is moved', () => {
  it('keeps its zones a whole number of days away, and lets weekdays change parts', () => {
    const moved = movePlan(planOf(ZONES.uk), DEFAULT_START_MS, DEFAULT_START_MS + 2 * DAY_MS);
    expect(entryOf(moved)).toEqual({
      ...entryOf(planOf(ZONES.uk)),
      days: [0, 3, 4, 5, 6],
    });
    expect(moved.campaigns[0]?.schedule?.startDate).toBe('2026-11-21');
  });

  it('is as far into its windows and as far from the next one as before, in zones Instantly has', () => {
    const zones = Object.values(ZONES);
    const old = zones.map((zone) => createCalendar(day(zone)));
    const minutes = (ms: number | null | undefined, fromMs: number): number =>
      ((ms ?? 0) - fromMs) / MINUTE_MS;
    for (let step = 1; step < 120; step++) {
      const toMs = DEFAULT_START_MS + step * (3 * DAY_MS + 3 * HOUR_MS + 7 * MINUTE_MS);
      const moved = movePlan(planOf(...zones), DEFAULT_START_MS, toMs);
      zones.forEach((zone, at) => {
        const entry = entryOf(moved, at);
        const calendar = createCalendar({ startDate: null, endDate: null, entries: [entry] });
        const then = old[at]?.windowAt(DEFAULT_START_MS);
        const now = calendar.windowAt(toMs);
        expect(now === null, `${zone} ${isoOf(toMs)}`).toBe(then === null);
        if (then && now) {
          const isOpenFor = minutes(now.fromMs, toMs) - minutes(then.fromMs, DEFAULT_START_MS);
          expect(Math.abs(isOpenFor), `${zone} ${isoOf(toMs)}`).toBeLessThanOrEqual(30);
        }
        const next = minutes(calendar.nextOpening(toMs), toMs);
        const nextThen = minutes(old[at]?.nextOpening(DEFAULT_START_MS), DEFAULT_START_MS);
        // Half an hour of rounding and an hour when the clocks change before the next opening.
        expect(Math.abs(next - nextThen), `${zone} ${isoOf(toMs)}`).toBeLessThanOrEqual(90);
        expect([...INSTANTLY_ZONES, zone]).toContain(entry.timezone);
      });
    }
  });

  it('keeps its hours wherever Instantly has a zone for it', () => {
    const moved = movePlan(
      planOf(ZONES.uk, ZONES.eastern),
      DEFAULT_START_MS,
      Date.UTC(2026, 10, 21, 2, 0),
    );
    expect([entryOf(moved, 0), entryOf(moved, 1)]).toMatchObject([
      { from: '07:00', to: '20:00', days: [1, 2, 3, 4, 5].map((day) => (day + 1) % 7).sort() },
      { from: '07:00', to: '20:00' },
    ]);
  });

  it('moves what is planned for an instant', () => {
    const byMs = 5 * DAY_MS + 77 * MINUTE_MS;
    const moved = movePlan(planOf(ZONES.uk), DEFAULT_START_MS, DEFAULT_START_MS + byMs);
    expect(moved.campaigns[0]?.events?.[0]?.atMs).toBe(DEFAULT_START_MS + byMs - HOUR_MS);
    expect(moved.inboxes[0]?.faults?.[0]?.atMs).toBe(DEFAULT_START_MS + byMs);
  });
});

it('has every zone of Instantly once', () => {
  expect(new Set(INSTANTLY_ZONES).size).toBe(102);
});
