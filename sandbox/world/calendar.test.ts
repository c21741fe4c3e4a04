import { describe, expect, it } from 'vitest';
import { createCalendar, createWorld, DAY_MS, type Schedule, type ScheduleEntry } from './index.ts';

const entry = (more: Partial<ScheduleEntry> = {}): ScheduleEntry => ({
  name: 'x',
  from: '09:00',
  to: '17:00',
  days: [1, 2, 3, 4, 5],
  timezone: 'America/Detroit',
  ...more,
});

const schedule = (...entries: ScheduleEntry[]): Schedule => ({
  startDate: null,
  endDate: null,
  entries,
});

const at = (text: string): number => Date.parse(text);

describe('a calendar', () => {
  it('opens and closes by the clock of its zone, before and after the change of clocks', () => {
    const calendar = createCalendar(schedule(entry()));
    // Friday before and Monday after 1 November 2026, when Detroit leaves daylight saving.
    expect(calendar.windowAt(at('2026-10-30T13:00:00Z'))?.toMs).toBe(at('2026-10-30T21:00:00Z'));
    expect(calendar.windowAt(at('2026-11-02T13:30:00Z'))).toBeNull();
    expect(calendar.windowAt(at('2026-11-02T14:00:00Z'))?.toMs).toBe(at('2026-11-02T22:00:00Z'));
    expect(calendar.windowAt(at('2026-11-02T22:00:00Z'))).toBeNull();
  });

  it('lasts an hour longer over the night in which clocks go back', () => {
    const calendar = createCalendar(schedule(entry({ days: [0], from: '00:00', to: '12:00' })));
    const window = calendar.windowAt(at('2026-11-01T05:00:00Z'));
    expect((window?.toMs ?? 0) - (window?.fromMs ?? 0)).toBe(13 * 3_600_000);
  });

  it('reads an end at or before the beginning as the next day', () => {
    const calendar = createCalendar(
      schedule(entry({ from: '22:00', to: '03:00', days: [4], timezone: 'Etc/GMT' })),
    );
    expect(calendar.windowAt(at('2026-11-20T02:59:00Z'))?.fromMs).toBe(at('2026-11-19T22:00:00Z'));
    expect(calendar.windowAt(at('2026-11-19T02:00:00Z'))).toBeNull();
  });

  it('unites several entries', () => {
    const calendar = createCalendar(
      schedule(entry({ to: '12:00' }), entry({ from: '14:00', timezone: 'Asia/Kolkata' })),
    );
    expect(calendar.windowAt(at('2026-11-19T16:00:00Z'))).not.toBeNull();
    expect(calendar.windowAt(at('2026-11-19T18:00:00Z'))).toBeNull();
    expect(calendar.windowAt(at('2026-11-19T09:00:00Z'))).not.toBeNull();
  });

  it('keeps to its dates, both included', () => {
    const calendar = createCalendar({
      ...schedule(entry({ timezone: 'Etc/GMT' })),
      startDate: '2027-01-04',
      endDate: '2027-01-05',
    });
    expect(calendar.nextOpening(at('2026-11-19T00:00:00Z'))).toBe(at('2027-01-04T09:00:00Z'));
    expect(calendar.windowAt(at('2027-01-05T16:59:00Z'))).not.toBeNull();
    expect(calendar.nextOpening(at('2027-01-05T16:59:00Z'))).toBeNull();
  });
});

describe('the mails of a day on which clocks change', () => {
  it('all lie inside their windows, and limits count by local days', () => {
    const detroit = entry({ from: '00:00', to: '23:59', days: [0, 6] });
    const world = createWorld({
      startMs: at('2026-11-01T00:00:00Z'),
      historyMs: 0,
      plan: {
        workspaceName: 'Test',
        inboxes: [{ address: 'a@a.example', limitPerDay: null }],
        campaigns: [
          {
            name: 'weekend',
            inboxes: ['a@a.example'],
            schedule: schedule(detroit),
            gapMinutes: 10,
            randomGapMinutes: 0,
            limitPerDay: null,
          },
          {
            name: 'daytime',
            inboxes: ['a@a.example'],
            schedule: schedule(entry({ days: [0, 1] })),
            limitPerDay: 20,
          },
        ],
      },
    });
    world.advance(2 * DAY_MS);
    const weekend = world.mails.filter(({ campaignId }) => campaignId === world.idOf('weekend'));
    const sunday = weekend.filter(({ atMs }) => atMs >= at('2026-11-01T04:00:00Z'));
    // 25 hours less the last minute, one mail each ten minutes.
    expect(sunday.length).toBeGreaterThan(24 * 6);
    expect(sunday.length).toBeLessThanOrEqual(25 * 6);
    expect(Math.max(...sunday.map(({ atMs }) => atMs))).toBeLessThan(at('2026-11-02T04:59:00Z'));
    const daytime = world.mails.filter(({ campaignId }) => campaignId === world.idOf('daytime'));
    expect(daytime).toHaveLength(40);
    for (const { atMs } of daytime) {
      const { hour } =
        Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO('America/Detroit');
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(hour).toBeLessThan(17);
    }
  });
});
