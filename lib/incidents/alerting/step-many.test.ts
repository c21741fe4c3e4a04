import { describe, expect, test } from 'vitest';
import type { Verdict } from '#model';
import { causeOf, ill, knownBook, PROBLEM, player, red, verdictOf, well } from './fixtures.ts';

describe('a cause that many have', () => {
  const some = (from: number, to: number, verdict: (n: number) => Verdict = ill) =>
    Array.from({ length: to - from + 1 }, (_, n) => verdict(from + n));

  test('is one message with their number and what they cost', () => {
    const costly = (n: number) =>
      verdictOf(n, 'blocked', [causeOf('no_future_window', 'red', { loss: 10 })]);
    const { notices } = player().until(0, some(1, 60, costly));
    expect(notices).toMatchObject([{ campaigns: 60, loss: 600 }]);
    expect(notices[0]?.campaignIds).toHaveLength(50);
  });

  test('those that join it replace the message ten minutes later, named first', () => {
    const { until } = player();
    until(0, [...some(1, 3), well(4)]);
    expect(until(5, some(1, 4)).notices).toEqual([]);
    expect(until(10, some(1, 4)).notices).toMatchObject([
      { id: PROBLEM, campaigns: 4, isRepeated: false },
    ]);
  });

  test('those that will fire in a moment are waited for', () => {
    const { once } = player(knownBook(), red({ forMinutes: 5 }));
    once(0, [ill(1), well(2)]);
    once(1, some(1, 2));
    expect(once(5, some(1, 2)).notices).toEqual([]);
    expect(once(6, some(1, 2)).notices).toMatchObject([{ campaigns: 2 }]);
  });

  test('their recovery is told when the last has recovered, or half an hour later', () => {
    const { until } = player();
    until(60, some(1, 3));
    expect(until(80, [well(1), ill(2), ill(3)]).notices).toEqual([]);
    expect(until(120, [well(1), ill(2), ill(3)]).notices).toMatchObject([
      { kind: 'recovery', campaigns: 1 },
    ]);
    expect(until(180, some(1, 3, well)).notices).toMatchObject([
      { kind: 'recovery', campaigns: 2 },
    ]);
  });
});

test('what nobody acknowledged is told again, once for all that are due', () => {
  const { until } = player(knownBook(), red({ renotifyHours: 4 }));
  until(0, [ill(1), ill(2)]);
  expect(until(235, [ill(1), ill(2)]).notices).toEqual([]);
  expect(until(240, [ill(1), ill(2)]).notices).toMatchObject([
    { id: PROBLEM, isRepeated: true, campaigns: 2 },
  ]);
  expect(until(475, [ill(1), ill(2)]).notices).toEqual([]);
});

test('of several causes the worst is named, whatever their order', () => {
  const verdict = verdictOf(1, 'degraded', [
    causeOf('warmup_banned', 'amber', { needsPerson: true }),
    causeOf('silent_stop'),
  ]);
  expect(player().until(60, [verdict]).notices).toMatchObject([{ code: 'silent_stop' }]);
});

test('what only sums up broken inboxes is named by them', () => {
  const verdict = verdictOf(1, 'blocked', [
    causeOf('all_accounts_unhealthy'),
    causeOf('inbox_login_lost'),
    causeOf('stranded_leads', 'amber', { needsPerson: true }),
  ]);
  const { until, book } = player();
  expect(until(0, [verdict]).notices).toMatchObject([{ code: 'inbox_login_lost' }]);
  expect(book().alerts).toHaveLength(1);
});
