import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampaignId } from '#model';
import { capacityOf } from './capacity.ts';
import type { CapacityInput, InboxRoom } from './capacity-input.ts';
import { contendedCapacity, type FleetCampaign } from './contention.ts';
import { exampleA, inboxRoom, inboxRooms, officeHours } from './example.test-data.ts';

const campaign = (
  id: string,
  rooms: readonly InboxRoom[],
  over: Partial<CapacityInput> = {},
): FleetCampaign => ({
  id: id as CampaignId,
  input: exampleA({ limitPerDay: null, inboxes: { kind: 'each', rooms }, ...over }),
});

const contended = (fleet: readonly FleetCampaign[]) => {
  const { shares } = contendedCapacity(fleet);
  return Object.fromEntries([...shares].map(([id, share]) => [id, share.contendedToday]));
};

describe('campaigns that share inboxes', () => {
  test('split them evenly and name each other', () => {
    const rooms = inboxRooms(4);
    const fleet = [
      campaign('a', rooms, { limitPerDay: 100 }),
      campaign('b', rooms, { limitPerDay: 100 }),
    ];
    const { totalToday, shares } = contendedCapacity(fleet);
    expect(totalToday).toBe(120);
    expect(shares.get('a' as CampaignId)).toEqual({
      aloneToday: 100,
      contendedToday: 60,
      rivals: [{ campaignId: 'b', mails: 60 }],
    });
  });

  test('a modest campaign keeps what it wants', () => {
    const rooms = inboxRooms(4);
    const fleet = [campaign('a', rooms, { limitPerDay: 20 }), campaign('b', rooms)];
    const { shares } = contendedCapacity(fleet);
    expect(shares.get('a' as CampaignId)).toEqual({
      aloneToday: 20,
      contendedToday: 20,
      rivals: [],
    });
    expect(shares.get('b' as CampaignId)).toMatchObject({ aloneToday: 120, contendedToday: 100 });
  });

  test('mails sent already stay with who sent them', () => {
    const rooms = inboxRooms(2, { sentToday: 25 });
    expect(contended([campaign('a', rooms, { sentToday: 50 }), campaign('b', rooms)])).toEqual({
      a: 55,
      b: 5,
    });
  });

  test('nobody loses without sharing', () => {
    const fleet = [campaign('a', [inboxRoom('x')]), campaign('b', [inboxRoom('y')])];
    expect(contended(fleet)).toEqual({ a: 30, b: 30 });
  });

  test('an inbox has a pace of its own over all campaigns', () => {
    const rooms = [inboxRoom('x', { gapMinutes: 30 })];
    expect(contended([campaign('a', rooms), campaign('b', rooms)])).toEqual({ a: 8, b: 8 });
  });

  test('where campaigns tell differently of an inbox, the smaller figure holds', () => {
    const fleet = [
      campaign('a', [inboxRoom('x', { limitPerDay: 30 })]),
      campaign('b', [inboxRoom('x', { limitPerDay: 20 })]),
    ];
    expect(contended(fleet)).toEqual({ a: 10, b: 10 });
    expect(contended(fleet.toReversed())).toEqual({ a: 10, b: 10 });
  });

  test('an inbox listed twice is one', () => {
    const few = inboxRoom('y', { limitPerDay: 10 });
    const fleet = [campaign('a', [inboxRoom('x'), inboxRoom('x'), few]), campaign('b', [few])];
    expect(contended(fleet)).toEqual({ a: 30, b: 10 });
  });

  test('after 00:00 UTC inboxes have fresh limits for who still has a window', () => {
    const now = Date.parse('2026-05-13T22:00:00Z');
    const rooms = inboxRooms(2, { sentToday: 30 });
    const auckland = campaign('a', rooms, { now, schedule: officeHours('Pacific/Auckland') });
    const detroit = campaign('b', rooms, {
      now,
      schedule: officeHours('America/Detroit', 540, 1_140),
    });
    // Detroit closes at 23:00 UTC, before the reset: its inboxes are full. Auckland has five hours after it.
    expect(contended([auckland, detroit])).toEqual({ a: 40, b: 0 });
  });

  test('only campaigns with a bound whose inboxes are known one by one', () => {
    const counts = {
      total: 3,
      available: 3,
      atDailyLimit: 0,
      atSlowRampLimit: 0,
      disconnected: 0,
      inGap: 0,
    };
    const fleet = [
      campaign('a', [], { inboxes: { kind: 'counts', counts } }),
      campaign('b', [], { inboxes: undefined }),
      campaign('c', [inboxRoom('x')]),
      campaign('d', [inboxRoom('x', { limitPerDay: null, gapMinutes: 0 })], {
        gapMinutes: null,
        randomGapMinutes: null,
        uncontactedLeads: undefined,
      }),
    ];
    expect(contended(fleet)).toEqual({ c: 30 });
    expect(contendedCapacity([])).toEqual({ totalToday: 0, shares: new Map() });
  });
});

