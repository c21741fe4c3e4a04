import { describe, expect, test } from 'vitest';
import { type CampaignSchedule, DAY_MS, HOUR_MS, type ScheduleEntry } from '#model';
import { officeHours } from './example.test-data.ts';
import { scheduleMinutesBetween, windowsBetween } from './windows.ts';
import { dayNumberAt, zoneDay } from './zone-days.ts';

const ms = (text: string) => Date.parse(text);
const EVERY_DAY = Array.from({ length: 7 }, () => true);

const daily = (
  timeZone: string,
  fromMinute: number,
  toMinute: number,
  over: Partial<CampaignSchedule> = {},
): CampaignSchedule => ({
  startDate: null,
  endDate: null,
  entries: [{ name: undefined, fromMinute, toMinute, days: EVERY_DAY, timeZone }],
  ...over,
});

const texts = (schedule: CampaignSchedule, from: string, to: string) =>
  windowsBetween(schedule, ms(from), ms(to))?.map(
    ({ opensAt, closesAt }) =>
      `${Temporal.Instant.fromEpochMilliseconds(opensAt)} ${Temporal.Instant.fromEpochMilliseconds(closesAt)}`,
  );

test('working days of a week in the campaign’s zone; index 0 of days is Sunday', () => {
  // 2026-05-10 is a Sunday.
  expect(
    texts(officeHours('America/Detroit'), '2026-05-10T00:00:00Z', '2026-05-17T12:00:00Z'),
  ).toEqual([
    '2026-05-11T13:00:00Z 2026-05-11T21:00:00Z',
    '2026-05-12T13:00:00Z 2026-05-12T21:00:00Z',
    '2026-05-13T13:00:00Z 2026-05-13T21:00:00Z',
    '2026-05-14T13:00:00Z 2026-05-14T21:00:00Z',
    '2026-05-15T13:00:00Z 2026-05-15T21:00:00Z',
  ]);
});

test('windows are cut to the span asked for', () => {
  expect(texts(daily('UTC', 540, 1_020), '2026-05-14T10:00:00Z', '2026-05-14T11:00:00Z')).toEqual([
    '2026-05-14T10:00:00Z 2026-05-14T11:00:00Z',
  ]);
  expect(texts(daily('UTC', 540, 1_020), '2026-05-14T11:00:00Z', '2026-05-14T11:00:00Z')).toEqual(
    [],
  );
});

describe('several entries', () => {
  const both = (second: ScheduleEntry[]): CampaignSchedule => ({
    ...officeHours('America/Detroit'),
    entries: [...officeHours('America/Detroit').entries, ...second],
  });

  test('in their own zones, overlapping ones merged', () => {
    const schedule = both([...officeHours('Europe/Isle_of_Man', 840, 1_080).entries]);
    expect(texts(schedule, '2026-05-14T00:00:00Z', '2026-05-15T00:00:00Z')).toEqual([
      '2026-05-14T13:00:00Z 2026-05-14T21:00:00Z',
    ]);
    expect(
      texts(
        both([...officeHours('Asia/Kolkata').entries]),
        '2026-05-14T00:00:00Z',
        '2026-05-15T00:00:00Z',
      ),
    ).toEqual([
      '2026-05-14T03:30:00Z 2026-05-14T11:30:00Z',
      '2026-05-14T13:00:00Z 2026-05-14T21:00:00Z',
    ]);
  });

  test('windows that touch are one', () => {
    const schedule = both([...officeHours('America/Detroit', 1_020, 1_080).entries]);
    expect(
      windowsBetween(schedule, ms('2026-05-14T00:00:00Z'), ms('2026-05-15T00:00:00Z')),
    ).toHaveLength(1);
  });
});

describe('overnight', () => {
  test('belongs to the day it opens on', () => {
    const friday = officeHours('UTC', 1_320, 360);
    expect(texts(friday, '2026-05-15T12:00:00Z', '2026-05-18T12:00:00Z')).toEqual([
      '2026-05-15T22:00:00Z 2026-05-16T06:00:00Z',
    ]);
  });

  test('one that opened yesterday is seen after midnight', () => {
    expect(texts(daily('UTC', 1_320, 360), '2026-05-15T03:00:00Z', '2026-05-15T12:00:00Z')).toEqual(
      ['2026-05-15T03:00:00Z 2026-05-15T06:00:00Z'],
    );
  });

  test('equal times are 24 hours; until 24:00 ends at midnight', () => {
    const one = (from: number, to: number) => {
      const schedule = officeHours('UTC', from, to);
      return windowsBetween(schedule, ms('2026-05-17T00:00:00Z'), ms('2026-05-18T12:00:00Z'));
    };
    expect(one(540, 540)).toEqual([
      { opensAt: ms('2026-05-18T09:00:00Z'), closesAt: ms('2026-05-18T12:00:00Z') },
    ]);
    expect(
      scheduleMinutesBetween(
        officeHours('UTC', 0, 0),
        ms('2026-05-11T00:00:00Z'),
        ms('2026-05-18T00:00:00Z'),
      ),
    ).toBe(5 * 1_440);
    expect(
      scheduleMinutesBetween(
        officeHours('UTC', 600, 1_440),
        ms('2026-05-14T00:00:00Z'),
        ms('2026-05-15T00:00:00Z'),
      ),
    ).toBe(840);
  });
});

