import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#model';
import { officeHours } from './example.test-data.ts';
import { nextSend } from './next-send.ts';
import {
  campaignLimitClearsAt,
  inboxLimitClearsAt,
  nextCampaignReset,
  nextInboxReset,
} from './resets.ts';
import { firstWindowInstant, nextOpening, scheduleAt } from './schedule-at.ts';
import { todayAt } from './today.ts';

const ms = (text: string) => Date.parse(text);
const detroit = officeHours('America/Detroit');
const never = { ...detroit, entries: detroit.entries.map((entry) => ({ ...entry, days: [] })) };

describe('where an instant stands', () => {
  test('inside, from the first instant on', () => {
    expect(scheduleAt(detroit, ms('2026-05-14T13:00:00Z'))).toEqual({
      kind: 'inside',
      openedAt: ms('2026-05-14T13:00:00Z'),
      closesAt: ms('2026-05-14T21:00:00Z'),
      reopensAt: ms('2026-05-15T13:00:00Z'),
    });
  });

  test('outside from the last instant on, over the weekend', () => {
    expect(scheduleAt(detroit, ms('2026-05-15T21:00:00Z'))).toEqual({
      kind: 'outside',
      opensAt: ms('2026-05-18T13:00:00Z'),
      closedAt: ms('2026-05-15T21:00:00Z'),
      isBeforeStart: false,
    });
  });

  test('before the start date, however far', () => {
    const schedule = { ...detroit, startDate: '2027-05-14' };
    expect(scheduleAt(schedule, ms('2026-05-14T14:00:00Z'))).toEqual({
      kind: 'outside',
      opensAt: ms('2027-05-14T13:00:00Z'),
      closedAt: null,
      isBeforeStart: true,
    });
  });

  test('the last window of all does not open again', () => {
    const schedule = { ...detroit, endDate: '2026-05-14' };
    expect(scheduleAt(schedule, ms('2026-05-14T14:00:00Z'))).toMatchObject({
      kind: 'inside',
      reopensAt: null,
    });
    expect(scheduleAt(schedule, ms('2026-05-14T22:00:00Z'))).toEqual({
      kind: 'never',
      why: 'dates_leave_nothing',
    });
    expect(scheduleAt(schedule, ms('2026-05-15T04:00:00Z'))).toEqual({
      kind: 'never',
      why: 'ended',
    });
  });

  test('never', () => {
    expect(scheduleAt(never, 0)).toEqual({ kind: 'never', why: 'no_days' });
    const weekend = { ...detroit, startDate: '2026-05-16', endDate: '2026-05-17' };
    expect(scheduleAt(weekend, ms('2026-05-14T14:00:00Z'))).toEqual({
      kind: 'never',
      why: 'dates_leave_nothing',
    });
    const reversed = { ...detroit, startDate: '2026-05-20', endDate: '2026-05-10' };
    expect(scheduleAt(reversed, ms('2026-05-14T14:00:00Z'))).toMatchObject({ kind: 'never' });
  });

  test('round the clock has no opening and no close', () => {
    const always = { ...officeHours('UTC', 0, 0) };
    const [entry] = always.entries;
    if (entry === undefined) throw new Error('fixture');
    const schedule = {
      ...always,
      entries: [{ ...entry, days: [true, true, true, true, true, true, true] }],
    };
    expect(scheduleAt(schedule, ms('2026-05-14T14:00:00Z'))).toEqual({
      kind: 'inside',
      openedAt: null,
      closesAt: null,
      reopensAt: null,
    });
  });

  test('unknown says why', () => {
    expect(scheduleAt(undefined, 0)).toEqual({ kind: 'unknown', why: 'no_schedule' });
    expect(scheduleAt(officeHours('Mars/Olympus'), 0)).toEqual({ kind: 'unknown', why: 'zone' });
    expect(scheduleAt(officeHours('UTC', -1), 0)).toEqual({ kind: 'unknown', why: 'times' });
    expect(scheduleAt({ ...detroit, endDate: 'x' }, 0)).toEqual({ kind: 'unknown', why: 'dates' });
  });

  test('a window that a skipped hour swallows opens a week later', () => {
    const [entry] = officeHours('America/Detroit', 120, 180).entries;
    if (entry === undefined) throw new Error('fixture');
    const sundays = { startDate: null, endDate: null, entries: [{ ...entry, days: [true] }] };
    expect(nextOpening(sundays, ms('2026-03-02T00:00:00Z'))).toBe(ms('2026-03-15T06:00:00Z'));
  });
});

test('next opening: strictly ahead; first window instant: also now', () => {
  const inside = ms('2026-05-14T14:00:00Z');
  expect(nextOpening(detroit, inside)).toBe(ms('2026-05-15T13:00:00Z'));
  expect(firstWindowInstant(detroit, inside)).toBe(inside);
  expect(firstWindowInstant(detroit, ms('2026-05-14T21:00:00Z'))).toBe(ms('2026-05-15T13:00:00Z'));
  expect(nextOpening(never, inside)).toBeNull();
  expect(firstWindowInstant(undefined, inside)).toBeNull();
});

