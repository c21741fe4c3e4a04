import { expect, test } from 'vitest';
import { campaignId, ill, player, T0, W, well } from './fixtures.ts';

const PROBLEM = `problem|${W}|no_future_window`;

test('told once, its recovery once', () => {
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
  expect(last.notices.map(({ kind }) => kind)).toEqual(['recovery']);
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