describe('dates', () => {
  test('both ends included, in the first entry’s zone', () => {
    const schedule = daily('Pacific/Auckland', 540, 600, {
      startDate: '2026-05-14',
      endDate: '2026-05-15',
    });
    expect(texts(schedule, '2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z')).toEqual([
      '2026-05-13T21:00:00Z 2026-05-13T22:00:00Z',
      '2026-05-14T21:00:00Z 2026-05-14T22:00:00Z',
    ]);
  });

  test('the last midnight cuts an overnight window', () => {
    const schedule = daily('UTC', 1_320, 360, { startDate: '2026-05-14', endDate: '2026-05-14' });
    expect(texts(schedule, '2026-05-13T00:00:00Z', '2026-05-16T00:00:00Z')).toEqual([
      '2026-05-14T00:00:00Z 2026-05-14T06:00:00Z',
      '2026-05-14T22:00:00Z 2026-05-15T00:00:00Z',
    ]);
  });

  test('years far away do no harm', () => {
    const schedule = daily('America/Detroit', 540, 600, {
      startDate: '0001-01-01',
      endDate: '9999-12-31',
    });
    expect(
      windowsBetween(schedule, ms('2026-05-14T00:00:00Z'), ms('2026-05-15T00:00:00Z')),
    ).toHaveLength(1);
  });
});

describe('days with a clock change', () => {
  const span = (schedule: CampaignSchedule, date: string) => {
    const from = Temporal.PlainDate.from(date).toZonedDateTime('America/Detroit').epochMilliseconds;
    return scheduleMinutesBetween(schedule, from, from + 30 * HOUR_MS);
  };
  const night = (from: number, to: number): CampaignSchedule => ({
    ...daily('America/Detroit', from, to, { startDate: '2026-03-08', endDate: '2026-03-08' }),
  });
  const autumn = (from: number, to: number): CampaignSchedule => ({
    ...daily('America/Detroit', from, to, { startDate: '2026-11-01', endDate: '2026-11-01' }),
  });

  test('23 and 25 hours', () => {
    expect(span(night(0, 0), '2026-03-08')).toBe(23 * 60);
    expect(span(autumn(0, 0), '2026-11-01')).toBe(25 * 60);
    expect(span(night(540, 1_020), '2026-03-08')).toBe(480);
  });

  test('a skipped hour is not in any window', () => {
    expect(span(night(120, 180), '2026-03-08')).toBe(0);
    expect(span(night(90, 150), '2026-03-08')).toBe(30);
    expect(span(night(150, 240), '2026-03-08')).toBe(60);
    expect(texts(night(150, 240), '2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z')).toEqual([
      '2026-03-08T07:00:00Z 2026-03-08T08:00:00Z',
    ]);
  });

  test('a repeated hour is in it twice', () => {
    expect(span(autumn(60, 120), '2026-11-01')).toBe(120);
    expect(texts(autumn(60, 90), '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z')).toEqual([
      '2026-11-01T05:00:00Z 2026-11-01T05:30:00Z',
      '2026-11-01T06:00:00Z 2026-11-01T06:30:00Z',
    ]);
  });

  test('midnight itself skipped or repeated', () => {
    for (const timeZone of [
      'Africa/Cairo',
      'Asia/Beirut',
      'America/Scoresbysund',
      'America/Havana',
      'Atlantic/Azores',
    ]) {
      for (const day of [0, 1, 2, 3, 4, 5, 6, 7].map(
        (week) => ms('2026-03-20T00:00:00Z') + week * 7 * DAY_MS,
      )) {
        for (let at = day; at < day + 7 * DAY_MS; at += DAY_MS) {
          const { startsAt, endsAt } = zoneDay(timeZone, dayNumberAt(timeZone, at));
          expect(windowsBetween(daily(timeZone, 0, 1_440), startsAt, endsAt)).toEqual([
            { opensAt: startsAt, closesAt: endsAt },
          ]);
        }
      }
    }
  });
});

describe('unreadable is null, never a throw', () => {
  const [entry] = officeHours('UTC').entries;
  const broken: (Partial<ScheduleEntry> | 'none')[] = [
    'none',
    { timeZone: undefined },
    { timeZone: '' },
    { timeZone: 'Mars/Olympus' },
    { fromMinute: undefined },
    { fromMinute: 1_440 },
    { toMinute: 1_441 },
    { toMinute: Number.NaN },
    { fromMinute: -1 },
  ];
  test.each(broken)('%j', (over) => {
    const entries = over === 'none' || entry === undefined ? [] : [{ ...entry, ...over }];
    expect(windowsBetween({ startDate: null, endDate: null, entries }, 0, DAY_MS)).toBeNull();
  });

  test.each(['soon', '2026-02-30', '2026-13-01', '20260514', ''])('date %j', (startDate) => {
    expect(windowsBetween(daily('UTC', 0, 60, { startDate }), 0, DAY_MS)).toBeNull();
    expect(windowsBetween(daily('UTC', 0, 60, { endDate: startDate }), 0, DAY_MS)).toBeNull();
  });

  test('no schedule at all', () => {
    expect(windowsBetween(undefined, 0, DAY_MS)).toBeNull();
    expect(scheduleMinutesBetween(undefined, 0, DAY_MS)).toBeNull();
  });

  test('an entry without an enabled day opens nothing, so its times do not matter', () => {
    const idle = {
      name: undefined,
      fromMinute: undefined,
      toMinute: undefined,
      days: [],
      timeZone: 'Mars/Olympus',
    };
    const schedule = officeHours('UTC');
    expect(
      windowsBetween({ ...schedule, entries: [...schedule.entries, idle] }, 0, 7 * DAY_MS),
    ).toHaveLength(5);
  });
});
