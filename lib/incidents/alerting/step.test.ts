import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#model';
import {
  AT_ONCE,
  campaignId,
  causeOf,
  ill,
  kindsIn,
  knownBook,
  PROBLEM,
  player,
  red,
  T0,
  verdictOf,
  W,
  well,
} from './fixtures.ts';

describe('one problem from its first sight to its end', () => {
  test('is told once, and its recovery once', () => {
    const { until } = player();
    const first = until(0, [ill()]);
    expect(first.notices).toEqual([
      {
        id: PROBLEM,
        kind: 'problem',
        workspaceId: W,
        code: 'no_future_window',
        severity: 'red',
        campaignIds: [campaignId(1)],
        campaigns: 1,
        loss: null,
        at: T0,
        isRepeated: false,
        counts: null,
      },
    ]);
    expect(first.log.map(({ kind }) => kind)).toEqual(['fired', 'announced']);
    expect(until(60, [ill()]).notices).toEqual([]);
    const last = until(75, [well()]);
    expect(kindsIn(last)).toEqual(['recovery']);
    expect(last.cleared).toEqual([PROBLEM]);
    expect(last.log.map(({ kind }) => kind)).toEqual(['resolved', 'recovered']);
    expect(until(300, [well()])).toMatchObject({ notices: [], log: [] });
  });

  test('nothing new is the same book', () => {
    const { once, until, book } = player();
    until(130, [ill(), well(2)]);
    const known = book();
    once(131, [ill(), well(2)]);
    expect(book()).toBe(known);
  });

  test('waits for as long as its rule asks', () => {
    const { until, book } = player(knownBook(), red({ forMinutes: 20 }));
    const early = until(15, [ill()]);
    expect(early.log.map(({ kind }) => kind)).toEqual(['pending']);
    expect(book().alerts).toMatchObject([{ state: 'pending', since: T0 }]);
    expect(until(20, [ill()]).notices).toMatchObject([{ at: T0 + 20 * MINUTE_MS }]);
  });

  test('what is gone before that was nothing', () => {
    const { until } = player(knownBook(), red({ forMinutes: 20 }));
    until(15, [ill()]);
    expect(until(60, [well()])).toMatchObject({ notices: [], log: [] });
  });

  test('three loops of Instantly’s own confirm it sooner, if they are about the same', () => {
    const loops = (code: string, count: number) => ({
      loops: new Map([[campaignId(1), { code, loops: count }]]),
    });
    const { until } = player(knownBook(), red({ forMinutes: 20 }));
    expect(until(0, [ill()], loops('no_future_window', 2)).notices).toEqual([]);
    expect(until(5, [ill()], loops('healthy', 3)).notices).toEqual([]);
    expect(kindsIn(until(10, [ill()], loops('no_future_window', 3)))).toEqual(['problem']);
  });

  test('a good check in between is no end', () => {
    const { until } = player();
    until(0, [ill()]);
    until(5, [well()]);
    expect(until(60, [ill()])).toMatchObject({ notices: [], log: [] });
  });

  test('worse is told again, the same by another cause is not', () => {
    const degraded = verdictOf(1, 'degraded', [
      causeOf('inbox_login_lost', 'amber', { needsPerson: true }),
    ]);
    const blocked = verdictOf(1, 'blocked', [causeOf('empty_tag'), causeOf('no_future_window')]);
    const { until } = player();
    expect(until(0, [degraded]).notices).toMatchObject([{ severity: 'amber' }]);
    const worse = until(120, [ill(1)]);
    expect(worse.notices).toMatchObject([{ code: 'no_future_window', severity: 'red' }]);
    // Half an hour after the first, no sooner.
    expect(worse.notices).toMatchObject([{ at: T0 + 30 * MINUTE_MS }]);
    expect(until(240, [blocked]).notices).toEqual([]);
  });

  test('blocked again hours after it was only degraded is told again', () => {
    const login = (health: 'blocked' | 'degraded') =>
      verdictOf(1, health, [causeOf('inbox_login_lost')]);
    const { until } = player();
    until(60, [login('blocked')]);
    expect(until(180, [login('degraded')]).notices).toEqual([]);
    expect(kindsIn(until(240, [login('blocked')]))).toEqual(['problem']);
  });

  test('a campaign that is gone or switched off has not recovered', () => {
    for (const after of [[], [verdictOf(1, 'inactive', [causeOf('campaign_paused', 'grey')])]]) {
      const { until, open } = player();
      until(60, [ill()]);
      expect(open()).toEqual([PROBLEM]);
      expect(until(120, after).notices).toEqual([]);
      expect(open()).toEqual([]);
    }
  });
});

test('a campaign that ended while somebody watched is told once, an old one never', () => {
  const rules = { ...AT_ONCE, byCause: { campaign_completed: { channel: 'notify' as const } } };
  const ended = (since: number) =>
    verdictOf(1, 'inactive', [causeOf('campaign_completed', 'grey')], { since });
  const fresh = player(knownBook(), rules);
  expect(fresh.until(60, [ended(T0 + MINUTE_MS)]).notices).toMatchObject([
    { code: 'campaign_completed' },
  ]);
  expect(fresh.until(3_000, [ended(T0 + MINUTE_MS)]).notices).toEqual([]);
  expect(player(knownBook(), rules).until(60, [ended(T0 - MINUTE_MS)]).notices).toEqual([]);
});

test('a rule that says never is heard, and noted', () => {
  const rules = { ...AT_ONCE, byCause: { no_future_window: { channel: 'never' as const } } };
  const { log, notices } = player(knownBook(), rules).until(300, [ill()]);
  expect(notices).toEqual([]);
  expect(log.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['fired', null],
    ['held', 'rule'],
  ]);
});
