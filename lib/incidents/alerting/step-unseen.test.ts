import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '#model';
import { emptyBook } from './book.ts';
import {
  AT_ONCE,
  causeOf,
  ill,
  kindsIn,
  knownBook,
  player,
  silence,
  T0,
  verdictOf,
  W,
  well,
} from './fixtures.ts';

const OFFLINE = { workspaceState: { kind: 'offline', since: T0 } } as const;

describe('what nobody could see is neither an end nor news', () => {
  const unknown = verdictOf(1, 'unknown', [causeOf('stale_instantly', 'amber')]);
  const resting = verdictOf(1, 'waiting', [causeOf('out_of_schedule', 'blue')]);
  const opened = verdictOf(1, 'waiting', [causeOf('recently_changed', 'blue')]);

  test.each([
    ['unknown', unknown],
    ['just opened', opened],
  ])('%s', (_name, between) => {
    const { until } = player();
    until(60, [ill()]);
    expect(until(240, [between]).notices).toEqual([]);
    expect(until(300, [ill()]).notices).toEqual([]);
  });

  test('a night in which silence cannot be heard', () => {
    const silent = verdictOf(1, 'degraded', [causeOf('silent_stop')]);
    const { until } = player();
    expect(kindsIn(until(60, [silent]))).toEqual(['problem']);
    expect(until(900, [resting]).notices).toEqual([]);
    expect(until(960, [silent]).notices).toEqual([]);
    expect(until(1_000, [verdictOf(1, 'limited', [])]).notices).toEqual([]);
    expect(kindsIn(until(1_060, [well()]))).toEqual(['recovery']);
  });

  test('a schedule is seen at night too', () => {
    const { until } = player();
    until(60, [ill()]);
    expect(kindsIn(until(120, [resting]))).toEqual(['recovery']);
  });

  test('what was silenced and cannot be seen now is told when it is seen again', () => {
    const silences = [silence({ until: T0 + HOUR_MS })];
    const rules = { ...AT_ONCE, byCause: { stale_instantly: { channel: 'never' as const } } };
    const { until } = player(knownBook(), rules);
    until(30, [ill()], { silences });
    expect(until(120, [unknown], { silences }).notices).toEqual([]);
    expect(kindsIn(until(125, [ill()]))).toEqual(['problem']);
  });

  test('trust that comes back is no recovery of the rest', () => {
    const rules = { ...AT_ONCE, byCause: { stale_instantly: { channel: 'notify' as const } } };
    const { until } = player(knownBook(), rules);
    expect(kindsIn(until(60, [unknown]))).toEqual(['problem']);
    expect(kindsIn(until(120, [well()]))).toEqual(['recovery']);
  });
});

describe('what stands above the campaigns', () => {
  test('a refused key is told instead of its campaigns, and they again only after a whole round', () => {
    const refused = { workspaceState: { kind: 'key_rejected', since: T0, message: '' } } as const;
    const { until } = player();
    expect(until(60, [ill()], refused).notices).toMatchObject([
      { code: 'key_rejected', campaigns: 0, campaignIds: [] },
    ]);
    expect(until(90, [ill()], { isSweepClean: false }).notices).toEqual([]);
    const after = until(100, [ill()]);
    expect(after.notices.map(({ kind, code }) => [kind, code])).toEqual([
      ['recovery', 'key_rejected'],
      ['problem', 'no_future_window'],
    ]);
  });

  test('being offline is told to nobody', () => {
    const { until } = player();
    const offline = until(300, [ill()], OFFLINE);
    expect(offline.notices).toEqual([]);
    expect(offline.log).toEqual([]);
  });

  test('what is offline for everybody holds for a workspace that does not know yet', () => {
    const everything = {
      incidents: [
        {
          id: 'offline',
          code: 'offline',
          severity: 'red',
          subject: { kind: 'everything' },
          params: {},
          campaignIds: [],
          loss: null,
          restores: 0,
          since: T0,
          clearsAt: null,
          actions: [],
        },
      ],
    } as const;
    expect(player().until(60, [ill()], everything).notices).toEqual([]);
  });

  test('a sleep asks for a whole round before anything is told', () => {
    const { once, until } = player();
    once(0, [well()]);
    expect(once(600, [ill()], { isSweepClean: false }).notices).toEqual([]);
    const held = once(605, [ill()]);
    expect(held.notices).toEqual([]);
    expect(kindsIn(until(610, [ill()]))).toEqual(['problem']);
  });

  test('connecting too', () => {
    const { until } = player(emptyBook(W, T0 - 1));
    const first = until(30, [ill()], { isSweepClean: false });
    expect(first.log).toMatchObject([{ kind: 'fired' }, { kind: 'held', reason: 'baseline' }]);
    expect(kindsIn(until(40, [ill()]))).toEqual(['problem']);
  });
});
