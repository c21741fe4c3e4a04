import { describe, expect, test } from 'vitest';
import type { InboxCounts } from '#model';
import { capacityOf, lossOf, lossPerConstraint } from './capacity.ts';
import type { CapacityInput } from './capacity-input.ts';
import { exampleA, inboxRoom, inboxRooms, officeHours } from './example.test-data.ts';

const at = (time: string) => Date.parse(`2026-05-14T${time}:00+02:00`);

describe('worked example A', () => {
  test('the campaign limit of 500 binds and falls at 15:15', () => {
    expect(capacityOf(exampleA())).toEqual({
      today: { worst: 480, mean: 500, best: 500 },
      remaining: { worst: 480, mean: 500, best: 500 },
      bottleneck: 'campaign_limit',
      withoutBottleneck: { worst: 480, mean: 600, best: 600 },
      nextBottleneck: 'inbox_limits',
      limitHitAt: at('15:15'),
      assumed: [],
      contendedToday: null,
    });
  });

  test('at the worst gap of 20 the gap binds at 480', () => {
    const capacity = capacityOf(exampleA({ gapMinutes: 20, randomGapMinutes: 0 }));
    expect(capacity?.today.mean).toBe(480);
    expect(capacity?.bottleneck).toBe('sending_gap');
    expect(capacity?.limitHitAt).toBeNull();
  });

  test('one by one leaves 32', () => {
    const input = exampleA({ isOneByOne: true });
    const capacity = capacityOf(input);
    expect(capacity?.today).toEqual({ worst: 24, mean: 32, best: 48 });
    expect(capacity?.bottleneck).toBe('one_by_one');
    expect(lossOf(input, 'one_by_one')?.mean).toBe(468);
  });
});

describe('worked example B', () => {
  const counts = {
    total: 5,
    available: 3,
    disconnected: 1,
    atDailyLimit: 1,
    atSlowRampLimit: 0,
    inGap: 0,
  };
  const exampleB = (time: string, inboxes: InboxCounts = counts) =>
    exampleA({
      now: at(time),
      sentToday: 50,
      limitPerDay: 100,
      inboxes: { kind: 'counts', counts: inboxes },
    });
  const all = { ...counts, available: 5, disconnected: 0, atDailyLimit: 0 };

  test('at 12:00 three of five reach 100 at 16:10, all five at 14:30: no mail lost', () => {
    expect(capacityOf(exampleB('12:00'))).toMatchObject({
      today: { mean: 100 },
      limitHitAt: at('16:10'),
    });
    expect(capacityOf(exampleB('12:00', all))?.limitHitAt).toBe(at('14:30'));
    expect(lossOf(exampleB('12:00'), 'inboxes_down', 'inbox_limits')?.mean).toBe(0);
  });

  test('at 14:00 three of five reach 86 and the two missing cost 14', () => {
    const capacity = capacityOf(exampleB('14:00'));
    expect(capacity?.today.mean).toBe(86);
    expect(capacity?.limitHitAt).toBeNull();
    expect(lossOf(exampleB('14:00'), 'inboxes_down', 'inbox_limits')?.mean).toBe(14);
    expect(lossOf(exampleB('14:00'), 'inboxes_down')?.mean).toBe(12);
    expect(lossOf(exampleB('14:00', all), 'inboxes_down', 'inbox_limits')?.mean).toBe(0);
    expect(capacity?.assumed).toEqual(['inboxGaps', 'inboxLimits', 'inboxRamp', 'inboxSentToday']);
  });
});

test('the help centre’s example: 120 minutes, gap 9 to 14, five inboxes give 40 to 65', () => {
  const capacity = capacityOf(
    exampleA({
      schedule: officeHours('Europe/Belgrade', 540, 660),
      limitPerDay: null,
      gapMinutes: 9,
      randomGapMinutes: 5,
      inboxes: { kind: 'each', rooms: inboxRooms(5) },
    }),
  );
  expect(capacity?.today).toMatchObject({ worst: 40, best: 65 });
});

test('20 inboxes of 30 at a gap of 20 would need a window of 600 minutes', () => {
  const input = exampleA({ gapMinutes: 20, randomGapMinutes: 0, limitPerDay: null });
  expect(capacityOf(input)?.today.mean).toBe(480);
  const longer = { ...input, schedule: officeHours('Europe/Belgrade', 540, 1_140) };
  expect(capacityOf(longer)?.today.mean).toBe(600);
});

