import { describe, expect, test } from 'vitest';
import { campaignBody } from './fixtures/payloads.ts';
import { readSchedule, scheduleBody } from './schedule-wire.ts';
import { Oddities } from './wire.ts';

const read = (body: unknown) => {
  const odd = new Oddities();
  return { schedule: readSchedule(scheduleBody.parse(body), odd), oddities: odd.count };
};

describe('schedules', () => {
  const scheduleOf = (body: unknown) => read(body).schedule;
  const entryWith = (change: object) => {
    const [entry] = campaignBody.campaign_schedule.schedules;
    return scheduleOf({ schedules: [{ ...entry, ...change }] })?.entries[0];
  };

  test('without dates it is open', () => {
    expect(scheduleOf({ schedules: [] })).toEqual({
      startDate: null,
      endDate: null,
      entries: [],
    });
  });

  test('a day that is not named is off', () => {
    expect(entryWith({ days: { 0: true } })?.days).toEqual([true, ...Array(6).fill(false)]);
    expect(entryWith({ days: { 6: true, 7: true, 1: 'yes' } })?.days).toEqual([
      ...Array(6).fill(false),
      true,
    ]);
  });

  test.each([undefined, null, 'weekdays', [true]])(
    'without readable days (%j) an entry cannot be judged',
    (days) => {
      expect(entryWith({ days })).toMatchObject({ fromMinute: undefined, toMinute: undefined });
    },
  );

  test('midnight at the end of a day, not at its start', () => {
    expect(entryWith({ timing: { from: '00:00', to: '24:00' } })).toMatchObject({
      fromMinute: 0,
      toMinute: 1_440,
    });
    expect(entryWith({ timing: { from: '24:00', to: '24:00' } })?.fromMinute).toBeUndefined();
  });

  test('the end before the start is kept as it is', () => {
    expect(entryWith({ timing: { from: '22:00', to: '06:00' } })).toMatchObject({
      fromMinute: 1_320,
      toMinute: 360,
    });
  });

  test('a zone nobody knows is kept as it is', () => {
    expect(entryWith({ timezone: 'Mars/Olympus' })?.timeZone).toBe('Mars/Olympus');
  });

  test('an entry that is none is dropped and counted; no list, no schedule', () => {
    expect(read({ schedules: ['always'] })).toMatchObject({
      oddities: 1,
      schedule: { entries: [] },
    });
    expect(read({})).toEqual({ oddities: 1, schedule: undefined });
  });
});
