import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#model';
import {
  campaignId,
  causeOf,
  ill,
  kindsIn,
  knownBook,
  PROBLEM,
  player,
  red,
  silence,
  T0,
  verdictOf,
  well,
} from './fixtures.ts';

describe('what a person said', () => {
  test('what is snoozed is checked, held and told afterwards', () => {
    const silences = [silence({ until: T0 + HOUR_MS })];
    const { until, book } = player();
    const held = until(55, [ill()], { silences });
    expect(held).toMatchObject({
      notices: [],
      log: [{ kind: 'fired' }, { kind: 'held', reason: 'snoozed' }],
      ended: [],
    });
    expect(book().alerts).toMatchObject([{ heldFor: 'snoozed' }]);
    const after = until(60, [ill()], { silences });
    expect(kindsIn(after)).toEqual(['problem']);
    expect(after.ended).toEqual(silences);
  });

  test('an acknowledgement ends with the trouble, whose recovery is told', () => {
    const silences = [silence({ kind: 'acknowledged', at: T0 + MINUTE_MS })];
    const { until, open } = player(knownBook(), red({ renotifyHours: 1 }));
    until(0, [ill()]);
    const acknowledged = until(600, [ill()], { silences });
    expect(acknowledged).toMatchObject({ notices: [], ended: [], cleared: [PROBLEM] });
    expect(open()).toEqual([]);
    const over = until(630, [well()], { silences });
    expect(kindsIn(over)).toEqual(['recovery']);
    expect(over.ended).toContain(silences[0]);
  });

  test('the end of what is muted is nobody’s news', () => {
    const { until } = player();
    until(0, [ill()]);
    const silences = [silence({ kind: 'muted', at: T0 + MINUTE_MS })];
    expect(until(120, [well()], { silences })).toMatchObject({ notices: [], ended: [] });
  });

  test('what was to end by now and did not is told, though the rules never tell it', () => {
    const paused = verdictOf(1, 'inactive', [causeOf('campaign_paused', 'grey')]);
    const silences = [silence({ kind: 'expected', until: T0 + HOUR_MS })];
    const { until } = player();
    expect(until(55, [paused], { silences }).notices).toEqual([]);
    const over = until(60, [paused], { silences });
    expect(over.notices).toMatchObject([{ code: 'campaign_paused', severity: 'grey' }]);
    expect(over.ended).toEqual(silences);
    expect(until(300, [paused]).notices).toEqual([]);
  });

  test('and told again where it was told before', () => {
    const silences = [silence({ kind: 'expected', at: T0 + 5 * MINUTE_MS, until: T0 + HOUR_MS })];
    const { until } = player();
    until(0, [ill()]);
    expect(until(55, [ill()], { silences }).notices).toEqual([]);
    expect(kindsIn(until(60, [ill()], { silences }))).toEqual(['problem']);
    expect(until(300, [ill()]).notices).toEqual([]);
  });

  test('what ended in time is not told', () => {
    const silences = [silence({ kind: 'expected', until: T0 + HOUR_MS })];
    const { until } = player();
    expect(until(120, [well()], { silences }).notices).toEqual([]);
  });
});

describe('what was changed', () => {
  const change = { changes: [{ campaignId: campaignId(1), at: T0 }] };
  const pause = (at: number) =>
    verdictOf(1, 'degraded', [
      causeOf('unexpected_pause', 'amber', { needsPerson: true, params: { pausedAt: at } }),
    ]);

  test('waits a quarter of an hour, but not for a stop by Instantly', () => {
    const { until } = player();
    expect(until(10, [ill()], change).log).toMatchObject([{}, { kind: 'held', reason: 'grace' }]);
    expect(kindsIn(until(15, [ill()], change))).toEqual(['problem']);
    expect(kindsIn(player().until(0, [ill(1, 'campaign_bounce_protect')], change))).toEqual([
      'problem',
    ]);
  });

  test('a pause that Sendwatch made is meant, any other is told', () => {
    expect(player().until(60, [pause(T0)], change).notices).toEqual([]);
    expect(player().until(60, [pause(T0)]).notices).toMatchObject([{ code: 'unexpected_pause' }]);
    const other = { changes: [{ campaignId: campaignId(2), at: T0 }] };
    expect(kindsIn(player().until(60, [pause(T0)], other))).toEqual(['problem']);
  });
});