describe('each limit', () => {
  test('no cap of its own: null and 0 alike', () => {
    expect(capacityOf(exampleA({ limitPerDay: null }))?.today.mean).toBe(600);
    expect(capacityOf(exampleA({ limitPerDay: 0 }))?.today.mean).toBe(600);
    expect(capacityOf(exampleA({ limitPerDay: null }))?.limitHitAt).toBeNull();
  });

  test('a limit lowered below what is sent leaves what is sent', () => {
    expect(capacityOf(exampleA({ sentToday: 700 }))).toMatchObject({
      today: { mean: 700 },
      remaining: { mean: 0 },
      limitHitAt: null,
    });
  });

  test('new leads stop at −1 and at 0; follow-ups go on', () => {
    for (const newLeadsPerDay of [-1, 0]) {
      const capacity = capacityOf(exampleA({ newLeadsPerDay, followUpsDue: 20 }));
      expect(capacity?.today.mean).toBe(20);
      expect(capacity?.bottleneck).toBe('new_lead_limit');
    }
  });

  test('more new leads contacted than allowed counts as none left', () => {
    expect(capacityOf(exampleA({ newLeadsPerDay: 50, newLeadsToday: 60 }))?.today.mean).toBe(0);
  });

  test('leads bind when few are left', () => {
    const capacity = capacityOf(exampleA({ uncontactedLeads: 40, followUpsDue: 2 }));
    expect(capacity?.today.mean).toBe(42);
    expect(capacity?.bottleneck).toBe('leads');
    expect(capacity?.nextBottleneck).toBe('campaign_limit');
  });

  test('an inbox that is down, full or over its limit adds nothing', () => {
    const rooms = [
      inboxRoom('a', { isUp: false }),
      inboxRoom('b', { sentToday: 30 }),
      inboxRoom('c', { sentToday: 44 }),
      inboxRoom('d', { sentToday: 25 }),
    ];
    const input = exampleA({ inboxes: { kind: 'each', rooms } });
    expect(capacityOf(input)?.today.mean).toBe(5);
    expect(lossPerConstraint(input)).toMatchObject({
      inboxes_down: 30,
      inbox_limits: 91,
      slow_ramp: 0,
    });
  });

  test('an inbox listed twice is one', () => {
    const rooms = [inboxRoom('a'), inboxRoom('a')];
    expect(capacityOf(exampleA({ inboxes: { kind: 'each', rooms } }))?.today.mean).toBe(30);
  });

  test('slow ramp binds below the limit', () => {
    const rooms = inboxRooms(3, { rampLimitPerDay: 8, sentToday: 2 });
    const capacity = capacityOf(exampleA({ inboxes: { kind: 'each', rooms } }));
    expect(capacity?.today.mean).toBe(18);
    expect(capacity?.bottleneck).toBe('slow_ramp');
    expect(capacity?.withoutBottleneck?.mean).toBe(84);
  });

  test('an inbox’s own gap counts when longer than the campaign’s', () => {
    const rooms = inboxRooms(2, { gapMinutes: 60 });
    expect(capacityOf(exampleA({ inboxes: { kind: 'each', rooms } }))?.today.mean).toBe(16);
  });

  test('two limits that bind alike: neither alone costs anything, together they do', () => {
    const input = exampleA({ limitPerDay: 600 });
    expect(lossOf(input, 'campaign_limit')?.mean).toBe(0);
    expect(lossOf(input, 'inbox_limits')?.mean).toBe(0);
    expect(lossOf(input, 'campaign_limit', 'inbox_limits')?.mean).toBe(40);
    expect(capacityOf(input)).toMatchObject({
      bottleneck: 'campaign_limit',
      withoutBottleneck: { mean: 600 },
      nextBottleneck: 'inbox_limits',
    });
  });

  test('after the window nothing is left and the window is what binds', () => {
    const capacity = capacityOf(exampleA({ now: at('18:00'), sentToday: 120 }));
    expect(capacity?.today).toEqual({ worst: 120, mean: 120, best: 120 });
    expect(capacity?.bottleneck).toBe('window');
  });
});

