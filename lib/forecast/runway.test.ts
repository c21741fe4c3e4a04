import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeHours } from './example.test-data.ts';
import { leadRunway, type RunwayInput } from './runway.ts';

// Thursday 2026-05-14, 10:00 in Detroit.
const input = (over: Partial<RunwayInput> = {}): RunwayInput => ({
  now: Date.parse('2026-05-14T14:00:00Z'),
  schedule: officeHours('America/Detroit'),
  uncontactedLeads: 100,
  newLeadsLeftToday: 20,
  newLeadsPerSendingDay: 40,
  ...over,
});

describe('leads run dry', () => {
  test('on a sending day: weekends do not count', () => {
    expect(leadRunway(input())).toEqual({ kind: 'dry', date: '2026-05-18', sendingDays: 3 });
    expect(leadRunway(input({ uncontactedLeads: 101 }))).toMatchObject({ date: '2026-05-19' });
  });

  test('today, or already', () => {
    expect(leadRunway(input({ uncontactedLeads: 20 }))).toEqual({
      kind: 'dry',
      date: '2026-05-14',
      sendingDays: 1,
    });
    expect(leadRunway(input({ uncontactedLeads: 0, newLeadsPerSendingDay: undefined }))).toEqual({
      kind: 'dry',
      date: '2026-05-14',
      sendingDays: 0,
    });
  });

  test('after the window nothing is contacted today any more', () => {
    const now = Date.parse('2026-05-14T23:00:00Z');
    expect(leadRunway(input({ now, uncontactedLeads: 20 }))).toMatchObject({ date: '2026-05-15' });
  });

  test('from the start date on', () => {
    const schedule = { ...officeHours('America/Detroit'), startDate: '2026-06-01' };
    expect(
      leadRunway(input({ schedule, newLeadsLeftToday: 0, uncontactedLeads: 40 })),
    ).toMatchObject({ date: '2026-06-01' });
  });
});

test('the end date may come first', () => {
  const schedule = { ...officeHours('America/Detroit'), endDate: '2026-05-15' };
  expect(leadRunway(input({ schedule, uncontactedLeads: 300 }))).toEqual({
    kind: 'ends_first',
    leadsLeft: 240,
  });
});

test('more than a year', () => {
  expect(leadRunway(input({ uncontactedLeads: 1_000_000 }))).toEqual({ kind: 'beyond_a_year' });
});

test('unknown stays unknown', () => {
  expect(leadRunway(input({ uncontactedLeads: undefined }))).toBeNull();
  expect(leadRunway(input({ newLeadsPerSendingDay: undefined }))).toBeNull();
  expect(leadRunway(input({ newLeadsPerSendingDay: 0 }))).toBeNull();
  expect(leadRunway(input({ schedule: undefined }))).toBeNull();
  const never = {
    ...officeHours('UTC'),
    entries: officeHours('UTC').entries.map((entry) => ({ ...entry, days: [] })),
  };
  expect(leadRunway(input({ schedule: never }))).toBeNull();
});

test('more leads never run dry earlier', () => {
  fc.assert(
    fc.property(
      fc.nat(3_000),
      fc.nat(50),
      fc.integer({ min: 1, max: 90 }),
      (leads, more, perDay) => {
        const date = (uncontactedLeads: number) => {
          const runway = leadRunway(input({ uncontactedLeads, newLeadsPerSendingDay: perDay }));
          return runway?.kind === 'dry' ? runway.date : '9999';
        };
        expect(date(leads) <= date(leads + more)).toBe(true);
      },
    ),
  );
});
