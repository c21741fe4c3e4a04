import { describe, expect, test } from 'vitest';
import { type AlertRules, HOUR_MS, MINUTE_MS, type Silence } from '#model';
import {
  AT_ONCE,
  campaignId,
  causeOf,
  ill,
  knownBook,
  player,
  T0,
  verdictOf,
  W,
} from './fixtures.ts';

// A person silences something and takes it back before it ended by itself: in the next check it is simply not there.

const KINDS: readonly Silence['kind'][] = ['snoozed', 'acknowledged', 'muted', 'expected'];

const silence = (kind: Silence['kind'], minute: number): Silence => ({
  id: 'silence',
  kind,
  scope: { kind: 'campaign', workspaceId: W, campaignId: campaignId(1) },
  note: '',
  at: T0 + minute * MINUTE_MS,
  until: kind === 'acknowledged' ? null : T0 + 24 * HOUR_MS,
});

const againAfter = (renotifyHours: number): AlertRules => ({
  ...AT_ONCE,
  bySeverity: {
    ...AT_ONCE.bySeverity,
    red: { channel: 'notify', forMinutes: 0, renotifyHours },
  },
});

const LESS = verdictOf(1, 'degraded', [
  causeOf('inbox_login_lost', 'amber', { needsPerson: true }),
]);

describe.each(KINDS)('what is %s and taken back', (kind) => {
  test.each([5, 20, 40, 180])(
    'was told before: silence after %d minutes tells nothing again',
    (minutes) => {
      const { until } = player();
      expect(until(0, [ill()]).notices).toHaveLength(1);
      const silences = [silence(kind, 1)];
      const quiet = until(minutes, [ill()], { silences });
      expect(quiet.notices).toEqual([]);
      expect(until(minutes + 600, [ill()])).toMatchObject({ notices: [], log: [] });
    },
  );

  test('was never told: it is told at once', () => {
    const { until } = player();
    const silences = [silence(kind, 0)];
    expect(until(60, [ill()], { silences }).notices).toEqual([]);
    expect(until(65, [ill()]).notices).toMatchObject([{ kind: 'problem', isRepeated: false }]);
    expect(until(600, [ill()]).notices).toEqual([]);
  });

  test('became worse meanwhile: that is told', () => {
    const { until } = player();
    expect(until(0, [LESS]).notices).toMatchObject([{ severity: 'amber' }]);
    const silences = [silence(kind, 1)];
    expect(until(60, [ill()], { silences }).notices).toEqual([]);
    expect(until(65, [ill()]).notices).toMatchObject([{ severity: 'red', isRepeated: false }]);
  });

  test('is repeated when its rule says so, and no sooner', () => {
    const { until } = player(knownBook(), againAfter(4));
    until(0, [ill()]);
    until(60, [ill()], { silences: [silence(kind, 1)] });
    expect(until(235, [ill()]).notices).toEqual([]);
    expect(until(240, [ill()]).notices).toMatchObject([{ isRepeated: true }]);
  });
});

test('others of the same cause are told without the one that is silenced', () => {
  const { until } = player();
  until(0, [ill()]);
  const silences = [silence('snoozed', 1)];
  const told = until(120, [ill(), ill(2)], { silences }).notices;
  expect(told).toMatchObject([{ campaignIds: [campaignId(2)], campaigns: 1 }]);
  expect(until(240, [ill(), ill(2)]).notices).toEqual([]);
});

test('neither does a repetition name the one that is silenced', () => {
  const { until } = player(knownBook(), againAfter(4));
  until(0, [ill(), ill(2)]);
  const again = until(240, [ill(), ill(2)], { silences: [silence('snoozed', 1)] }).notices;
  expect(again).toMatchObject([{ isRepeated: true, campaignIds: [campaignId(2)], campaigns: 1 }]);
});