describe('the UTC reset inside the window', () => {
  // 09:00 to 17:00 in Auckland (UTC+12 in May) is 21:00 to 05:00 UTC: three hours before the reset, five after it.
  const now = Date.parse('2026-05-13T21:00:00Z');
  const input = (sentToday: number) =>
    exampleA({
      now,
      schedule: officeHours('Pacific/Auckland'),
      inboxes: { kind: 'each', rooms: inboxRooms(20, { sentToday }) },
    });

  test('full inboxes send again after 00:00 UTC', () => {
    expect(capacityOf(input(30))?.today.mean).toBe(400);
  });

  test('with room on both sides the pace binds, as without a reset', () => {
    expect(capacityOf({ ...input(0), limitPerDay: null })?.today.mean).toBe(640);
  });

  test('the limit’s hour waits for the reset', () => {
    // 20 inboxes at one mail per 15 minutes, from 00:00 UTC on: 80 an hour.
    expect(capacityOf({ ...input(30), limitPerDay: 200 })?.limitHitAt).toBe(
      Date.parse('2026-05-14T02:30:00Z'),
    );
  });

  test('the limit’s hour counts what was sent before the reset', () => {
    // 10 left of each are gone after two and a half hours; the other 100 begin at 00:00 UTC.
    expect(capacityOf({ ...input(20), limitPerDay: 300 })?.limitHitAt).toBe(
      Date.parse('2026-05-14T01:15:00Z'),
    );
  });

  describe('the gap does not begin anew at it', () => {
    const short = (beforeMinutes: number, over: Partial<CapacityInput>) =>
      capacityOf(
        exampleA({
          now: Date.parse('2026-05-14T00:00:00Z') - beforeMinutes * 60_000,
          schedule: officeHours('Asia/Kathmandu', 5 * 60 + 45 - beforeMinutes, 6 * 60),
          gapMinutes: 10,
          randomGapMinutes: 0,
          ...over,
        }),
      );

    test('full inboxes may use a slot that began before', () => {
      const inboxes = { kind: 'each', rooms: inboxRooms(1, { sentToday: 30 }) } as const;
      expect(short(5, { inboxes })?.today.mean).toBe(2);
      // At an even pace it is one and a half: the second falls on the close at the latest.
      expect(short(5, { inboxes, limitPerDay: 2 })?.limitHitAt).toBe(
        Date.parse('2026-05-14T00:15:00Z'),
      );
    });

    test('one by one never sends more than one mail a gap', () => {
      expect(short(10, { isOneByOne: true })?.today.mean).toBe(2);
    });
  });

  test('one by one passes the reset too', () => {
    expect(capacityOf({ ...input(30), isOneByOne: true })?.today.mean).toBe(20);
  });
});

describe('the hour of the limit', () => {
  test('slows down as inboxes fill up', () => {
    const rooms = [inboxRoom('a', { limitPerDay: 4 }), inboxRoom('b', { limitPerDay: 30 })];
    // Both until 10:00 give 8, then one alone.
    expect(
      capacityOf(exampleA({ limitPerDay: 12, inboxes: { kind: 'each', rooms } }))?.limitHitAt,
    ).toBe(at('11:00'));
  });

  test('one by one takes a gap per mail', () => {
    expect(capacityOf(exampleA({ isOneByOne: true, limitPerDay: 20 }))?.limitHitAt).toBe(
      at('14:00'),
    );
    expect(
      capacityOf(exampleA({ isOneByOne: true, limitPerDay: 20, inboxes: undefined }))?.limitHitAt,
    ).toBe(at('14:00'));
  });

  test('skips the time between two windows', () => {
    const [entry] = officeHours('Europe/Belgrade', 540, 600).entries;
    const [later] = officeHours('Europe/Belgrade', 900, 1_020).entries;
    if (entry === undefined || later === undefined) throw new Error('fixture');
    const schedule = { startDate: null, endDate: null, entries: [entry, later] };
    expect(capacityOf(exampleA({ schedule, limitPerDay: 120 }))?.limitHitAt).toBe(at('15:30'));
  });

  test('an observed pace wins over the computed one', () => {
    expect(capacityOf(exampleA({ observedPerHour: 100 }))?.limitHitAt).toBe(at('14:00'));
    expect(capacityOf(exampleA({ observedPerHour: 10 }))?.limitHitAt).toBeNull();
  });
});
