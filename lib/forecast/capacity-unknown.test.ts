import { describe, expect, test } from 'vitest';
import type { InboxCounts } from '#model';
import { capacityOf, lossOf, withoutConstraint } from './capacity.ts';
import { exampleA, inboxRooms, officeHours } from './example.test-data.ts';

const at = (time: string) => Date.parse(`2026-05-14T${time}:00+02:00`);

describe('what is unknown', () => {
  test('is not binding and named', () => {
    const capacity = capacityOf(
      exampleA({
        sentToday: undefined,
        limitPerDay: undefined,
        newLeadsPerDay: undefined,
        uncontactedLeads: undefined,
        followUpsDue: undefined,
        gapMinutes: undefined,
        randomGapMinutes: null,
        isOneByOne: undefined,
      }),
    );
    expect(capacity?.today.mean).toBe(600);
    expect(capacity?.assumed).toEqual([
      'followUpsDue',
      'gapMinutes',
      'isOneByOne',
      'limitPerDay',
      'newLeadsPerDay',
      'randomGapMinutes',
      'sentToday',
      'uncontactedLeads',
    ]);
  });

  test('no inboxes known: the limit alone bounds, and its hour is not promised', () => {
    const capacity = capacityOf(exampleA({ inboxes: undefined }));
    expect(capacity).toMatchObject({
      today: { mean: 500 },
      limitHitAt: null,
      assumed: ['inboxes'],
    });
    expect(capacity?.withoutBottleneck?.mean).toBe(10_000);
  });

  test('nothing that bounds: no figure', () => {
    expect(
      capacityOf(exampleA({ inboxes: undefined, limitPerDay: null, uncontactedLeads: undefined })),
    ).toBeNull();
    expect(
      withoutConstraint(
        exampleA({ inboxes: undefined, uncontactedLeads: undefined }),
        'campaign_limit',
      ),
    ).toBeNull();
  });

  test('an unreadable schedule counts as open all day', () => {
    const capacity = capacityOf(
      exampleA({ schedule: officeHours('Nope/Nowhere'), limitPerDay: null }),
    );
    expect(capacity?.assumed).toEqual(['window']);
    expect(capacity?.limitHitAt).toBeNull();
    const limited = exampleA({ schedule: officeHours('Nope/Nowhere') });
    expect(capacityOf(limited)).toMatchObject({ today: { mean: 500 }, limitHitAt: null });
    // 17 hours until 00:00 UTC fill every inbox; the 7 after it hold 28 mails of each.
    expect(capacity?.today.mean).toBe(1_160);
  });

  test('no gap at all leaves the best case at the mean', () => {
    const capacity = capacityOf(
      exampleA({
        limitPerDay: null,
        uncontactedLeads: undefined,
        gapMinutes: 0,
        inboxes: {
          kind: 'each',
          rooms: inboxRooms(1, { limitPerDay: null, gapMinutes: 0 }),
        },
      }),
    );
    expect(capacity?.today).toEqual({ worst: 48, mean: 96, best: 96 });
  });

  test('inboxes that are neither available nor in a named bucket count as down', () => {
    const counts = {
      total: 5,
      available: 2,
      atDailyLimit: 0,
      atSlowRampLimit: 0,
      disconnected: 0,
      inGap: 0,
    };
    const input = exampleA({ limitPerDay: null, inboxes: { kind: 'counts', counts } });
    expect(lossOf(input, 'inboxes_down')?.mean).toBe(96);
  });

  test('inbox counts that overlap or fall short never add up to more than the total', () => {
    const mean = (counts: Partial<InboxCounts>) =>
      capacityOf(
        exampleA({
          limitPerDay: null,
          inboxes: {
            kind: 'counts',
            counts: {
              total: undefined,
              available: undefined,
              atDailyLimit: undefined,
              atSlowRampLimit: undefined,
              disconnected: undefined,
              inGap: undefined,
              ...counts,
            },
          },
        }),
      )?.today.mean;
    expect(mean({ total: 5, available: 5, disconnected: 3 })).toBe(160);
    expect(mean({ total: 5, available: 2, inGap: 9 })).toBe(160);
    expect(mean({ total: 5, available: 2 })).toBe(64);
    expect(mean({ total: 5, disconnected: 1, inGap: 1 })).toBe(128);
    expect(mean({ available: 3 })).toBe(96);
    expect(mean({ total: 0, available: 0 })).toBe(0);
    expect(mean({ disconnected: 2 })).toBe(10_000);
  });
});

describe('Instantly’s own in_schedule wins over ours', () => {
  test('it sends where we see no window: open until midnight, and said so', () => {
    const capacity = capacityOf(
      exampleA({ now: at('20:00'), isInScheduleAtInstantly: true, limitPerDay: null }),
    );
    expect(capacity?.today.mean).toBe(320);
    expect(capacity?.assumed).toEqual(['window']);
  });

  test('it rests where we see a window: nothing more from this one', () => {
    const capacity = capacityOf(exampleA({ isInScheduleAtInstantly: false }));
    expect(capacity?.today.mean).toBe(0);
    expect(capacity?.assumed).toEqual(['window']);
  });

  test('agreement assumes nothing', () => {
    expect(capacityOf(exampleA({ isInScheduleAtInstantly: true }))?.assumed).toEqual([]);
  });
});