const anyRoom = (name: string): fc.Arbitrary<InboxRoom> =>
  fc
    .record({
      limitPerDay: fc.option(fc.nat(60)),
      rampLimitPerDay: fc.option(fc.nat(40)),
      sentToday: fc.nat(50),
      gapMinutes: fc.nat(30),
      isUp: fc.boolean(),
    })
    .map((over) => inboxRoom(name, over));

const NAMES = ['p', 'q', 'r', 's', 't'];
const NOWS = ['2026-05-14T08:00:00Z', '2026-05-14T13:30:00Z', '2026-05-14T22:00:00Z'].map((text) =>
  Date.parse(text),
);

const anyFleet = fc
  .record({ rooms: fc.tuple(...NAMES.map(anyRoom)), now: fc.constantFrom(...NOWS) })
  .chain(({ rooms, now }) =>
    fc
      .array(
        fc.record({
          mine: fc.subarray(rooms),
          limitPerDay: fc.option(fc.nat(150)),
          sentToday: fc.nat(40),
          gapMinutes: fc.nat(20),
          randomGapMinutes: fc.nat(20),
          isOneByOne: fc.boolean(),
          zone: fc.constantFrom(
            'America/Detroit',
            'Europe/Belgrade',
            'Pacific/Auckland',
            'America/Anchorage',
          ),
          hours: fc.tuple(fc.nat(1_439), fc.nat(1_440)),
        }),
        { minLength: 1, maxLength: 6 },
      )
      .map((campaigns) =>
        campaigns.map(({ mine, zone, hours, ...over }, at) =>
          campaign(`c${at}`, mine, { ...over, now, schedule: officeHours(zone, ...hours) }),
        ),
      ),
  );

describe('over any fleet', () => {
  test('contended is at most alone and at least what is sent; the total is their sum', () => {
    fc.assert(
      fc.property(anyFleet, (fleet) => {
        const { shares, totalToday } = contendedCapacity(fleet);
        let sum = 0;
        for (const { id, input } of fleet) {
          const share = shares.get(id);
          const alone = capacityOf(input)?.today.mean;
          expect(share?.aloneToday).toBe(alone);
          expect(share?.contendedToday).toBeLessThanOrEqual(alone ?? 0);
          expect(share?.contendedToday).toBeGreaterThanOrEqual(input.sentToday ?? 0);
          sum += share?.contendedToday ?? 0;
        }
        expect(totalToday).toBe(sum);
      }),
      { numRuns: 500 },
    );
  });

  test('a campaign alone gets what it gets alone', () => {
    fc.assert(
      fc.property(anyFleet, ([first]) => {
        if (first === undefined) return;
        const share = contendedCapacity([first]).shares.get(first.id);
        expect(share?.contendedToday).toBe(share?.aloneToday);
      }),
      { numRuns: 500 },
    );
  });

  test('the order of campaigns and inboxes changes nothing', () => {
    const shuffled = anyFleet.chain((fleet) =>
      fc.tuple(
        fc.constant(fleet),
        fc.shuffledSubarray([...fleet.keys()], { minLength: fleet.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([fleet, order]) => {
        const other = order.flatMap((at) => {
          const one = fleet[at];
          if (one?.input.inboxes?.kind !== 'each') return [];
          const rooms = one.input.inboxes.rooms.toReversed();
          return [{ ...one, input: { ...one.input, inboxes: { kind: 'each', rooms } as const } }];
        });
        const a = contendedCapacity(fleet);
        const b = contendedCapacity(other);
        expect(b.totalToday).toBe(a.totalToday);
        expect([...b.shares].sort()).toEqual([...a.shares].sort());
      }),
      { numRuns: 500 },
    );
  });

  test('one more inbox never lowers the total', () => {
    fc.assert(
      fc.property(anyFleet, anyRoom('extra'), fc.nat(5), (fleet, room, to) => {
        const more = fleet.map((one, at) => {
          if (at !== to % fleet.length || one.input.inboxes?.kind !== 'each') return one;
          const rooms = [...one.input.inboxes.rooms, room];
          return { ...one, input: { ...one.input, inboxes: { kind: 'each', rooms } as const } };
        });
        expect(contendedCapacity(more).totalToday).toBeGreaterThanOrEqual(
          contendedCapacity(fleet).totalToday,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('one more campaign never raises another’s share', () => {
    fc.assert(
      fc.property(anyFleet, (fleet) => {
        // Inboxes without a pace of their own: theirs is bounded over the union of windows, which a campaign widens.
        const even = fleet.map((one) => {
          if (one.input.inboxes?.kind !== 'each') return one;
          const rooms = one.input.inboxes.rooms.map((room) => ({ ...room, gapMinutes: 0 }));
          return { ...one, input: { ...one.input, inboxes: { kind: 'each', rooms } as const } };
        });
        const before = contendedCapacity(even.slice(0, -1)).shares;
        const after = contendedCapacity(even).shares;
        for (const [id, { contendedToday }] of before) {
          expect(after.get(id)?.contendedToday).toBeLessThanOrEqual(contendedToday);
        }
      }),
      { numRuns: 500 },
    );
  });
});