describe('today is the calendar day of the campaign’s zone', () => {
  test('with what has passed and what is left of its windows', () => {
    expect(todayAt(detroit, ms('2026-05-15T01:00:00Z'))).toMatchObject({
      date: '2026-05-14',
      startsAt: ms('2026-05-14T04:00:00Z'),
      endsAt: ms('2026-05-15T04:00:00Z'),
      minutes: 480,
      minutesPassed: 480,
      minutesLeft: 0,
    });
    expect(todayAt(detroit, ms('2026-05-14T14:00:00Z'))).toMatchObject({
      minutesPassed: 60,
      minutesLeft: 420,
    });
  });

  test('an overnight window is cut at its midnight', () => {
    const night = officeHours('America/Detroit', 1_320, 360);
    expect(todayAt(night, ms('2026-05-14T15:00:00Z'))).toMatchObject({
      minutes: 480,
      minutesPassed: 360,
      minutesLeft: 120,
    });
  });

  test('null when unreadable', () => {
    expect(todayAt(undefined, 0)).toBeNull();
  });
});

describe('resets', () => {
  const evening = ms('2026-05-14T22:30:00Z');

  test('two different midnights', () => {
    expect(nextInboxReset(evening)).toBe(ms('2026-05-15T00:00:00Z'));
    expect(nextInboxReset(ms('2026-05-15T00:00:00Z'))).toBe(ms('2026-05-16T00:00:00Z'));
    expect(nextCampaignReset(detroit, evening)).toBe(ms('2026-05-15T04:00:00Z'));
    expect(nextCampaignReset(undefined, evening)).toBeNull();
  });

  test('limits clear at the first window minute after theirs', () => {
    expect(campaignLimitClearsAt(detroit, evening)).toBe(ms('2026-05-15T13:00:00Z'));
    expect(inboxLimitClearsAt(detroit, evening)).toBe(ms('2026-05-15T13:00:00Z'));
    expect(campaignLimitClearsAt(undefined, evening)).toBeNull();
  });

  test('the UTC reset inside the window clears inbox limits on the spot', () => {
    const auckland = officeHours('Pacific/Auckland');
    const now = ms('2026-05-13T22:00:00Z');
    expect(inboxLimitClearsAt(auckland, now)).toBe(ms('2026-05-14T00:00:00Z'));
    expect(campaignLimitClearsAt(auckland, now)).toBe(ms('2026-05-14T21:00:00Z'));
  });

  test('nothing clears once the campaign has ended', () => {
    expect(campaignLimitClearsAt({ ...detroit, endDate: '2026-05-14' }, evening)).toBeNull();
  });
});

describe('next send', () => {
  const now = ms('2026-05-14T14:00:00Z');
  const gap = (lastSentAt: number | undefined) =>
    ({ kind: 'gap', lastSentAt, gapMinutes: 10, randomGapMinutes: 10 }) as const;

  test('sending: one gap after the last, into the window', () => {
    expect(nextSend(detroit, now, gap(now - 4 * MINUTE_MS))).toEqual({
      earliestAt: now + 6 * MINUTE_MS,
      latestAt: now + 16 * MINUTE_MS,
    });
    expect(nextSend(detroit, now, gap(now - 12 * MINUTE_MS))).toEqual({
      earliestAt: now,
      latestAt: now + 8 * MINUTE_MS,
    });
    const late = ms('2026-05-14T20:55:00Z');
    expect(nextSend(detroit, late, gap(late))).toEqual({
      earliestAt: ms('2026-05-15T13:00:00Z'),
      latestAt: ms('2026-05-15T13:00:00Z'),
    });
  });

  test('an older last send: anew from now, at most one longest gap', () => {
    expect(nextSend(detroit, now, gap(now - HOUR_MS))).toEqual({
      earliestAt: now,
      latestAt: now + 20 * MINUTE_MS,
    });
  });

  test('limits and windows', () => {
    expect(nextSend(detroit, now, { kind: 'campaign_limit' })?.earliestAt).toBe(
      ms('2026-05-15T13:00:00Z'),
    );
    expect(nextSend(detroit, now, { kind: 'inbox_limits' })?.earliestAt).toBe(
      ms('2026-05-15T13:00:00Z'),
    );
    expect(nextSend(detroit, ms('2026-05-14T22:00:00Z'), { kind: 'window' })).toEqual({
      earliestAt: ms('2026-05-15T13:00:00Z'),
      latestAt: ms('2026-05-15T13:15:00Z'),
    });
  });

  test('follow-ups: seconds count from the snapshot and clamp into a window', () => {
    const takenAt = now - 10 * MINUTE_MS;
    const followUp = (waitSeconds: number | null | undefined, at: number | undefined = takenAt) =>
      nextSend(detroit, now, { kind: 'follow_up', takenAt: at, waitSeconds })?.earliestAt;
    expect(followUp(3_600)).toBe(takenAt + 3_600 * SECOND_MS);
    expect(followUp(60)).toBe(now);
    expect(followUp(12 * 3_600)).toBe(ms('2026-05-15T13:00:00Z'));
    expect(followUp(null)).toBeUndefined();
    expect(followUp(undefined)).toBeUndefined();
  });

  test('unknown stays unknown', () => {
    expect(nextSend(detroit, now, gap(undefined))).toBeNull();
    expect(nextSend(detroit, now, { ...gap(now), gapMinutes: null })).toBeNull();
    expect(
      nextSend(detroit, now, { kind: 'follow_up', takenAt: undefined, waitSeconds: 5 }),
    ).toBeNull();
    for (const kind of ['campaign_limit', 'inbox_limits', 'window'] as const) {
      expect(nextSend(undefined, now, { kind })).toBeNull();
    }
    expect(nextSend(never, now, gap(now))).toBeNull();
  });
});
